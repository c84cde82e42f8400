import { z } from 'zod';
import { ChildId, RowId } from './ids.ts';
import { Sector } from './sector.ts';
import { IsoDate } from './time.ts';

/** One dated event of a child's life with services, and which agency's record says so. */
export const ChronologyEntry = z.object({
  id: RowId,
  childId: ChildId,
  date: IsoDate,
  what: z.string().trim().min(1).max(1000),
  sector: Sector.nullable(),
  /** Whose record it is, as exactly as known: "CAMHS case notes", "School log". */
  source: z.string().trim().min(1).max(160),
});
export type ChronologyEntry = z.infer<typeof ChronologyEntry>;

/** The entries of every agency in one order of time, the oldest first; those of a day keep the order they were added in. */
export function mergedChronology(entries: readonly ChronologyEntry[]): readonly ChronologyEntry[] {
  return entries.toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
}
