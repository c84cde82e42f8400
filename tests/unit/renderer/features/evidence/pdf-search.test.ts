import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findPlaces,
  firstHitFrom,
  hitsIn,
} from '../../../../../renderer/features/evidence/pdf/pdf-search.ts';

describe('findPlaces', () => {
  it('finds words whatever their case and accents, and over a line break', () => {
    const text = 'Café breaks.\nSHORT\nBREAKS, short breaks';

    expect(findPlaces(text, 'short  breaks').map(([start, end]) => text.slice(start, end))).toEqual([
      'SHORT\nBREAKS',
      'short breaks',
    ]);
    expect(findPlaces(text, 'cafe')).toEqual([[0, 4]]);
    expect(
      findPlaces('the ﬁrst ﬁve', 'first').map(([start, end]) => 'the ﬁrst ﬁve'.slice(start, end)),
    ).toEqual(['ﬁrst']);
  });

  it('takes marks for what they are, and nothing for nothing', () => {
    expect(findPlaces('a.c abc (a.c)', 'a.c')).toEqual([
      [0, 3],
      [9, 12],
    ]);
    expect(findPlaces('anything', '  ')).toEqual([]);
  });

  it('finds every stretch of a text in that text, where it stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), fc.nat(), (text, from, length) => {
        const start = from % text.length;
        const sought = text.slice(start, start + 1 + (length % 8));
        fc.pre(sought.trim() !== '' && sought.normalize('NFKD').replaceAll(/\p{M}/gu, '').trim() !== '');

        expect(findPlaces(text, sought).length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('hitsIn', () => {
  it('numbers the hits of each page, and goes on from the page the reader is on', () => {
    const hits = hitsIn(['one two one', 'two', 'one'], 'one');

    expect(hits).toEqual([
      { page: 0, index: 0 },
      { page: 0, index: 1 },
      { page: 2, index: 0 },
    ]);
    expect([firstHitFrom(hits, 0), firstHitFrom(hits, 1), firstHitFrom(hits, 3)]).toEqual([0, 2, 0]);
  });
});
