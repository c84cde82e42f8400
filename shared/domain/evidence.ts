import { z } from 'zod';
import { ChecklistItemId, ChildId, CriterionId, EvidenceId, MeetingId, RequestId, RowId } from './ids.ts';
import { Sector } from './sector.ts';
import { IsoDate, IsoInstant } from './time.ts';

export const EvidenceType = z.enum([
  'pdf',
  'docx',
  'xlsx',
  'pptx',
  'png',
  'jpeg',
  'gif',
  'webp',
  'tiff',
  'heic',
  'eml',
  'msg',
  'rtf',
  'html',
  'csv',
  'txt',
]);
export type EvidenceType = z.infer<typeof EvidenceType>;

const pictures = ['png', 'jpeg', 'gif', 'webp', 'tiff', 'heic'] as const satisfies readonly EvidenceType[];
type Picture = (typeof pictures)[number];

/** Whether a document is a picture: large, with little in it to read. */
export const isPicture = (type: EvidenceType): type is Picture =>
  (pictures as readonly string[]).includes(type);

/** The largest picture that is taken from the clipboard: 50 MB, four screens of the finest side by side. */
export const mostPasted = 50_000_000;

export const Sensitivity = z.enum(['public', 'internal', 'personal', 'restricted']);
export type Sensitivity = z.infer<typeof Sensitivity>;

export const sensitivityLabels: Readonly<Record<Sensitivity, string>> = {
  public: 'Could be published',
  internal: 'For the partnership',
  personal: 'About a child or family',
  restricted: 'Safeguarding or legal advice',
};

/** What a document starts with until somebody says more. */
export const noDetails = {
  ...{ sector: null, sensitivity: null, replacesId: null },
  ...{ cameWithId: null, madeFromId: null, printedOfId: null, notForChildId: null },
} as const;

/** One document kept inside the engagement; its bytes are kept once, under their SHA-256. */
export const EvidenceItem = z.object({
  id: EvidenceId,
  title: z.string().trim().min(1).max(200),
  /** As it was called outside; shown, never used as a path. */
  fileName: z.string().max(255),
  type: EvidenceType,
  sha256: z.string().length(64),
  size: z.number().int().min(1),
  receivedAt: IsoInstant,
  /** The date the document itself bears, when that is known. */
  evidenceDate: IsoDate.nullable(),
  from: z.string().max(160),
  pages: z.number().int().min(1).nullable(),
  notes: z.string().max(4000),
  /** Whose it is. */
  sector: Sector.nullable(),
  /** How careful to be with it; null while nobody has said. */
  sensitivity: Sensitivity.nullable(),
  /** The earlier version that this one takes the place of. */
  replacesId: EvidenceId.nullable(),
  /** The message that it came with. */
  cameWithId: EvidenceId.nullable(),
  /** The document that the app made this one of: a PDF of a Word document, or a redacted copy. */
  madeFromId: EvidenceId.nullable(),
  /** The document that this PDF shows as it is printed: saved by the program it was written in, or made here. */
  printedOfId: EvidenceId.nullable(),
  /** The child who is named in it, but with whose papers the user said it does not belong. */
  notForChildId: ChildId.nullable(),
});
export type EvidenceItem = z.infer<typeof EvidenceItem>;

/** Ties an item to one thing it is evidence for; exactly one of the five is set. */
export const EvidenceLink = z.object({
  id: RowId,
  evidenceId: EvidenceId,
  childId: ChildId.nullable(),
  checklistItemId: ChecklistItemId.nullable(),
  requestId: RequestId.nullable(),
  criterionId: CriterionId.nullable(),
  meetingId: MeetingId.nullable(),
});
export type EvidenceLink = z.infer<typeof EvidenceLink>;
