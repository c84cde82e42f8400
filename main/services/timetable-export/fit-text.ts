/** A card's outer size in millimetres. */
export type Box = { readonly width: number; readonly height: number };

/** Text that fits: its size in points, and for each meeting the paragraphs that have room. */
export type FittedText = { readonly points: number; readonly blocks: readonly (readonly string[])[] };

const pointInMm = 25.4 / 72;
/** How wide letters are for the height of their type: measured of Inter, in which pages are printed, and rounded up. */
const letterWidths: readonly (readonly [string, number])[] = [
  [" ijlI!,.:;'’|", 0.3],
  ['tfr()/[]-', 0.4],
  ['aceksvxyzJL7?', 0.58],
  ['bdghnopqu012345689', 0.62],
  ['wmM@%W', 0.95],
];
/** What is not listed is a capital, or as wide as one. */
const capitalWidth = 0.75;
const widthOf = new Map(letterWidths.flatMap(([letters, width]) => [...letters].map((one) => [one, width])));
/** Titles are bold. */
const titleFactor = 1.06;
const lineHeight = 1.2;
const sizes = [11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6] as const;
/** What border, padding and margin of a card take away. */
const frame: Box = { width: 4.4, height: 2.1 };

/**
 * Finds the largest type, from `most` (11 unless said) down to 6 points, in which each meeting's paragraphs fit a card one under another; where not
 * even the smallest is enough, paragraphs are left out from the last, but never a title.
 */
export function fitText(
  blocks: readonly (readonly string[])[],
  box: Box,
  most: number = sizes[0],
): FittedText {
  const longest = Math.max(1, ...blocks.map((paragraphs) => paragraphs.length));
  for (let kept = longest; kept > 0; kept -= 1) {
    const shown = blocks.map((paragraphs) => paragraphs.slice(0, kept));
    const points = sizes.find((size) => size <= most && isFitting(shown, size, box));
    if (points !== undefined) return { points, blocks: shown };
  }
  return { points: sizes.at(-1) ?? 6, blocks: blocks.map((paragraphs) => paragraphs.slice(0, 1)) };
}

function isFitting(blocks: readonly (readonly string[])[], points: number, box: Box): boolean {
  const width = box.width - frame.width;
  const lines = blocks.reduce((count, paragraphs) => count + linesOf(paragraphs, width, points), 0);
  return lines * points * pointInMm * lineHeight <= box.height - frame.height;
}

/** How many lines a title and the paragraphs under it take, so many millimetres wide and in type of so many points. */
export function linesOf(paragraphs: readonly string[], width: number, points: number): number {
  const room = width / (points * pointInMm);
  if (room < 1) return Number.POSITIVE_INFINITY;
  return paragraphs.reduce(
    (count, text, at) => count + wrappedLines(text, at === 0 ? room / titleFactor : room),
    0,
  );
}

/** How many lines a text takes when words are kept whole where they can be. */
function wrappedLines(text: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/)) {
    const width = textWidth(word);
    const needed = used === 0 ? width : used + textWidth(' ') + width;
    if (needed <= room) used = needed;
    else {
      lines += used === 0 ? 0 : 1;
      lines += Math.max(0, Math.ceil(width / room) - 1);
      used = width % room || room;
    }
  }
  return lines;
}

/** How wide a text is, for the height of its type. */
const textWidth = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (widthOf.get(letter) ?? capitalWidth), 0);
