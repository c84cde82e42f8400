import { z } from 'zod';
import { ChildId, EvidenceId, RowId } from '../ids.ts';
import { IsoInstant } from '../time.ts';

export const RedactionReason = z.enum([
  'other-child',
  'this-child',
  'other-person',
  'number',
  'date-of-birth',
  'address',
  'contact',
  'safeguarding',
  'other',
]);
export type RedactionReason = z.infer<typeof RedactionReason>;

export const reasonLabels: Readonly<Record<RedactionReason, string>> = {
  'other-child': 'Another child',
  'this-child': 'The child’s own name',
  'other-person': 'Another person',
  number: 'NHS number or UPN',
  'date-of-birth': 'Date of birth',
  address: 'Address or postcode',
  contact: 'E-mail or phone',
  safeguarding: 'Safeguarding',
  other: 'Another reason',
};

/** For whom a copy is made fit: what has to be gone from it. Each asks for all that the one before asks for. */
export const RedactionProfile = z.enum(['others', 'names', 'public']);
export type RedactionProfile = z.infer<typeof RedactionProfile>;

export const profileLabels: Readonly<Record<RedactionProfile, string>> = {
  others: 'Other children',
  names: 'All children’s names',
  public: 'For the public',
};

/** A redaction of one document: what is marked on its pages, who checked the marks, and the copy that was made. */
export const Redaction = z.object({
  id: RowId,
  /** The document that the copy stands for. */
  evidenceId: EvidenceId,
  /** The PDF whose pages are marked: the document itself, or a PDF that was made of it. */
  baseId: EvidenceId,
  baseSha256: z.string().length(64),
  profile: RedactionProfile,
  /** The child who may be named in it. */
  childId: ChildId.nullable(),
  markedBy: z.string().max(120),
  /** The second person, by name or role; empty until somebody has looked at the marks as they are. */
  checkedBy: z.string().trim().max(120),
  checkedAt: IsoInstant.nullable(),
  /** The safe copy: there is one only once it was verified. */
  copyId: EvidenceId.nullable(),
  copySha256: z.string().length(64).nullable(),
  madeBy: z.string().max(120),
  madeAt: IsoInstant.nullable(),
  pages: z.number().int().min(0),
  /** How many boxes were burnt in for each reason. */
  counts: z.record(z.string(), z.number()),
  /** How many places were looked at and left as they are. */
  leftAsIs: z.number().int().min(0),
});
export type Redaction = z.infer<typeof Redaction>;

const share = z.number().min(0).max(1);

/** A place on a page, in shares of the page as it is shown. */
export const RedactionMark = z.object({
  id: RowId,
  redactionId: RowId,
  page: z.number().int().min(1),
  left: share,
  top: share,
  width: share,
  height: share,
  reason: RedactionReason,
  how: z.enum(['word', 'area', 'page']),
  /** Looked at and left as it is: nothing is burnt in there. */
  isLeft: z.boolean(),
});
export type RedactionMark = z.infer<typeof RedactionMark>;

export type RedactionState = 'marking' | 'checked' | 'verified';

/** How far a redaction has come. */
export function redactionState({ checkedAt, copyId }: Redaction): RedactionState {
  if (checkedAt === null) return 'marking';
  return copyId === null ? 'checked' : 'verified';
}

/** What a redaction becomes when its marks change: whoever checked it saw other marks, and its copy has the old ones. */
export const afterMarking = (markedBy: string) =>
  ({
    ...{ markedBy, checkedBy: '', checkedAt: null },
    ...{ copyId: null, copySha256: null, madeBy: '', madeAt: null, counts: {}, leftAsIs: 0 },
  }) as const;

/** Why somebody cannot be the second person: empty when they can. */
export function whyNotSecond({ markedBy }: Pick<Redaction, 'markedBy'>, name: string): string {
  const plain = (words: string) => words.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  if (plain(name) === '') return 'Say who checked the marks, by name or role.';
  return plain(name) === plain(markedBy) ? 'Somebody other than whoever marked it has to check.' : '';
}

const strictness: readonly RedactionProfile[] = ['others', 'names', 'public'];

/**
 * Whether a verified copy may go where a profile is asked for: made for it or for more, and, where it may name one child,
 * about that child.
 */
export function fitsProfile(
  redaction: Redaction,
  wanted: RedactionProfile,
  childId: ChildId | null,
): boolean {
  if (redactionState(redaction) !== 'verified') return false;
  if (strictness.indexOf(redaction.profile) < strictness.indexOf(wanted)) return false;
  return redaction.profile !== 'others' || redaction.childId === null || redaction.childId === childId;
}

/** How many marks there are for each reason, without those that were left. */
export function countByReason(marks: readonly RedactionMark[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { reason, isLeft } of marks) if (!isLeft) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

/**
 * The redaction, with its check and its copy only where they are of these marks: a colleague's marks may have been brought
 * back since, which no check saw and no copy has.
 */
export function asMarked(redaction: Redaction, marks: readonly RedactionMark[]): Redaction {
  if (redaction.copyId === null) return redaction;
  const counts = countByReason(marks);
  const isSame =
    marks.filter(({ isLeft }) => isLeft).length === redaction.leftAsIs &&
    RedactionReason.options.every((reason) => (counts[reason] ?? 0) === (redaction.counts[reason] ?? 0));
  return isSame ? redaction : { ...redaction, ...afterMarking(redaction.markedBy) };
}
