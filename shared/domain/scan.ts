import { z } from 'zod';

/** Print that is read with less confidence than this may be handwriting, a stain or a drawing. */
export const surelyRead = 65;

/**
 * A word read from the picture of a page: its letters, then from where to how wide and high it is, in ten-thousandths of
 * the page's width and height.
 */
export const ScannedWord = z.tuple([z.string(), z.number(), z.number(), z.number(), z.number()]);
export type ScannedWord = z.infer<typeof ScannedWord>;
export const ScannedWords = z.array(ScannedWord);

/** How far the pictures of pages in one document have been read. */
export type ScanState = {
  /** Pages that wait to be read. */
  readonly waiting: number;
  /** Pages that hold words, or nothing, as far as could be read. */
  readonly read: number;
  /** Of those, the ones read without being sure. */
  readonly unsure: number;
  /** The least of any page, from 0 to 100; null where none was read. */
  readonly confidence: number | null;
};

/** "2 of 5 pages wait to be read", "read from pictures by OCR, at least 93% sure"; empty where there are none. */
export function scanWords({ waiting, read, unsure, confidence }: ScanState): string {
  if (waiting > 0)
    return `${waiting} of ${waiting + read} ${waiting + read === 1 ? 'page' : 'pages'} still to be read by OCR`;
  if (read === 0 || confidence === null) return '';
  const pages = read === 1 ? '1 page' : `${read} pages`;
  if (unsure === 0) return `${pages} read by OCR, ${read === 1 ? '' : 'at least '}${confidence}% sure`;
  if (confidence === 0 && unsure === read) return `${pages} could not be read by OCR`;
  return `${pages} read by OCR, ${unsure === read ? '' : `${unsure} of them `}not surely: look at ${read === 1 ? 'it' : 'them'} yourself`;
}
