/** A place on a page as it is shown, turned and cropped: from its upper left corner, in shares of its width and height. */
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** Whether the middle of one box lies in another. */
export function isMiddleIn({ left, top, width, height }: Box, box: Box): boolean {
  const x = left + width / 2 - box.left;
  const y = top + height / 2 - box.top;
  return x >= 0 && x <= box.width && y >= 0 && y <= box.height;
}

/** A page as it is shown, in points of 1/72 inch. */
export type PageSize = { readonly width: number; readonly height: number };

export const wholePage: Box = { left: 0, top: 0, width: 1, height: 1 };

/** Words of different lengths get black boxes of the same few lengths: multiples of this many points. */
export const lengthStep = 24;
/** The same across the line, so that capitals and tails of letters tell nothing. */
export const acrossStep = 6;
/** Ink that stands out of its box a little is covered too. */
const rim = 1.5;

/**
 * The box that is burnt into the page for a mark: at least the mark and a rim, its longer side grown to a whole number of
 * steps so that it does not tell how long a name is, and moved inwards where it would leave the page.
 */
export function paddedBox(box: Box, page: PageSize): Box {
  const isLying = box.width * page.width >= box.height * page.height;
  const across = grown(box.left, box.width, page.width, isLying ? lengthStep : acrossStep);
  const down = grown(box.top, box.height, page.height, isLying ? acrossStep : lengthStep);
  return { left: across.from, width: across.size, top: down.from, height: down.size };
}

function grown(from: number, size: number, page: number, step: number): { from: number; size: number } {
  const least = size * page + rim * 2;
  // A hair less than a whole step is a whole step.
  const padded = Math.min(page, Math.ceil(least / step - 1e-9) * step);
  const start = from * page + (size * page) / 2 - padded / 2;
  const kept = Math.max(0, Math.min(page - padded, start));
  return { from: kept / page, size: padded / page };
}

/** The smallest box around several. */
export function around(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  return {
    left,
    top,
    width: Math.max(...boxes.map((box) => box.left + box.width)) - left,
    height: Math.max(...boxes.map((box) => box.top + box.height)) - top,
  };
}

/** How much of the inner box lies under the outer one, from 0 to 1. */
export function shareCovered(inner: Box, outer: Box): number {
  const across = overlap(inner.left, inner.width, outer.left, outer.width);
  const down = overlap(inner.top, inner.height, outer.top, outer.height);
  const area = inner.width * inner.height;
  return area <= 0 ? 0 : (across * down) / area;
}

const overlap = (from: number, size: number, otherFrom: number, otherSize: number): number =>
  Math.max(0, Math.min(from + size, otherFrom + otherSize) - Math.max(from, otherFrom));

/** Whether a word under these marks counts as taken out: most of it, so that a mark drawn by hand need not be exact. */
export const isCovered = (word: Box, marks: readonly Box[]): boolean =>
  marks.some((mark) => shareCovered(word, mark) >= 0.6);

/** The box with its corners on the page and at least a hair wide and high. */
export function onPage({ left, top, width, height }: Box): Box {
  const least = 0.002;
  const from = (at: number) => Math.max(0, Math.min(1 - least, at));
  const kept = { left: from(left), top: from(top) };
  return {
    ...kept,
    width: Math.max(least, Math.min(1 - kept.left, width - (kept.left - left))),
    height: Math.max(least, Math.min(1 - kept.top, height - (kept.top - top))),
  };
}
