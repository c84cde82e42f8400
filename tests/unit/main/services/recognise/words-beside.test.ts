import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Recognised } from '../../../../../main/services/recognise/recognised.ts';
import { wordsBeside } from '../../../../../main/services/recognise/words-beside.ts';

type Word = Recognised['words'][number];

const page = { width: 1000, height: 1000 };
const read = (words: readonly Word[]): Recognised => ({ ...page, text: '', confidence: 90, words });

/** Words on lines of ten, each in a place of its own. */
const wordAt = (at: number, text = `word${at}`, confidence = 90): Word => ({
  text,
  confidence,
  box: { x: (at % 10) * 100, y: Math.floor(at / 10) * 40, width: 80, height: 20 },
});
const ownAt = (at: number) => {
  const { x, y, width, height } = wordAt(at).box;
  return { text: 'own', box: { left: x / 1000, top: y / 1000, width: width / 1000, height: height / 1000 } };
};

describe('wordsBeside', () => {
  it('leaves out what stands where the page has words, and keeps all else in order', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(99), { maxLength: 40 }),
        fc.uniqueArray(fc.nat(99), { maxLength: 40 }),
        (seen, own) => {
          const left = wordsBeside(read(seen.map((at) => wordAt(at))), own.map(ownAt));

          const expected = seen.filter((at) => !own.includes(at)).map((at) => `word${at}`);
          expect(left.words.map(({ text }) => text)).toEqual(expected);
          expect(left.text.split(/\s/).filter(Boolean)).toEqual(expected);
        },
      ),
    );
  });

  it('writes a line of words to a line', () => {
    const left = wordsBeside(
      read([wordAt(0, 'Dear'), wordAt(1, 'all,'), wordAt(10, 'he'), wordAt(11, 'came')]),
      [],
    );

    expect(left.text).toBe('Dear all,\nhe came');
  });

  it('takes a few unsure letters for the grain of a photograph, but not a name that is surely read', () => {
    const grain = [wordAt(0, 'ee', 20), wordAt(1, '~', 12)];

    expect(wordsBeside(read(grain), [])).toMatchObject({ words: [], text: '', confidence: 0 });
    expect(wordsBeside(read([...grain, wordAt(2, 'Tarrow', 91)]), []).text).toBe('ee ~ Tarrow');
  });
});
