import { z } from 'zod';

/** How a document leaves the app: to be printed, or to be worked on. */
export const PaperFormat = z.enum(['pdf', 'docx']);
export type PaperFormat = z.infer<typeof PaperFormat>;
