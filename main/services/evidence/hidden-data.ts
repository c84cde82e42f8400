import type { EvidenceItem } from '../../../shared/domain/evidence.ts';
import { canHide, type HiddenFact, notLookedAt } from '../../../shared/domain/hidden-data.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { Contract } from '../../../shared/ipc/contract.ts';
import type { Connection } from '../../db/connection.ts';
import { readContent, readTexts } from '../../db/evidence-content.ts';
import { putLookedAt, readHidden } from '../../db/evidence-hidden.ts';
import { getRow } from '../../db/table.ts';
import { evidenceItems } from '../../db/tables.ts';
import type { Context } from '../context.ts';
import { openDocumentReader } from './document-reader.ts';
import { titleMasker } from './known-children.ts';

/** A document is looked at in memory; a larger one was looked at as it came in, or is not. */
const mostInMemory = 256 * 1024 * 1024;

/** What a document holds that does not show on its pages, with children's names as codes. */
export async function readHiddenData(
  ctx: Context,
  { id }: ParsedInputOf<Contract['evidence:readHiddenData']>,
): Promise<readonly HiddenFact[]> {
  const item = getRow(ctx.db, evidenceItems, id);
  const hidden = await hiddenIn(ctx.db, [item]);
  const mask = titleMasker(ctx.db);
  return hidden(item.sha256).map((fact) => ({ ...fact, said: fact.said.map(mask) }));
}

/**
 * What each of these documents hides. One that was taken in before this was kept is looked at now, and what is found is
 * kept. Fails with `vault/locked` when the engagement is locked meanwhile.
 */
export async function hiddenIn(
  db: Connection,
  items: readonly EvidenceItem[],
): Promise<(sha256: string) => readonly HiddenFact[]> {
  const found = new Map<string, readonly HiddenFact[]>();
  const unseen: EvidenceItem[] = [];
  for (const item of items) {
    if (!canHide(item.type) || found.has(item.sha256)) continue;
    const facts = readHidden(db, item.sha256);
    if (!facts) unseen.push(item);
    found.set(item.sha256, facts ?? notLookedAt);
  }
  if (unseen.length > 0) await lookAt(db, unseen, found);
  return (sha256) => found.get(sha256) ?? [];
}

async function lookAt(
  db: Connection,
  unseen: readonly EvidenceItem[],
  found: Map<string, readonly HiddenFact[]>,
): Promise<void> {
  const reader = openDocumentReader();
  try {
    for (const { sha256, size, type } of unseen) {
      if (size > mostInMemory) continue;
      const words = await reader.readWords(type, { bytes: readContent(db, sha256) }).catch(unreadable);
      if (!db.open) throw new AppError('vault/locked');
      const known = new Set(readTexts(db, sha256));
      // Of images nothing was read before; of the rest only the few words that are new.
      const moreTexts = words.texts.filter((text) => text !== '' && !known.has(text)).slice(-1);
      putLookedAt(db, sha256, { facts: words.facts, moreTexts });
      found.set(sha256, words.facts);
    }
  } finally {
    await reader.close();
  }
}

const unreadable = () => ({ pages: null, texts: [], facts: notLookedAt });
