import type { EvidenceItem } from '../../../shared/domain/evidence.ts';
import type { ChildId, EvidenceId } from '../../../shared/domain/ids.ts';
import type { PackChoices } from '../../../shared/domain/pack.ts';
import { isPrintable, isPrintedHere, printedFormOf } from '../../../shared/domain/printed-form.ts';
import type { PackDocument, PackFinding } from '../../../shared/ipc/packs.ts';
import type { Connection } from '../../db/connection.ts';
import { listRows } from '../../db/table.ts';
import { evidenceItems } from '../../db/tables.ts';
import type { CheckedDocument } from './findings.ts';
import { type PackRedaction, redactionFor } from './redacted.ts';

/** What goes in the place of a document: a redacted copy, its printed form, or the document itself. */
export type Going = Pick<PackDocument, 'printed'> & {
  readonly item: EvidenceItem;
  readonly isRedacted: boolean;
};

export type GoingOf = (original: EvidenceItem) => Going;

/** Finds for each document what goes in its place under the choices of a pack. Fails with `vault/locked`. */
export async function findGoing(
  db: Connection,
  { profile, hasPdfCopies }: Pick<PackChoices, 'profile' | 'hasPdfCopies'>,
  childId: ChildId | null,
  originals: readonly EvidenceItem[],
): Promise<{ readonly redaction: PackRedaction; readonly goingOf: GoingOf }> {
  const printed = new Map<EvidenceId, EvidenceItem>();
  if (hasPdfCopies) {
    const items = listRows(db, evidenceItems);
    for (const { id } of originals) {
      const form = printedFormOf(items, id);
      if (form) printed.set(id, form);
    }
  }
  // Redactions are of documents; what is looked for in one without is what would go in its place.
  const bases = originals.map((item) => ({ ...item, sha256: printed.get(item.id)?.sha256 ?? item.sha256 }));
  const redaction = await redactionFor(db, profile, childId, bases);
  return {
    redaction,
    goingOf: (original) => {
      const copy = redaction.copyOf(original);
      if (copy) return { item: copy, isRedacted: true, printed: null };
      const form = printed.get(original.id);
      if (form) return { item: form, isRedacted: false, printed: isPrintedHere(form) ? 'here' : 'own' };
      const isToMake = hasPdfCopies && isPrintable(original.type);
      return { item: original, isRedacted: false, printed: isToMake ? 'to-make' : null };
    },
  };
}

/** Documents of which no PDF copy can be made, so that they would go as they are. */
export function unprintableCautions(
  documents: readonly CheckedDocument[],
  { hasPdfCopies }: Pick<PackChoices, 'hasPdfCopies'>,
): readonly PackFinding[] {
  if (!hasPdfCopies) return [];
  return documents
    .filter(({ item }) => item.type !== 'pdf' && !isPrintable(item.type))
    .map(({ item, called, title }) => ({
      what: `Document ${called} goes as it is`,
      where: `“${title}”: no PDF copy can be made of it here. Save it as PDF where it was made, and name that as its printed form.`,
      evidenceId: item.id,
    }));
}
