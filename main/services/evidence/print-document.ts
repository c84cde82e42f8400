import type { EvidenceItem } from '../../../shared/domain/evidence.ts';
import { typeFacts } from '../../../shared/domain/file-type.ts';
import { AppError } from '../../../shared/errors.ts';
import type { WritableDb } from '../../db/connection.ts';
import { readContent as readBytes, readTexts } from '../../db/evidence-content.ts';
import type { About, Context } from '../context.ts';
import { theEngagement } from '../engagement.ts';
import { escapeHtml, htmlPage } from '../html.ts';
import { keepMade } from './keep-made.ts';
import { readContent } from './view.ts';

// In type of the machine's own: that of the app is drawn letter by letter, and boxes of words are measured here.
const style = `
  body { font-family: "Segoe UI", Arial, "DejaVu Sans", sans-serif; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
  img { max-width: 100%; max-height: 240mm; }
  td, th { overflow-wrap: anywhere; }
  .slide + .slide { break-before: page; }
`;

/**
 * Prints a document that is no PDF to one, and keeps that as its printed form in one undoable step with whatever else
 * belongs to it. Fails with `redaction/no-pages` where it cannot be shown here, and with `pack/cannot-print`.
 */
export async function printDocument<T>(
  ctx: Context,
  item: EvidenceItem,
  about: About,
  alongside: (tx: WritableDb, printed: EvidenceItem) => T,
): Promise<T> {
  const bytes = await pagesOf(ctx, item);
  const made = { from: item, title: `${item.title}, as PDF`, fileName: 'Printed copy.pdf', bytes };
  return keepMade(ctx, { ...made, isPrinted: true }, about, alongside);
}

async function pagesOf(ctx: Context, item: EvidenceItem): Promise<Uint8Array> {
  const { marking } = theEngagement(ctx.db);
  const laidOut = item.type === 'docx' ? await ctx.outside.layOutWord(readBytes(ctx.db, item.sha256)) : null;
  const options = { title: '', marking, isFootFree: true };
  if (laidOut !== null) return ctx.outside.printPdf(laidOut, { ...options, hasOwnPaper: true });
  const body = await bodyOf(ctx, item);
  if (item.type !== 'xlsx') return ctx.outside.printPdf(htmlPage('Document', body, style), options);
  return ctx.outside.printPdf(htmlPage('Document', body, style + sheetStyle(body)), {
    ...{ ...options, landscape: true },
  });
}

/** Words of a sheet are broken only where there are so many columns that they would not fit else. */
function sheetStyle(body: string): string {
  const columns = Math.max(...body.split('<tr').map((row) => row.match(/<t[dh][\s>]/g)?.length ?? 0));
  return columns <= 12
    ? 'table { font-size: 8pt; } td, th { overflow-wrap: break-word; }'
    : 'table { font-size: 6.5pt; }';
}

async function bodyOf(ctx: Context, item: EvidenceItem): Promise<string> {
  if (item.type === 'pptx') return slidesOf(ctx, item);
  const content = await readContent(ctx, { id: item.id });
  switch (content.kind) {
    case 'html':
      return content.html;
    case 'text':
      return `<pre>${escapeHtml(content.text)}</pre>`;
    case 'image': {
      const data = Buffer.from(readBytes(ctx.db, item.sha256)).toString('base64');
      return `<img alt="" src="data:${typeFacts[item.type].mime};base64,${data}">`;
    }
    default:
      throw new AppError('redaction/no-pages');
  }
}

/** The words of each slide under its number, each slide on a page of its own. */
function slidesOf({ db }: Context, { sha256, pages }: EvidenceItem): string {
  const slides = readTexts(db, sha256).slice(0, pages ?? 1);
  if (slides.every((text) => text.trim() === '')) throw new AppError('redaction/no-pages');
  return slides
    .map(
      (text, at) => `<section class="slide"><h2>Slide ${at + 1}</h2><pre>${escapeHtml(text)}</pre></section>`,
    )
    .join('');
}
