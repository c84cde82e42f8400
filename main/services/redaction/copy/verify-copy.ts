import type { Box, PageSize } from '../../../../shared/domain/redaction/boxes.ts';
import {
  isTooOften,
  type MarkedTerm,
  type Watch,
  type Watched,
  watchFor,
} from '../../../../shared/domain/redaction/verify.ts';
import { AppError } from '../../../../shared/errors.ts';
import { pdfWords } from '../../evidence/reading/pdf-words.ts';
import { openPdf } from '../../page-picture/draw-pages.ts';
import { isBurnt } from './burn.ts';
import { scanObjects } from './scan-objects.ts';
import { seePage } from './see-page.ts';

export type PageToVerify = {
  readonly size: PageSize;
  /** What was burnt in. */
  readonly marks: readonly Box[];
  /** How often each thing may be found on it. */
  readonly allowed: readonly number[];
  /** Everything that was read from its picture, and the hash of the picture that it was read from. */
  readonly read: string;
  readonly seen: string;
};

export type CopyToVerify = {
  readonly bytes: Uint8Array;
  readonly pages: readonly PageToVerify[];
  readonly watched: Watched;
  readonly terms: readonly MarkedTerm[];
};

/** What is wrong with a copy; null for the page where it is not about one. */
export type Wrong = { readonly page: number | null; readonly what: string };

/**
 * Looks for what had to go with everything that did not make the copy: its objects read byte by byte, its text as pdf.js
 * reads it, what was read from the pictures of its pages, and the pictures themselves, drawn afresh. A page that is drawn as
 * it was when it was read, pixel for pixel, need not be read again to know what can be read in it. Nothing is said of what
 * was found but where.
 */
export async function verifyCopy({ bytes, pages, watched, terms }: CopyToVerify): Promise<readonly Wrong[]> {
  const watch = watchFor(watched, terms);
  const scanned = scanObjects(bytes);
  if ('refused' in scanned) return [{ page: null, what: scanned.refused }];
  return [
    ...inTexts(scanned.texts, pages, watch, 'A marked word stands in its objects.'),
    ...inTexts(
      pages.map(({ read }) => read),
      pages,
      watch,
      'A word that has to go can still be read in the picture of the page.',
    ),
    ...(await inText(bytes, pages, watch)),
    ...(await inPictures(bytes, pages)),
  ];
}

function inTexts(
  texts: readonly string[],
  pages: readonly PageToVerify[],
  watch: Watch,
  what: string,
): readonly Wrong[] {
  if (texts.length !== pages.length) return [{ page: null, what: 'It has other pages than the document.' }];
  return texts.flatMap((text, at) =>
    isTooOften(watch.countIn(text), pages[at]?.allowed ?? []) ? [{ page: at + 1, what }] : [],
  );
}

async function inText(
  bytes: Uint8Array,
  pages: readonly PageToVerify[],
  watch: Watch,
): Promise<readonly Wrong[]> {
  const source = {
    size: bytes.length,
    read: async (offset: number, length: number) => bytes.subarray(offset, offset + length),
  };
  const { texts, facts } = await pdfWords(source);
  if (facts.length > 0 || texts.length > pages.length)
    return [{ page: null, what: 'It holds something that its pages do not show.' }];
  return inTexts(texts, pages, watch, 'A word that has to go is still in its text.');
}

async function inPictures(bytes: Uint8Array, pages: readonly PageToVerify[]): Promise<readonly Wrong[]> {
  const pdf = await openPdf(bytes);
  try {
    return pages.flatMap(({ size, marks, seen }, at) => {
      const { picture, sha256 } = seePage(pdf, at + 1);
      if (sha256 !== seen) return [{ page: at + 1, what: 'It shows something else than what was read.' }];
      return isBurnt(picture, size, marks)
        ? []
        : [{ page: at + 1, what: 'A mark does not cover what it has to.' }];
    });
  } catch (error) {
    if (error instanceof AppError) return [{ page: null, what: 'It cannot be drawn.' }];
    throw error;
  } finally {
    pdf.close();
  }
}
