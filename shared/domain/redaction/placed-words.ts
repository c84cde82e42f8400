import { type PlainText, placesOf, plainText } from '../name-patterns.ts';
import { around, type Box, type PageSize } from './boxes.ts';

/** One word and where it stands on the page as it is shown. */
export type PlacedWord = { readonly text: string; readonly box: Box };

/** A page with its words in the order in which they are read. */
export type PlacedPage = {
  readonly size: PageSize;
  readonly words: readonly PlacedWord[];
};

/** The words of a page as one plain text, and from where to where in it each word stands. */
export type JoinedWords = {
  readonly plain: PlainText;
  readonly spans: readonly (readonly [number, number])[];
};

/** Joins the words of a page by spaces, each made plain first, so that a place in the text is a place on the page. */
export function joinWords(words: readonly PlacedWord[]): JoinedWords {
  const spans: (readonly [number, number])[] = [];
  let text = '';
  for (const word of words) {
    if (text !== '') text += ' ';
    const from = text.length;
    text += plainText(word.text).text;
    spans.push([from, text.length]);
  }
  return { plain: { text, small: text.toLowerCase() }, spans };
}

/** What is looked for: a pattern over plain small letters, and whether only words with a capital count. */
export type WordSearch = { readonly pattern: RegExp; readonly needsCapital: boolean };

/** The words that a search finds, by their numbers on the page: one list for each place. */
export function wordsFound(
  { plain, spans }: JoinedWords,
  { pattern, needsCapital }: WordSearch,
): readonly (readonly number[])[] {
  return placesOf(plain, pattern)
    .filter(([start]) => !needsCapital || plain.text.charAt(start) !== plain.small.charAt(start))
    .map(([start, end]) => spans.flatMap(([from, to], at) => (from < end && to > start ? [at] : [])));
}

/** The boxes of some words, one for each line that they stand on. */
export function boxesOf(page: PlacedPage, numbers: readonly number[]): readonly Box[] {
  const lines: Box[][] = [];
  for (const number of numbers) {
    const box = page.words[number]?.box;
    if (!box) continue;
    const line = lines.at(-1);
    const last = line?.at(-1);
    if (line && last && isBeside(last, box, page.size)) line.push(box);
    else lines.push([box]);
  }
  return lines.map(around);
}

/** On the same line and not a column away. */
function isBeside(one: Box, other: Box, { width, height }: PageSize): boolean {
  const shared = Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top);
  const line = Math.min(one.height, other.height);
  const gap = Math.max(other.left - (one.left + one.width), one.left - (other.left + other.width));
  return shared >= line * 0.5 && gap * width <= Math.max(one.height, other.height) * height * 2;
}
