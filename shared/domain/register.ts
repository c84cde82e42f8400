import { z } from 'zod';

/** The lists that can be taken out of the app as they stand on screen. */
export const RegisterKind = z.enum([
  'people',
  'places',
  'requests',
  'feedback',
  'evidence',
  'children',
  'consents',
]);
export type RegisterKind = z.infer<typeof RegisterKind>;

export const registerLabels: Readonly<Record<RegisterKind, string>> = {
  people: 'People',
  places: 'Places',
  requests: 'Requests',
  feedback: 'Feedback',
  evidence: 'Evidence',
  children: 'Children',
  consents: 'Consents',
};

export const RegisterFormat = z.enum(['pdf', 'docx', 'xlsx', 'csv']);
export type RegisterFormat = z.infer<typeof RegisterFormat>;

export const registerFormatLabels: Readonly<Record<RegisterFormat, string>> = {
  pdf: 'PDF, to print or send',
  docx: 'Word document',
  xlsx: 'Excel workbook, to sort and filter',
  csv: 'Comma-separated values',
};
