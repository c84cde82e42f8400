import { writeFile } from 'node:fs/promises';
import type { TableFormat } from '../../../shared/domain/paper-format.ts';
import type { Context } from '../context.ts';
import { diskError } from '../disk-error.ts';
import type { Paper } from './paper.ts';
import { paperDocx } from './paper-docx.ts';
import { paperHtml } from './paper-html.ts';
import { paperXlsx } from './paper-xlsx.ts';

/** What each form is called where files are saved. */
export const formatNames = {
  pdf: 'PDF',
  docx: 'Word document',
  xlsx: 'Excel workbook',
  csv: 'Comma-separated values',
} as const;

/** The bytes of a paper as a tagged PDF, a Word document, or a workbook of its tables. */
export async function renderPaper(
  ctx: Context,
  paper: Paper,
  format: TableFormat,
  isFootFree = false,
): Promise<Uint8Array> {
  if (format === 'docx') return paperDocx(paper);
  if (format === 'xlsx') return paperXlsx(paper);
  const { title, marking, isLandscape = false } = paper;
  return ctx.outside.printPdf(paperHtml(paper), { title, marking, landscape: isLandscape, isFootFree });
}

/**
 * Saves a paper where the user says; false when they close the dialog. `name` is the file's name without its ending, and
 * names no child. Fails with `disk/full` or `disk/cannot-write`.
 */
export async function savePaper(
  ctx: Context,
  paper: Paper,
  { format, name }: { readonly format: TableFormat; readonly name: string },
): Promise<{ readonly saved: boolean }> {
  const path = await ctx.outside.chooseSavePath(`Save ${paper.title}`, `${name}.${format}`, [
    { name: formatNames[format], extensions: [format] },
  ]);
  if (!path) return { saved: false };
  const bytes = await renderPaper(ctx, paper, format);
  await writeFile(path, bytes).catch((error: unknown) => {
    throw diskError(error) ?? error;
  });
  return { saved: true };
}
