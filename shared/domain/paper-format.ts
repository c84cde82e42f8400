import { z } from 'zod';

/** How a document leaves the app: to be printed, or to be worked on. */
export const PaperFormat = z.enum(['pdf', 'docx']);
export type PaperFormat = z.infer<typeof PaperFormat>;

/** How a document of tables leaves the app: as any other, or as a workbook to be sorted and counted. */
export const TableFormat = z.enum([...PaperFormat.options, 'xlsx']);
export type TableFormat = z.infer<typeof TableFormat>;
