import { z } from 'zod';
import { RowId } from '../ids.ts';
import { IsoInstant } from '../time.ts';

/** That a copy was given to somebody, and where the log stood then: what the two have in common. */
export const HandOver = z.object({
  id: RowId,
  at: IsoInstant,
  to: z.string().trim().min(1).max(120),
  handedBy: z.string(),
  /** The hash of the newest entry of the log. */
  head: z.string(),
});
export type HandOver = z.infer<typeof HandOver>;

/** That a copy was brought back: whose, and what came of it. */
export const BringBack = z.object({
  id: RowId,
  at: IsoInstant,
  fileName: z.string(),
  /** Whoever worked in it since the parting. */
  who: z.string(),
  /** Where the log of that copy stood. */
  head: z.string(),
  steps: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  removed: z.number().int(),
  conflicts: z.number().int(),
});
export type BringBack = z.infer<typeof BringBack>;

/** One thing that somebody did in a copy that was brought back. */
export const MergedStep = z.object({
  id: z.string(),
  bringBackId: RowId,
  writer: z.string(),
  clock: z.number().int(),
  at: IsoInstant,
  actor: z.string(),
  summary: z.string(),
});
export type MergedStep = z.infer<typeof MergedStep>;
