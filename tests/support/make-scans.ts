import { deflateSync } from 'node:zlib';
import { degrees, PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { openPdf } from '../../main/services/page-picture/draw-pages.ts';
import type { Picture } from '../../main/services/page-picture/picture.ts';
import { encodePng } from '../../main/services/page-picture/png.ts';
import { makePdf } from './make-documents.ts';

/** Printed lines as a picture of an A4 page, as a scanner would hand them over. */
export async function makePrinted(lines: readonly string[], dpi = 150): Promise<Picture> {
  const pdf = await openPdf(await makePdf({ pages: [lines] }));
  try {
    return pdf.draw(1, dpi);
  } finally {
    pdf.close();
  }
}

/** The same as the bytes of a PNG. */
export async function makePrintedPng(lines: readonly string[], dpi = 150): Promise<Uint8Array> {
  return encodePng(await makePrinted(lines, dpi));
}

export type ScanChoices = {
  /** By how much the sheets lie turned in the scanner, clockwise. */
  readonly turned?: 0 | 90 | 180 | 270;
};

/** A PDF whose pages are pictures of printed lines and hold no words. */
export async function makeScanOf(
  pages: readonly (readonly string[])[],
  { turned = 0 }: ScanChoices = {},
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (const lines of pages) {
    const picture = await pdf.embedPng(await makePrintedPng(lines));
    const isOnSide = turned % 180 !== 0;
    const page = pdf.addPage(isOnSide ? [842, 595] : [595, 842]);
    const corner = { 0: [0, 0], 90: [0, 595], 180: [595, 842], 270: [842, 0] }[turned];
    page.drawImage(picture, {
      x: corner[0] ?? 0,
      y: corner[1] ?? 0,
      width: 595,
      height: 842,
      rotate: degrees(-turned),
    });
  }
  return pdf.save();
}

/** A page with typed lines at its head, and under them a picture of so many points in width. */
export async function makeUnderHeading(
  typed: readonly string[],
  png: Uint8Array,
  width: number,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([595, 842]);
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const [at, line] of typed.entries()) page.drawText(line, { x: 40, y: 810 - at * 16, size: 11, font });
  const picture = await pdf.embedPng(png);
  const height = (width / picture.width) * picture.height;
  page.drawImage(picture, { x: 15, y: 770 - height, width, height });
  return pdf.save();
}

/** A TIFF with a sheet of printed lines for each page, in grey, packed by Deflate or not at all. */
export async function makePrintedTiff(
  pages: readonly (readonly string[])[],
  { isDeflated = false } = {},
): Promise<Uint8Array> {
  const sheets: Sheet[] = [];
  for (const lines of pages) {
    const { width, height, rgba } = await makePrinted(lines);
    const grey = Buffer.from(rgba.filter((_, index) => index % 4 === 0));
    const half = Math.ceil(height / 2);
    const strips = isDeflated
      ? [grey.subarray(0, half * width), grey.subarray(half * width)].map((strip) => deflateSync(strip))
      : [grey];
    sheets.push({
      strips,
      tags: [
        [256, width],
        [257, height],
        [258, 8],
        [259, isDeflated ? 8 : 1],
        [262, 1],
        [277, 1],
        [278, isDeflated ? half : height],
      ],
    });
  }
  return makeTiff(sheets);
}

type Sheet = {
  readonly strips: readonly Uint8Array[];
  readonly tags: readonly (readonly [tag: number, value: number])[];
};

/** A TIFF of these sheets; where their strips are is added to what each says of itself. */
export function makeTiff(sheets: readonly Sheet[]): Uint8Array {
  const parts: Buffer[] = [];
  let at = 8;
  const place = (part: Uint8Array): number => {
    const even = Buffer.concat([part, Buffer.alloc(part.length % 2)]);
    parts.push(even);
    at += even.length;
    return at - even.length;
  };
  const directories = sheets.map(({ strips, tags }) => {
    const offsets = strips.map(place);
    const lengths = strips.map(({ length }) => length);
    const table = (values: readonly number[]) =>
      values.length === 1 ? (values[0] ?? 0) : place(Buffer.from(Uint32Array.from(values).buffer));
    return directory([
      ...tags.map(([tag, value]) => [tag, 1, value] as const),
      [273, strips.length, table(offsets)],
      [279, strips.length, table(lengths)],
    ]);
  });
  const head = Buffer.from('49492a0000000000', 'hex');
  head.writeUInt32LE(at, 4);
  for (const [index, part] of directories.entries()) {
    if (index < directories.length - 1) part.writeUInt32LE(at + part.length, part.length - 4);
    place(part);
  }
  return Uint8Array.from(Buffer.concat([head, ...parts]));
}

/** A page's facts, each a number under its tag or the place of several, and four bytes for where the next page's are. */
function directory(tags: readonly (readonly [tag: number, count: number, value: number])[]): Buffer {
  const long = 4;
  const bytes = Buffer.alloc(2 + tags.length * 12 + 4);
  bytes.writeUInt16LE(tags.length, 0);
  for (const [index, [tag, count, value]] of tags.toSorted(([a], [b]) => a - b).entries()) {
    const at = 2 + index * 12;
    bytes.writeUInt16LE(tag, at);
    bytes.writeUInt16LE(long, at + 2);
    bytes.writeUInt32LE(count, at + 4);
    bytes.writeUInt32LE(value, at + 8);
  }
  return bytes;
}
