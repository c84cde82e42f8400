import { z } from 'zod';
import { ChecklistItemId, ChildId, CriterionId, EvidenceId, MeetingId, RequestId, RowId } from './ids.ts';
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
