import type { PlacedWord } from '../../../shared/domain/redaction/placed-words.ts';
import { AppError } from '../../../shared/errors.ts';
import { hasImages, isPictured } from './page-images.ts';
import { wordsOnPage } from './page-words.ts';
import { type Pdfium, startPdfium } from './pdfium.ts';
import { fittingDpi, type PageSize, type Picture } from './picture.ts';

export type OpenPdf = {
  /** The pages as they are shown, in order. */
  readonly sizes: readonly PageSize[];
  /** A page, counted from 1, with its notes and filled-in fields. Fails with `evidence/unreadable`. */
  readonly draw: (page: number, dpi: number) => Picture & { readonly dpi: number };
  /** The words of a page's text, those of notes and filled-in fields among them, and where they stand. */
  readonly words: (page: number) => readonly PlacedWord[];
  /** Whether a page holds anything but letters and lines: an image, or a form that may hold one. */
  readonly hasImages: (page: number) => boolean;
  /** Whether a page that has words of its own may hold others that are part of a large picture. */
  readonly isPictured: (page: number) => boolean;
  readonly close: () => void;
};

/** PDFium's own numbers: fpdfview.h. */
const passwordError = 4;
const withNotes = 0x01;
const redFirst = 0x10;
const flags = withNotes | redFirst;
const fourBytes = 4;
const bytesPerPixel = 4;
const white = 0xffffffff;

let engine: Promise<Pdfium> | null = null;

/**
 * Opens a PDF for drawing, in this thread: call it from a worker. Its scripts never run: the engine has no interpreter.
 * Fails with `evidence/password-protected` or `evidence/unreadable`.
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  engine ??= startPdfium();
  const pdfium = await engine;
  const { malloc, free } = pdfium.pdfium.wasmExports;
  const at = malloc(bytes.length);
  if (at === 0) throw new AppError('evidence/unreadable', 'It is too large to draw.');
  pdfium.pdfium.HEAPU8.set(bytes, at);
  const document = pdfium.FPDF_LoadMemDocument(at, bytes.length, '');
  if (document === 0) {
    const isLocked = pdfium.FPDF_GetLastError() === passwordError;
    free(at);
    throw new AppError(isLocked ? 'evidence/password-protected' : 'evidence/unreadable');
  }
  const fields = pdfium.PDFiumExt_OpenFormFillInfo();
  const form = pdfium.PDFiumExt_InitFormFillEnvironment(document, fields);
  const sizes = pageSizes(pdfium, document);
  return {
    sizes,
    draw: (page, dpi) => drawPage(pdfium, { document, form, size: sizes[page - 1] }, { page, dpi }),
    words: (page) => wordsOnPage(pdfium, document, page),
    hasImages: (page) => hasImages(pdfium, document, page),
    isPictured: (page) => isPictured(pdfium, { document, page }, () => wordsOnPage(pdfium, document, page)),
    close: () => {
      pdfium.PDFiumExt_ExitFormFillEnvironment(form);
      pdfium.PDFiumExt_CloseFormFillInfo(fields);
      pdfium.FPDF_CloseDocument(document);
      free(at);
    },
  };
}

function pageSizes(pdfium: Pdfium, document: number): readonly PageSize[] {
  const { malloc, free } = pdfium.pdfium.wasmExports;
  const room = malloc(8);
  try {
    return Array.from({ length: pdfium.FPDF_GetPageCount(document) }, (_, index) => {
      const isKnown = pdfium.FPDF_GetPageSizeByIndexF(document, index, room);
      const width = isKnown ? pdfium.pdfium.getValue(room, 'float') : 0;
      return { width, height: isKnown ? pdfium.pdfium.getValue(room + 4, 'float') : 0 };
    });
  } finally {
    free(room);
  }
}

type Drawn = { readonly document: number; readonly form: number; readonly size: PageSize | undefined };

function drawPage(
  pdfium: Pdfium,
  { document, form, size }: Drawn,
  asked: { readonly page: number; readonly dpi: number },
): Picture & { readonly dpi: number } {
  const shown = size ? pdfium.FPDF_LoadPage(document, asked.page - 1) : 0;
  if (!size || shown === 0) throw new AppError('evidence/unreadable', `Page ${asked.page} cannot be drawn.`);
  const dpi = fittingDpi(size, asked.dpi);
  const width = Math.max(1, Math.round((size.width / 72) * dpi));
  const height = Math.max(1, Math.round((size.height / 72) * dpi));
  const { malloc, free } = pdfium.pdfium.wasmExports;
  const length = width * height * bytesPerPixel;
  const room = malloc(length);
  try {
    if (room === 0) throw new AppError('evidence/unreadable', `Page ${asked.page} is too large to draw.`);
    const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, fourBytes, room, width * bytesPerPixel);
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white);
    pdfium.FPDF_RenderPageBitmap(bitmap, shown, 0, 0, width, height, 0, flags);
    pdfium.FPDF_FFLDraw(form, bitmap, shown, 0, 0, width, height, 0, flags);
    pdfium.FPDFBitmap_Destroy(bitmap);
    return { width, height, dpi, rgba: pdfium.pdfium.HEAPU8.slice(room, room + length) };
  } finally {
    if (room !== 0) free(room);
    pdfium.FPDF_ClosePage(shown);
  }
}
