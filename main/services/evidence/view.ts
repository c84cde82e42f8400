import type { EvidenceItem, EvidenceType } from '../../../shared/domain/evidence.ts';
import { heicAdvice, typeFacts } from '../../../shared/domain/file-type.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { Contract } from '../../../shared/ipc/contract.ts';
import type { EvidenceContent } from '../../../shared/ipc/evidence.ts';
import { readContent as readBytes, readChunks, readTexts } from '../../db/evidence-content.ts';
import { findRow, getRow } from '../../db/table.ts';
import { evidenceItems } from '../../db/tables.ts';
import type { Context } from '../context.ts';
import { escapeHtml } from '../html.ts';
import { decodeText } from '../import/csv-text.ts';
import { openDocumentReader } from './document-reader.ts';
import { drawSheet, readSheetSizes } from './draw-tiff.ts';

/** What the window draws from the bytes themselves. */
const drawn: ReadonlySet<EvidenceType> = new Set(['pdf', 'png', 'jpeg', 'gif', 'webp']);
/** Letters shown of a text; the original has the rest. */
const longestText = 2_000_000;

export type ServedDocument = {
  readonly type: string;
  readonly bytes: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer>;
};

/**
 * The bytes of a document that the window draws itself, a chunk at a time as they are asked for, or one page of a TIFF
 * drawn for it; null for any other, so that nothing else is ever served.
 */
export async function evidenceForViewer(
  ctx: Context,
  id: string,
  page: number,
): Promise<ServedDocument | null> {
  const { db } = ctx;
  const item = findRow(db, evidenceItems, id);
  if (item?.type === 'tiff') {
    return { type: 'image/png', bytes: await drawSheet(ctx, item, page) };
  }
  if (!item || !drawn.has(item.type)) return null;
  const chunks = readChunks(db, item.sha256);
  const bytes = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const { done, value } = chunks.next();
      if (done) controller.close();
      else controller.enqueue(new Uint8Array(value));
    },
  });
  return { type: typeFacts[item.type].mime, bytes };
}

/** How a document is shown in the window; fails with `evidence/unreadable` when it cannot be. */
export async function readContent(
  ctx: Context,
  { id }: ParsedInputOf<Contract['evidence:readContent']>,
): Promise<EvidenceContent> {
  const item = getRow(ctx.db, evidenceItems, id);
  const url = `evidence://item/${encodeURIComponent(id)}`;
  if (drawn.has(item.type)) return { kind: item.type === 'pdf' ? 'pdf' : 'image', url };
  switch (item.type) {
    case 'docx':
    case 'xlsx':
      return { kind: 'html', html: await officeHtml(item.type, readBytes(ctx.db, item.sha256)) };
    case 'html':
      return { kind: 'html', html: decodeText(readBytes(ctx.db, item.sha256))?.slice(0, longestText) ?? '' };
    case 'csv':
    case 'txt':
    case 'eml':
    case 'msg':
    case 'rtf':
      return textOf(ctx, item);
    case 'pptx':
      return slidesOf(ctx, item);
    case 'tiff':
      return { kind: 'sheets', url: `${url}?page=`, sheets: await readSheetSizes(ctx, item) };
    default:
      return { kind: 'none', why: whyNotShown(item.type) };
  }
}

const whyNotShown = (type: EvidenceType): string =>
  type === 'heic'
    ? heicAdvice
    : `${typeFacts[type].label} files cannot be shown here. Save the original to look at it.`;

async function officeHtml(type: 'docx' | 'xlsx', bytes: Uint8Array): Promise<string> {
  const reader = openDocumentReader();
  try {
    return await reader.readHtml(type, bytes);
  } finally {
    await reader.close();
  }
}

const noWords: EvidenceContent = {
  kind: 'none',
  why: 'Its words could not be read. Save the original to look at it.',
};

/** The words of each slide under its number; the first line is nearly always its title. */
function slidesOf({ db }: Context, { sha256, pages }: EvidenceItem): EvidenceContent {
  const slides = readTexts(db, sha256).slice(0, pages ?? 1);
  if (slides.every((text) => text.trim() === '')) return noWords;
  const html = slides.map((text, at) => {
    const [title = '', ...lines] = text.split('\n').filter((line) => line.trim() !== '');
    const said = lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('');
    const whole = title === '' ? '<p>No words on it.</p>' : `<h2>${escapeHtml(title)}</h2>${said}`;
    return `<figure><figcaption>Slide ${at + 1} of ${slides.length}</figcaption>${whole}</figure>`;
  });
  return { kind: 'html', html: html.join('') };
}

function textOf({ db }: Context, { sha256, pages }: EvidenceItem): EvidenceContent {
  const text = readTexts(db, sha256)
    .slice(0, pages ?? 1)
    .join('\n\n');
  if (text.trim() === '') return noWords;
  const isCut = text.length > longestText;
  return {
    kind: 'text',
    text: isCut ? `${text.slice(0, longestText)}\n\nThe rest is in the original.` : text,
  };
}
