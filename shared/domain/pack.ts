import { z } from 'zod';
import { ChildId, CriterionId, RowId } from './ids.ts';
import { IsoInstant } from './time.ts';

/** A pack that was made: what it was about, how much was in it, and the hash that proves what was given. */
export const PackExport = z.object({
  id: RowId,
  at: IsoInstant,
  /** "Child C" or a line of enquiry's title; never a child's name. */
  subject: z.string().min(1).max(300),
  childId: ChildId.nullable(),
  criterionId: CriterionId.nullable(),
  recipient: z.string().max(200),
  documents: z.number().int().min(0),
  bytes: z.number().int().min(0),
  manifestSha256: z.string().length(64),
  reason: z.string().max(500),
});
export type PackExport = z.infer<typeof PackExport>;
