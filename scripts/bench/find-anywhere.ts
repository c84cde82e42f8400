import { inflateSync } from 'node:zlib';
import { pdfWords } from '../../main/services/evidence/reading/pdf-words.ts';
import { openPagePictures } from '../../main/services/page-picture/page-pictures.ts';
import { readSideBySide } from '../../main/services/recognise/side-by-side.ts';

const squashed = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Other than what a copy was read at when it was made, so that it is another picture that is read here. */
const dpi = 300;

/** Where a word is found in a PDF by any of four ways: its bytes in every encoding, pdf.js, PDFium, and OCR of every page. */
export async function findAnywhere(bytes: Uint8Array, words: readonly string[]): Promise<readonly string[]> {
  const wanted = words.map(squashed);
  const holds = (text: string) => wanted.some((word) => squashed(text).includes(word));
  const found: string[] = [];
  if (piecesOf(bytes).some(holds)) found.push('bytes');
  const source = {
    size: bytes.length,
    read: async (offset: number, length: number) => bytes.subarray(offset, offset + length),
  };
  if (holds((await pdfWords(source)).texts.join(' '))) found.push('pdf.js');
  const pdf = await openPagePictures(bytes);
  try {
    await readSideBySide(pdf.sizes.length, async (at, reader) => {
      const placed = await pdf.words(at + 1);
      if (holds(placed.map(({ text }) => text).join(' '))) found.push(`PDFium page ${at + 1}`);
      const { text } = await reader.recognise(await pdf.draw(at + 1, dpi));
      if (holds(text)) found.push(`OCR page ${at + 1}`);
    });
  } finally {
    await pdf.close();
  }
  return found;
}

/** The file and each stream in it, inflated where that can be, read as one byte a letter, as UTF-16 and as hex strings. */
function piecesOf(bytes: Uint8Array): readonly string[] {
  const file = Buffer.from(bytes);
  const pieces: Buffer[] = [file];
  for (const { index } of file.toString('latin1').matchAll(/stream\r?\n/g)) {
    const from = file.indexOf('\n', index) + 1;
    try {
      pieces.push(inflateSync(file.subarray(from), { finishFlush: 2 }));
    } catch {
      // Not every stream is deflated, and what is not stands in the file as it is.
    }
  }
  return pieces
    .filter((piece) => piece === file || piece.length < 1_000_000)
    .flatMap((piece) => {
      const plain = piece.toString('latin1');
      const hex = [...plain.matchAll(/<([0-9A-Fa-f\s]{4,})>/g)].map(([, digits = '']) =>
        Buffer.from(digits.replaceAll(/\s/g, ''), 'hex').toString('latin1'),
      );
      const swapped = Buffer.from(piece.subarray(0, piece.length - (piece.length % 2)));
      return [
        plain,
        piece.toString('utf8'),
        piece.toString('utf16le'),
        swapped.swap16().toString('utf16le'),
        hex.join(' '),
      ];
    });
}
