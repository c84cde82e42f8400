import { degrees, PDFDocument } from '@cantoo/pdf-lib';
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
