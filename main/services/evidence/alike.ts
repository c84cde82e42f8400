import { setImmediate as nextTurn } from 'node:timers/promises';
import { likeness, muchAlike, type Sketch, sketchOf } from '../../../shared/domain/likeness.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { Contract } from '../../../shared/ipc/contract.ts';
import type { AlikeDocument } from '../../../shared/ipc/evidence.ts';
import type { Connection } from '../../db/connection.ts';
import { listPaged, readFirstPages } from '../../db/evidence-content.ts';
import { wordsKey } from '../../db/words-key.ts';
import type { Context } from '../context.ts';

/** Words change under a hash only when a scan is read, so each document is sketched once while its engagement is open. */
const kept = new WeakMap<Connection, Map<string, Sketch | null>>();

/** Milliseconds of work between turns for everything else. */
const longestTurn = 8;
const mostShown = 5;

/**
 * The documents whose text is nearly the same as this one's, the most alike first; they are not touched. A document that
 * is the very same has no second copy here. Fails with `vault/locked` when the engagement is locked meanwhile.
 */
export async function readAlike(
  { db }: Context,
  { id }: ParsedInputOf<Contract['evidence:readAlike']>,
): Promise<readonly AlikeDocument[]> {
  const sketches = kept.get(db) ?? new Map<string, Sketch | null>();
  kept.set(db, sketches);
  const documents = listPaged(db);
  const own = documents.find((document) => document.id === id);
  const found: AlikeDocument[] = [];
  let since = performance.now();
  for (const { id: evidenceId, sha256, pages } of own ? [own, ...documents] : []) {
    const key = wordsKey(db, sha256);
    if (!sketches.has(key)) sketches.set(key, sketchOf(readFirstPages(db, sha256, pages ?? 1)));
    const [mine, theirs] = [sketches.get(wordsKey(db, own?.sha256 ?? '')), sketches.get(key)];
    if (!mine) return [];
    const share = theirs && sha256 !== own?.sha256 ? likeness(mine, theirs) : 0;
    if (share >= muchAlike) found.push({ evidenceId, percent: Math.round(share * 100) });
    if (performance.now() - since < longestTurn) continue;
    await nextTurn();
    if (!db.open) throw new AppError('vault/locked');
    since = performance.now();
  }
  return found.toSorted((a, b) => b.percent - a.percent).slice(0, mostShown);
}
