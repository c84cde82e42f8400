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
