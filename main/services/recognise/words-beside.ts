import { isMiddleIn } from '../../../shared/domain/redaction/boxes.ts';
import type { PlacedWord } from '../../../shared/domain/redaction/placed-words.ts';
import { surelyRead } from '../../../shared/domain/scan.ts';
import type { Recognised, RecognisedWord } from './recognised.ts';

/** The grain of a photograph is taken for a few letters, and none of them is sure. */
const fewWords = 8;

/**
 * What was read of a page without what stands where the page has words as text: those are known better than by sight.
 * Nothing where a few letters seem to be there, and none surely.
 */
export function wordsBeside(read: Recognised, own: readonly PlacedWord[]): Recognised {
  const words = read.words.filter(({ box }) => {
    const shares = {
      ...{ left: box.x / read.width, top: box.y / read.height },
      ...{ width: box.width / read.width, height: box.height / read.height },
    };
    return !own.some((word) => isMiddleIn(shares, word.box));
  });
  if (words.length < fewWords && !words.some(isSureWord))
    return { ...read, words: [], text: '', confidence: 0 };
  const sum = words.reduce((total, { confidence }) => total + confidence, 0);
  return { ...read, words, text: inLines(words), confidence: Math.round(sum / words.length) };
}

const isSureWord = ({ text, confidence }: RecognisedWord): boolean =>
  confidence >= surelyRead && /\p{L}{2}/u.test(text);

/** The words in reading order, a line of them to a line. */
function inLines(words: readonly RecognisedWord[]): string {
  let text = '';
  let before: RecognisedWord | null = null;
  for (const word of words) {
    if (before) text += isOnNextLine(before, word) ? '\n' : ' ';
    text += word.text;
    before = word;
  }
  return text;
}

const isOnNextLine = (before: RecognisedWord, next: RecognisedWord): boolean =>
  next.box.x < before.box.x || Math.abs(next.box.y - before.box.y) > before.box.height;
