/** A card's outer size in millimetres. */
export type Box = { readonly width: number; readonly height: number };

/** Text that fits: its size in points, and for each meeting the paragraphs that have room. */
export type FittedText = { readonly points: number; readonly blocks: readonly (readonly string[])[] };

const pointInMm = 25.4 / 72;
/** A letter is about half as wide as its type is high; a little more keeps us on the safe side. */
const letterWidth = 0.51;
/** Titles are bold. */
const titleLetterWidth = 0.58;
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
  const lettersIn = (width: number) => Math.floor((box.width - frame.width) / (points * pointInMm * width));
  const [perTitle, perLine] = [lettersIn(titleLetterWidth), lettersIn(letterWidth)];
  if (perTitle < 1) return false;
  const linesOf = (paragraphs: readonly string[]) =>
    paragraphs.reduce((count, text, at) => count + wrappedLines(text, at === 0 ? perTitle : perLine), 0);
  const lines = blocks.reduce((count, paragraphs) => count + linesOf(paragraphs), 0);
  return lines * points * pointInMm * lineHeight <= box.height - frame.height;
}

/** How many lines a text takes when words are kept whole where they can be. */
function wrappedLines(text: string, perLine: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/)) {
    const needed = used === 0 ? word.length : used + 1 + word.length;
    if (needed <= perLine) used = needed;
    else {
      lines += used === 0 ? 0 : 1;
      lines += Math.max(0, Math.ceil(word.length / perLine) - 1);
      used = word.length % perLine || perLine;
    }
  }
  return lines;
}
