import { createHash } from 'node:crypto';
import type { EvidenceItem } from '../../../shared/domain/evidence.ts';
import type { ChildId } from '../../../shared/domain/ids.ts';
import { type PackProfile, packProfileLabels } from '../../../shared/domain/pack.ts';
import { asMarked, fitsProfile } from '../../../shared/domain/redaction/redaction.ts';
import { watchFor } from '../../../shared/domain/redaction/verify.ts';
import type { Connection } from '../../db/connection.ts';
import { listRows } from '../../db/table.ts';
import { evidenceItems, redactionMarks, redactions } from '../../db/tables.ts';
import { watchedBy } from '../redaction/known.ts';
import type { CheckedDocument, Stop } from './findings.ts';
import { lookAtWords } from './look-at-words.ts';

export type PackRedaction = {
  /** The verified copy that goes in the place of a document; null where there is none that fits. */
  readonly copyOf: (item: EvidenceItem) => EvidenceItem | null;
  /** Whether a document without a copy holds what the profile wants gone. */
  readonly isOpen: (sha256: string) => boolean;
};

const asTheyAre: PackRedaction = { copyOf: () => null, isOpen: () => false };

type Kept = { readonly about: string; readonly open: Map<string, boolean> };

/** A document's words change only when a scan is read, so what is in them holds until the children or the people do. */
const kept = new WeakMap<Connection, Kept>();

/** Finds for a profile which documents go as their safe copy, and which have none although they need one. */
export async function redactionFor(
  db: Connection,
  profile: PackProfile,
  childId: ChildId | null,
  items: readonly EvidenceItem[],
): Promise<PackRedaction> {
  if (profile === 'none') return asTheyAre;
  const byId = new Map(listRows(db, evidenceItems).map((item) => [item.id, item]));
  const copies = new Map<string, EvidenceItem>();
  for (const row of listRows(db, redactions, {}, ['madeAt'])) {
    const redaction = asMarked(row, listRows(db, redactionMarks, { redactionId: row.id }));
    const copy = redaction.copyId && byId.get(redaction.copyId);
    if (copy && fitsProfile(redaction, profile, childId)) copies.set(redaction.evidenceId, copy);
  }
  const watched = watchedBy(db, { profile, childId });
  const watch = watchFor(watched, []);
  const about = createHash('sha256').update(JSON.stringify(watched)).digest('hex');
  const before = kept.get(db);
  const open = before?.about === about ? before.open : new Map<string, boolean>();
  kept.set(db, { about, open });
  // Names of other children are looked for in any pack; what else a profile wants gone is looked for here.
  const looked = profile === 'others' ? [] : items.filter(({ id }) => !copies.has(id));
  const hashes = looked.map(({ sha256 }) => sha256);
  const keyOf = await lookAtWords(db, hashes, {
    isKnown: (key) => open.has(key),
    look: (key, texts) => {
      open.set(
        key,
        texts.some((text) => watch.countIn(text).some((count) => count > 0)),
      );
    },
  });
  return {
    copyOf: ({ id }) => copies.get(id) ?? null,
    isOpen: (sha256) => open.get(keyOf(sha256)) ?? false,
  };
}

/** Each document that has to be redacted before the pack can go, unless it is stopped for naming another child anyway. */
export function unredactedStops(
  documents: readonly CheckedDocument[],
  { isOpen }: PackRedaction,
  profile: PackProfile,
  stopped: readonly Stop[],
): readonly Stop[] {
  const known = new Set(stopped.map(({ evidenceId }) => evidenceId));
  return documents
    .filter(({ item }) => isOpen(item.sha256) && !known.has(item.id))
    .map(({ item, called, title }) => ({
      code: 'pack/not-redacted',
      what: `Document ${called} is not redacted`,
      where: `“${title}” holds what has to be gone from this pack (${packProfileLabels[profile].toLowerCase()}). Redact it, or leave it out.`,
      evidenceId: item.id,
    }));
}
