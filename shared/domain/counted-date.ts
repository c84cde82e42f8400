import { z } from 'zod';
import { RowId } from './ids.ts';
import { MinuteOfDay } from './time.ts';

/**
 * When a template's request, meeting or task falls, in working days from the one date. It lets an engagement be got
 * ready before that date is known, and be dated the moment it is.
 */
export const CountedDate = z.object({
  id: RowId,
  of: z.enum(['request', 'meeting', 'action']),
  rowId: z.string().min(1).max(64),
  fromOffset: z.number().int(),
  toOffset: z.number().int(),
  /** The time of a meeting whose place on the day the template proposes. */
  start: MinuteOfDay.nullable(),
  /** Held on each working day of its range. */
  isDaily: z.boolean(),
});
export type CountedDate = z.infer<typeof CountedDate>;
