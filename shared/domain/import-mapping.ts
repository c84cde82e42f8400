import { z } from 'zod';
import { RowId } from './ids.ts';

/** Which heading was taken for which field the last time a spreadsheet of this shape was imported. */
export const ImportMapping = z.object({
  id: RowId,
  target: z.string().min(1).max(40),
  /** The headings that a spreadsheet of this shape has, in a form that ignores case, order and spacing. */
  signature: z.string().min(1).max(2000),
  mapping: z.record(z.string(), z.string()),
});
export type ImportMapping = z.infer<typeof ImportMapping>;
