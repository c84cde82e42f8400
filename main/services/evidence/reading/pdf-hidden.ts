import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type HiddenFact, hiddenFact } from '../../../../shared/domain/hidden-data.ts';
import type { ByteSource } from '../zip-file.ts';

/** What is read of a mark on a page. */
export type Annotation = {
  readonly subtype?: string;
  readonly contentsObj?: { readonly str?: string };
  readonly titleObj?: { readonly str?: string };
  readonly fieldValue?: unknown;
  readonly alternativeText?: string;
  readonly unsafeUrl?: string;
  readonly actions?: unknown;
  readonly file?: { readonly filename?: string };
};

export type AnnotationsSeen = {
  readonly hear: (annotations: readonly Annotation[]) => void;
  readonly comments: () => number;
  readonly authors: () => readonly string[];
  readonly files: () => readonly string[];
  readonly hasActions: () => boolean;
};

/** Links and form fields are on the page for all to see; a popup belongs to a comment that is counted itself. */
const noComment: ReadonlySet<string> = new Set(['Link', 'Widget', 'Popup', 'FileAttachment', 'PrinterMark']);

/** Counts, page by page, the comments on the pages of a PDF and what else hangs on them. */
export function annotationsSeen(): AnnotationsSeen {
  let comments = 0;
  let hasActions = false;
  const authors: string[] = [];
  const files: string[] = [];
  return {
    hear: (annotations) => {
      for (const { subtype = '', titleObj, contentsObj, actions, file } of annotations) {
        if (actions) hasActions = true;
        if (subtype === 'FileAttachment') files.push(file?.filename ?? '');
        if (noComment.has(subtype) || !(contentsObj?.str || subtype === 'Text')) continue;
        comments += 1;
        authors.push(titleObj?.str ?? '');
      }
    },
    comments: () => comments,
    authors: () => authors,
    files: () => files,
    hasActions: () => hasActions,
  };
}

/** What a PDF holds that does not show: comments, attached files, scripts, and who wrote it. */
export async function pdfHidden(
  pdf: PDFDocumentProxy,
  seen: AnnotationsSeen,
  attached: readonly string[],
): Promise<readonly HiddenFact[]> {
  const info = (await pdf.getMetadata().catch(() => null))?.info as { Author?: unknown } | undefined;
  const author = typeof info?.Author === 'string' ? [info.Author] : [];
  const scripts = Object.keys((await pdf.getJSActions().catch(() => null)) ?? {}).length;
  const facts = [
    hiddenFact('comments', seen.comments(), seen.authors()),
    hiddenFact('attachments', attached.length + seen.files().length, [...attached, ...seen.files()]),
    hiddenFact('scripts', scripts > 0 || seen.hasActions() ? 1 : 0),
    hiddenFact('author', 0, author),
  ];
  return facts.filter((fact) => fact !== null);
}

const pieceSize = 4 * 1024 * 1024;
const endMark = Buffer.from('startxref');
const linear = Buffer.from('/Linearized');

/** How many earlier states of a PDF are still in it: each time one is saved on top, its end is written once more. */
export async function countRevisions(source: ByteSource): Promise<number> {
  let ends = 0;
  let carried = Buffer.alloc(0);
  let isLinear = false;
  for (let at = 0; at < source.size; at += pieceSize) {
    const bytes = await source.read(at, Math.min(pieceSize, source.size - at));
    const piece = Buffer.concat([carried, bytes]);
    if (at === 0) isLinear = piece.subarray(0, 2048).includes(linear);
    for (let found = piece.indexOf(endMark); found >= 0; found = piece.indexOf(endMark, found + 1)) ends += 1;
    carried = piece.subarray(Math.max(0, piece.length - endMark.length + 1));
  }
  // A PDF made for the web has one end at its front besides.
  return Math.max(0, ends - 1 - (isLinear ? 1 : 0));
}
