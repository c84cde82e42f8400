import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { compareCodes } from '../../../shared/domain/child-code.ts';
import type { EvidenceItem } from '../../../shared/domain/evidence.ts';
import { type Naming, namingFinder } from '../../../shared/domain/naming.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Connection, ReadableDb } from '../../db/connection.ts';
import { readTexts } from '../../db/evidence-content.ts';
import { listRows } from '../../db/table.ts';
import { children, evidenceItems, evidenceLinks } from '../../db/tables.ts';
import { wordsKey } from '../../db/words-key.ts';
import type { Context } from '../context.ts';
import { listKnownAdults, listKnownChildren } from './known-children.ts';

type Kept = { readonly about: string; readonly named: Map<string, ReadonlySet<string>> };

/** Whom a document names changes only with its title, when a scan of it is read, or with the children and the adults. */
const kept = new WeakMap<Connection, Kept>();

/** Milliseconds of work between turns for everything else. */
const longestTurn = 8;

/**
 * The documents that are for nobody yet and plainly name tracked children, a little at a time. What the app made of
 * another document goes where that one goes, so it is not among them. Fails with `vault/locked` when the engagement is
 * locked meanwhile.
 */
export async function readNamings({ db }: Context): Promise<readonly Naming[]> {
  const tracked = new Set<string>(listRows(db, children).map(({ id }) => id));
  const everybody = listKnownChildren(db);
  const known = everybody
    .filter(({ id }) => tracked.has(id))
    .toSorted((a, b) => compareCodes(a.code, b.code));
  if (known.length === 0) return [];
  const adults = listKnownAdults(db, everybody);
  const finder = namingFinder(known, adults);
  const named = namedBefore(db, JSON.stringify([known, adults]));
  const turn = turns(db);
  const namings: Naming[] = [];
  for (const { id, sha256, title, fileName } of listUnplaced(db)) {
    const key = JSON.stringify([wordsKey(db, sha256), title, fileName]);
    const found = new Set(named.get(key) ?? [title, fileName].flatMap(finder.inTitle));
    for (const text of named.has(key) ? [] : readTexts(db, sha256)) {
      for (const childId of finder.inPage(text)) found.add(childId);
      await turn();
    }
    named.set(key, found);
    const childIds = known.map((child) => child.id).filter((childId) => found.has(childId));
    if (childIds.length > 0) namings.push({ evidenceId: id, childIds });
    await turn();
  }
  return namings;
}

function namedBefore(db: Connection, facts: string): Kept['named'] {
  const about = createHash('sha256').update(facts).digest('hex');
  const before = kept.get(db);
  if (before?.about === about) return before.named;
  const named: Kept['named'] = new Map();
  kept.set(db, { about, named });
  return named;
}

function listUnplaced(db: ReadableDb): readonly EvidenceItem[] {
  const placed = new Set(listRows(db, evidenceLinks).map((link) => link.evidenceId));
  return listRows(db, evidenceItems).filter(
    ({ id, madeFromId, printedOfId }) => !placed.has(id) && madeFromId === null && printedOfId === null,
  );
}

function turns(db: Connection): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < longestTurn) return;
    await nextTurn();
    if (!db.open) throw new AppError('vault/locked');
    since = performance.now();
  };
}
