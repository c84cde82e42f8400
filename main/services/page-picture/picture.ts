/** A picture as pixels: four bytes each, red, green, blue and how opaque, row by row from the top left. */
export type Picture = {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array<ArrayBuffer>;
};

/** A page as it is shown, turned and cropped as the PDF asks, in points (72 to the inch). */
export type PageSize = { readonly width: number; readonly height: number };

/** An A2 sheet at 300 dots to the inch: 160 MB of pixels. */
export const mostPixels = 40_000_000;

/** The dots to the inch that a page is drawn at: those asked for, or as many as its size leaves room for. */
export function fittingDpi({ width, height }: PageSize, dpi: number, most = mostPixels): number {
  const atOne = (width / 72) * (height / 72);
  // A side never shrinks below one pixel, whatever the page's shape.
  return Math.min(dpi, Math.sqrt(most / Math.max(atOne, 1e-6)), most / (Math.max(width, height, 1) / 72));
}

/** Darker than this is ink, or something else that is not paper. */
const ink = 170;
/** Fewer dark dots than a full stop has. */
const fewDots = 20;

/** Whether a picture has nothing on it but paper. Looks at millions of dots: not in the main thread. */
export function isBlank({ rgba }: Picture): boolean {
  let dark = 0;
  for (let at = 0; at < rgba.length && dark < fewDots; at += 4) {
    if (((rgba[at] ?? 0) + (rgba[at + 1] ?? 0) + (rgba[at + 2] ?? 0)) / 3 < ink) dark += 1;
  }
  return dark < fewDots;
}
