import { around, type Box } from '../../../shared/domain/redaction/boxes.ts';
import type { PlacedWord } from '../../../shared/domain/redaction/placed-words.ts';
import type { Pdfium } from './pdfium.ts';

/** PDFium's numbers: fpdf_flatten.h, and what it puts for a hyphen at the end of a line. */
const asShown = 0;
const hyphenAtLineEnd = 2;
/** Places are given in whole units of a page this wide and high. */
const units = 100_000;

/**
 * The words of a page and where they stand as it is shown, turned and cropped. Notes and filled-in fields are made part of
 * the page first, as it looks, so that their words are found too. Invisible words are among them.
 */
export function wordsOnPage(pdfium: Pdfium, document: number, page: number): readonly PlacedWord[] {
  flatten(pdfium, document, page);
  const shown = pdfium.FPDF_LoadPage(document, page - 1);
  const text = shown === 0 ? 0 : pdfium.FPDFText_LoadPage(shown);
  const { malloc, free } = pdfium.pdfium.wasmExports;
  const room = malloc(24);
  try {
    return text === 0 ? [] : readWords(pdfium, { shown, text, room });
  } finally {
    free(room);
    if (text !== 0) pdfium.FPDFText_ClosePage(text);
    if (shown !== 0) pdfium.FPDF_ClosePage(shown);
  }
}

function flatten(pdfium: Pdfium, document: number, page: number): void {
  const shown = pdfium.FPDF_LoadPage(document, page - 1);
  if (shown === 0) return;
  pdfium.FPDFPage_Flatten(shown, asShown);
  pdfium.FPDF_ClosePage(shown);
}

type Opened = { readonly shown: number; readonly text: number; readonly room: number };

function readWords(pdfium: Pdfium, opened: Opened): readonly PlacedWord[] {
  const words: PlacedWord[] = [];
  let letters = '';
  let boxes: Box[] = [];
  const end = (): void => {
    if (letters !== '' && boxes.length > 0) words.push({ text: letters, box: around(boxes) });
    letters = '';
    boxes = [];
  };
  const count = pdfium.FPDFText_CountChars(opened.text);
  for (let at = 0; at < count; at += 1) {
    const code = pdfium.FPDFText_GetUnicode(opened.text, at);
    const isHyphen = code === hyphenAtLineEnd || code === 0xad;
    const letter = isHyphen ? '-' : letterOf(code);
    if (letter.trim() === '') {
      end();
      continue;
    }
    letters += letter;
    boxes.push(boxOf(pdfium, opened, at));
    if (code === hyphenAtLineEnd) end();
  }
  end();
  return words;
}

/** Nothing for a control character, which stands between words. */
const letterOf = (code: number): string =>
  code <= 0x20 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? ' ' : String.fromCodePoint(code);

function boxOf(pdfium: Pdfium, { shown, text, room }: Opened, at: number): Box {
  pdfium.FPDFText_GetLooseCharBox(text, at, room);
  const float = (index: number) => pdfium.pdfium.getValue(room + index * 4, 'float');
  const [left, top, right, bottom] = [float(0), float(1), float(2), float(3)];
  return around([pointOf(pdfium, shown, room, left, top), pointOf(pdfium, shown, room, right, bottom)]);
}

function pointOf(pdfium: Pdfium, shown: number, room: number, x: number, y: number): Box {
  pdfium.FPDF_PageToDevice(shown, 0, 0, units, units, 0, x, y, room + 16, room + 20);
  const share = (offset: number) => pdfium.pdfium.getValue(room + offset, 'i32') / units;
  return { left: share(16), top: share(20), width: 0, height: 0 };
}
