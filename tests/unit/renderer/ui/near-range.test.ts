import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnNext, piecesOf, type Range, rangeBetween, runsOf } from '../../../../renderer/ui/near-range.ts';

const placesOf = ({ from, to }: Range) => Array.from({ length: to - from }, (_, at) => from + at);
const anyRange = (length: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: length }), fc.integer({ min: 0, max: length }))
    .map(([one, other]) => ({ from: Math.min(one, other), to: Math.max(one, other) }));
/** What is seen lies within what is near, and that within what is not yet far. */
const anySight = fc
  .array(fc.integer({ min: 0, max: 200 }), { minLength: 6, maxLength: 6 })
  .map((bounds) => bounds.toSorted((a, b) => a - b))
  .map(([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]) => ({
    far: { from: a, to: f },
    near: { from: b, to: e },
    seen: { from: c, to: d },
  }));

describe('rangeBetween', () => {
  it('finds the items of which anything stands between two heights', () => {
    expect(rangeBetween([10, 20, 30], 9, 11)).toEqual({ from: 0, to: 2 });
    expect(rangeBetween([10, 20, 30], 10, 30)).toEqual({ from: 1, to: 2 });
    expect(rangeBetween([10, 20, 30], -50, -1)).toEqual({ from: 0, to: 0 });
    expect(rangeBetween([10, 20, 30], 60, 90)).toEqual({ from: 3, to: 3 });
  });

  it('agrees with looking at each item by itself', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 60 }),
        fc.integer({ min: -100, max: 3_000 }),
        fc.integer({ min: 1, max: 900 }),
        (heights, top, height) => {
          const tops = heights.map((_, at) => heights.slice(0, at).reduce((sum, one) => sum + one, 0));
          const inside = heights.flatMap((one, at) => {
            const start = tops[at] ?? 0;
            return start < top + height && start + one > top ? [at] : [];
          });

          expect(placesOf(rangeBetween(heights, top, top + height))).toEqual(inside);
        },
      ),
    );
  });
});

describe('drawnNext', () => {
  it('draws what is seen before what is only near', () => {
    const sight = { far: { from: 0, to: 90 }, near: { from: 20, to: 60 }, seen: { from: 30, to: 40 } };

    expect(drawnNext({ from: 0, to: 0 }, sight, 4)).toEqual({ from: 30, to: 34 });
    expect(drawnNext({ from: 30, to: 40 }, sight, 4)).toEqual({ from: 30, to: 44 });
    expect(drawnNext({ from: 36, to: 60 }, sight, 4)).toEqual({ from: 32, to: 60 });
  });

  it('never draws more new items at once than it may, and nothing that is far', () => {
    fc.assert(
      fc.property(anyRange(200), anySight, fc.integer({ min: 1, max: 20 }), (drawn, sight, most) => {
        const next = drawnNext(drawn, sight, most);

        const before = new Set(placesOf(drawn));
        expect(placesOf(next).filter((at) => !before.has(at)).length).toBeLessThanOrEqual(most);
        for (const at of placesOf(next)) {
          expect(at).toBeGreaterThanOrEqual(sight.far.from);
          expect(at).toBeLessThan(sight.far.to);
        }
      }),
    );
  });

  it('comes to all that is near and then stays, wherever it began', () => {
    fc.assert(
      fc.property(anyRange(200), anySight, fc.integer({ min: 1, max: 20 }), (drawn, sight, most) => {
        let now: Range = drawn;
        for (let turn = 0; turn < 202; turn += 1) now = drawnNext(now, sight, most);

        const all = new Set(placesOf(now));
        expect(placesOf(sight.near).filter((at) => !all.has(at))).toEqual([]);
        expect(drawnNext(now, sight, most)).toEqual(now);
      }),
    );
  });
});

describe('runsOf and piecesOf', () => {
  it('part a list into what is drawn and what is left free, each item once and in order', () => {
    fc.assert(
      fc.property(
        anyRange(50),
        fc.option(fc.integer({ min: 0, max: 49 })),
        anyRange(50),
        (range, kept, part) => {
          const pieces = piecesOf(part, runsOf(range, kept));

          const drawn = pieces.filter(({ isDrawn }) => isDrawn).flatMap(placesOf);
          const wanted = [...new Set([...placesOf(range), ...(kept === null ? [] : [kept])])];
          expect(pieces.flatMap(placesOf)).toEqual(placesOf(part));
          expect(drawn).toEqual(
            wanted.filter((at) => at >= part.from && at < part.to).toSorted((a, b) => a - b),
          );
        },
      ),
    );
  });
});
