import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../../../../main/services/pictures/export-pictures.ts';

describe('blocksOf', () => {
  it('shows something for anything and nothing for nothing, within the room there is', () => {
    const parts = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 400 }), (values, more) => {
        const longest = Math.max(1, values.reduce((sum, value) => sum + value, 0) + more);
        const counts = blocksOf(values, longest);

        expect(counts.map((count) => count > 0)).toEqual(values.map((value) => value > 0));
        expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(14);
      }),
    );
  });

  it('draws one in a hundred beside a whole bar', () => {
    expect(blocksOf([1, 0, 99], 100)).toEqual([1, 0, 13]);
  });
});
