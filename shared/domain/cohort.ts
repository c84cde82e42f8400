import { z } from 'zod';
import { RowId } from './ids.ts';
import { IsoInstant } from './time.ts';

/** A child-level list kept whole until the tracked children are chosen; its children are apart, where shredding reaches them. */
export const Cohort = z.object({
  id: RowId,
  title: z.string().trim().min(1).max(160),
  at: IsoInstant,
  rows: z.number().int().min(0),
  shreddedAt: IsoInstant.nullable(),
});
export type Cohort = z.infer<typeof Cohort>;
