import { deflateSync } from 'node:zlib';
import { PDFDocument, type PDFFont, PDFName, type PDFPage, StandardFonts } from '@cantoo/pdf-lib';
import type { PageSize } from '../../../../shared/domain/redaction/boxes.ts';
import type { PlacedWord } from '../../../../shared/domain/redaction/placed-words.ts';
import type { PageImage } from './burn.ts';

export type CopyPage = {
  readonly size: PageSize;
  readonly image: PageImage;
  /** What was read from the picture, to be found and read aloud. */
  readonly words: readonly PlacedWord[];
};

/**
 * A new PDF of nothing but pictures of pages and the words that were read from those pictures, unseen over them. Nothing of
 * any other file goes in, so nothing that a file can carry besides its pages is in it.
 */
export async function writeCopy(pages: readonly CopyPage[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const one of pages) drawPage(pdf, pdf.addPage([one.size.width, one.size.height]), font, one);
  return pdf.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
}

function drawPage(pdf: PDFDocument, page: PDFPage, font: PDFFont, { size, image, words }: CopyPage): void {
  const { context } = pdf;
  const picture = context.stream(image.data, {
    ...{ Type: 'XObject', Subtype: 'Image', Width: image.width, Height: image.height, BitsPerComponent: 8 },
    ...{ ColorSpace: image.samples === 1 ? 'DeviceGray' : 'DeviceRGB', Filter: image.filter },
  });
  const drawing = [
    `q ${round(size.width)} 0 0 ${round(size.height)} 0 0 cm /P Do Q`,
    'BT 3 Tr',
    ...words.map((word) => shownUnseen(word, size, font)),
    'ET',
  ].join('\n');
  const content = context.stream(deflateSync(Buffer.from(drawing, 'latin1')), { Filter: 'FlateDecode' });
  page.node.setXObject(PDFName.of('P'), context.register(picture));
  page.node.setFontDictionary(PDFName.of('F'), font.ref);
  page.node.Resources()?.delete(PDFName.of('ExtGState'));
  page.node.delete(PDFName.of('Annots'));
  page.node.set(PDFName.of('Contents'), context.register(content));
}

/** The word as wide and high as it stands in the picture; a space follows, so that it can be copied as a word. */
function shownUnseen({ text, box }: PlacedWord, size: PageSize, font: PDFFont): string {
  const known = new Set(font.getCharacterSet());
  const said = [...text.normalize('NFC')]
    .map((letter) => alike[letter] ?? letter)
    .map((letter) => (known.has(letter.codePointAt(0) ?? 0) ? letter : '?'))
    .join('');
  const height = Math.max(1, box.height * size.height);
  const natural = font.widthOfTextAtSize(said, height) || 1;
  const wide = Math.max(1, Math.min(1000, ((box.width * size.width) / natural) * 100));
  const x = box.left * size.width;
  const y = size.height - (box.top + box.height) * size.height;
  return `/F ${round(height)} Tf ${round(wide)} Tz 1 0 0 1 ${round(x)} ${round(y)} Tm ${font.encodeText(`${said} `)} Tj`;
}

/** The built-in font knows the letters of western Europe only. */
const alike: Readonly<Record<string, string>> = { ﬁ: 'fi', ﬂ: 'fl', '−': '-', '‐': '-', '‑': '-' };

const round = (number: number): string => number.toFixed(2);
