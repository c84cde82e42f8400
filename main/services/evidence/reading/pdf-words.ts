import './without-canvas.ts';
// The worker half must be there before the library looks for it: in a bundle there is no file to load it from.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import {
  getDocument,
  PDFDataRangeTransport,
  type PDFDocumentProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { hiddenFact, notLookedAt } from '../../../../shared/domain/hidden-data.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { ByteSource } from '../zip-file.ts';
import { type Annotation, annotationsSeen, countRevisions, pdfHidden } from './pdf-hidden.ts';
import { type Words, wordsOf } from './words.ts';

const rangeSize = 1024 * 1024;
const wholeSize = 8 * 1024 * 1024;
const mostPages = 20_000;

type OnPage = (words: Words) => void;

/**
 * The words of a PDF page by page, with its notes, form fields and properties as hidden words. Fails with
 * `evidence/password-protected` or `evidence/unreadable`. `onPage` hears what has been read so far, so that a reader
 * that runs out of time keeps it.
 */
export async function pdfWords(source: ByteSource, onPage: OnPage = () => {}): Promise<Words> {
  const task = getDocument({
    ...(await sourceFor(source)),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const pdf = await task.promise.catch((error: Error) => {
      throw new AppError(
        error.name === 'PasswordException' ? 'evidence/password-protected' : 'evidence/unreadable',
      );
    });
    const words = await readPages(pdf, onPage);
    const revisions = hiddenFact('revisions', await countRevisions(source));
    return { ...words, facts: [...words.facts, ...(revisions ? [revisions] : [])] };
  } finally {
    await task.destroy();
  }
}

/** A small document whole, since each part asked for is copied three times on its way; of a larger one what is asked for. */
async function sourceFor(source: ByteSource) {
  if (source.size > wholeSize) return { range: rangesOf(source), rangeChunkSize: rangeSize };
  // It is handed over, and stays the caller's.
  return { data: new Uint8Array(await source.read(0, source.size)) };
}

function rangesOf(source: ByteSource): PDFDataRangeTransport {
  const transport = new PDFDataRangeTransport(source.size, null);
  transport.requestDataRange = (begin: number, end: number) => {
    void source.read(begin, end - begin).then((bytes) => transport.onDataRange(begin, new Uint8Array(bytes)));
  };
  return transport;
}

async function readPages(pdf: PDFDocumentProxy, onPage: OnPage): Promise<Words> {
  const count = Math.min(pdf.numPages, mostPages);
  const texts: string[] = Array.from({ length: pdf.numPages }, () => '');
  const hidden: string[] = [];
  const seen = annotationsSeen();
  let tellAt = 10;
  for (let number = 1; number <= count; number += 1) {
    const page = await pdf.getPage(number).catch(() => null);
    if (page === null) {
      if (number === 1) throw new AppError('evidence/unreadable', 'Its first page is missing.');
      continue;
    }
    const { items } = await page.getTextContent().catch(() => ({ items: [] }));
    texts[number - 1] = items
      .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
      .join('');
    const annotations: readonly Annotation[] = await page.getAnnotations().catch(() => []);
    hidden.push(...annotations.flatMap(annotationText));
    seen.hear(annotations);
    page.cleanup();
    if (number < tellAt) continue;
    // Everything so far is told each time, so that it is told less often the more there is.
    tellAt = Math.ceil(number * 1.25);
    onPage(wordsOf(texts, { hidden: hidden.join('\n'), unread: 1, facts: notLookedAt }));
  }
  const attached = Object.keys((await pdf.getAttachments().catch(() => null)) ?? {});
  hidden.push(
    ...attached,
    ...(await propertyText(pdf)),
    ...outlineText(await pdf.getOutline().catch(() => null)),
  );
  const facts = await pdfHidden(pdf, seen, attached);
  return wordsOf(texts, { hidden: hidden.join('\n'), unread: attached.length, facts });
}

function annotationText(annotation: Annotation): readonly string[] {
  const { contentsObj, titleObj, fieldValue, alternativeText, unsafeUrl } = annotation;
  const values = [contentsObj?.str, titleObj?.str, alternativeText, unsafeUrl, ...[fieldValue].flat()];
  return values.filter((value): value is string => typeof value === 'string' && value.trim() !== '');
}

async function propertyText(pdf: PDFDocumentProxy): Promise<readonly string[]> {
  const found = await pdf.getMetadata().catch(() => null);
  if (!found) return [];
  const info = found.info as Readonly<Record<string, unknown>>;
  const named = ['Title', 'Author', 'Subject', 'Keywords'].map((name) => info[name]);
  const custom = Object.values((info.Custom ?? {}) as object);
  const more = found.metadata ? [...found.metadata].flatMap(([, value]) => value) : [];
  const texts = [...named, ...custom, ...more].filter(
    (value): value is string => typeof value === 'string' && value !== '',
  );
  return [...new Set(texts)];
}

type OutlineItem = { readonly title: string; readonly items: readonly OutlineItem[] };

function outlineText(items: readonly OutlineItem[] | null): readonly string[] {
  return (items ?? []).flatMap((item) => [item.title, ...outlineText(item.items)]);
}
