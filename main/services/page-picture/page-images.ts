import { around, type Box, isMiddleIn } from '../../../shared/domain/redaction/boxes.ts';
import type { PlacedWord } from '../../../shared/domain/redaction/placed-words.ts';
import type { Pdfium } from './pdfium.ts';

/** fpdf_edit.h: an image, and a form that may hold some. */
const imageKind = 3;
const formKind = 5;
/** Forms in forms in forms: nobody draws deeper. */
const deepest = 3;
/** Places are given in whole units of a page this wide and high. */
const units = 100_000;

/** Smaller than a fifth of the page, it is a logo, a signature or a stamp. */
const largeShare = 0.2;
/** With fewer pixels, however far it is stretched, it is a wash of colour: print needs more. */
const fewPixels = 200_000;
/** With so many words of text on it, it is a scan whose words are known, or what a designer put behind a page. */
const manyWords = 80;

type Image = { readonly box: Box; readonly pixels: number };

/** Whether a page holds anything but letters and lines: an image, or a form that may hold one. */
export const hasImages = (pdfium: Pdfium, document: number, page: number): boolean =>
  onPage(pdfium, document, page, (shown) =>
    objectsOf(pdfium, shown).some((object) => [imageKind, formKind].includes(kindOf(pdfium, object))),
  ) ?? false;

/** Whether so much of a page is taken by images that they may hold print, and that print is not in its words. */
export function isPictured(
  pdfium: Pdfium,
  { document, page }: { readonly document: number; readonly page: number },
  wordsOf: () => readonly PlacedWord[],
): boolean {
  const images = onPage(pdfium, document, page, (shown) => imagesOn(pdfium, shown)) ?? [];
  const share = images.reduce((sum, { box }) => sum + box.width * box.height, 0);
  const pixels = images.reduce((sum, image) => sum + image.pixels, 0);
  if (share < largeShare || pixels < fewPixels) return false;
  const within = wordsOf().filter((word) => images.some(({ box }) => isMiddleIn(word.box, box)));
  return within.length < manyWords;
}

function onPage<T>(pdfium: Pdfium, document: number, page: number, look: (shown: number) => T): T | null {
  const shown = pdfium.FPDF_LoadPage(document, page - 1);
  if (shown === 0) return null;
  try {
    return look(shown);
  } finally {
    pdfium.FPDF_ClosePage(shown);
  }
}

const kindOf = (pdfium: Pdfium, object: number): number => pdfium.FPDFPageObj_GetType(object);

const objectsOf = (pdfium: Pdfium, shown: number): readonly number[] =>
  Array.from({ length: pdfium.FPDFPage_CountObjects(shown) }, (_, at) =>
    pdfium.FPDFPage_GetObject(shown, at),
  );

function imagesOn(pdfium: Pdfium, shown: number): readonly Image[] {
  const { malloc, free } = pdfium.pdfium.wasmExports;
  const room = malloc(24);
  try {
    return objectsOf(pdfium, shown).flatMap((object) => {
      const pixels = pixelsIn(pdfium, object, room);
      const box = pixels > 0 ? boxOf(pdfium, shown, object, room) : null;
      return box ? [{ box, pixels }] : [];
    });
  } finally {
    free(room);
  }
}

/** Of an image, or of all images in a form. */
function pixelsIn(pdfium: Pdfium, object: number, room: number, depth = 0): number {
  const kind = kindOf(pdfium, object);
  if (kind === imageKind) {
    if (!pdfium.FPDFImageObj_GetImagePixelSize(object, room, room + 4)) return 0;
    return pdfium.pdfium.getValue(room, 'i32') * pdfium.pdfium.getValue(room + 4, 'i32');
  }
  if (kind !== formKind || depth === deepest) return 0;
  let pixels = 0;
  for (let at = 0; at < pdfium.FPDFFormObj_CountObjects(object); at += 1)
    pixels += pixelsIn(pdfium, pdfium.FPDFFormObj_GetObject(object, at), room, depth + 1);
  return pixels;
}

/** Where it stands on the page as it is shown, cut off at the page's edge. */
function boxOf(pdfium: Pdfium, shown: number, object: number, room: number): Box | null {
  if (!pdfium.FPDFPageObj_GetBounds(object, room, room + 4, room + 8, room + 12)) return null;
  const float = (index: number) => pdfium.pdfium.getValue(room + index * 4, 'float');
  const [left, bottom, right, top] = [float(0), float(1), float(2), float(3)];
  const corner = (x: number, y: number): Box => {
    pdfium.FPDF_PageToDevice(shown, 0, 0, units, units, 0, x, y, room + 16, room + 20);
    const share = (offset: number) =>
      Math.min(1, Math.max(0, pdfium.pdfium.getValue(room + offset, 'i32') / units));
    return { left: share(16), top: share(20), width: 0, height: 0 };
  };
  return around([corner(left, top), corner(right, bottom)]);
}
