import type { EvidenceItem, EvidenceType } from '../../../shared/domain/evidence.ts';
import { typeFacts } from '../../../shared/domain/file-type.ts';
import { AppError } from '../../../shared/errors.ts';
import { readContent as readBytes } from '../../db/evidence-content.ts';
import type { Context } from '../context.ts';
import { theEngagement } from '../engagement.ts';
import { readContent } from '../evidence/view.ts';
import { escapeHtml, htmlPage } from '../html.ts';

// In type of the machine's own: that of the app is drawn letter by letter, and boxes of words are measured here.
const style = `
  body { font-family: "Segoe UI", Arial, "DejaVu Sans", sans-serif; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
  img { max-width: 100%; max-height: 240mm; }
  td, th { overflow-wrap: anywhere; }
`;

/** What the pages that are made of a document leave out, or may show otherwise; empty for a PDF. */
export function layoutWarning(type: EvidenceType): string {
  switch (type) {
    case 'pdf':
      return '';
    case 'docx':
      return 'Its pages were made here from the words, tables and pictures of the Word document: headers, footers, columns and page breaks may differ. Where the layout matters, save it as PDF in Word and redact that.';
    case 'xlsx':
      return 'Its pages were made here from the values of the workbook, up to 1,000 rows and 60 columns of each sheet. Charts and colours are left out.';
    case 'eml':
    case 'msg':
      return 'Its pages were made here from the words of the message. Redact what came with it by itself.';
    case 'png':
    case 'jpeg':
    case 'gif':
    case 'webp':
      return 'The picture was put on a page, without where and when it was taken.';
    default:
      return 'Its pages were made here from its words: the layout may differ.';
  }
}

/** A document that is no PDF, printed to one. Fails with `redaction/no-pages` where it cannot be shown here. */
export async function pagesOf(ctx: Context, item: EvidenceItem): Promise<Uint8Array> {
  const { marking } = theEngagement(ctx.db);
  const body = await bodyOf(ctx, item);
  return ctx.outside.printPdf(htmlPage('Document', body, style), { title: '', marking });
}

async function bodyOf(ctx: Context, item: EvidenceItem): Promise<string> {
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
