import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clashStripe } from '../../../../../renderer/features/timetable/clash-stripe.ts';
import type { Clash } from '../../../../../shared/domain/clash.ts';

const card = { start: 600, minutes: 60 };
const clashing = (...stretches: readonly (readonly [number | null, number | null])[]) =>
  stretches.map(([from, to]) => ({ from, to }) as Clash);

describe('clashStripe', () => {
  it('is where the card clashes, in shares of it', () => {
    expect(clashStripe(clashing([615, 645]), card)).toBe('polygon(0 25%,100% 25%,100% 75%,0 75%)');
  });

  it('is one stretch for clashes that overlap, and ends where the card does', () => {
    expect(clashStripe(clashing([630, 700], [540, 615], [610, 640]), card)).toBe(
      'polygon(0 0%,100% 0%,100% 100%,0 100%)',
    );
  });

  it('encloses nothing where no minutes clash', () => {
    expect(clashStripe(clashing([null, null], [540, 600]), card)).toBe('polygon(0 0)');
  });

  it('covers each minute that clashes and no other', () => {
    const stretch = fc.tuple(fc.integer({ min: 560, max: 700 }), fc.integer({ min: 1, max: 90 }));
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 6 }), (found) => {
        const stretches = found.map(([from, length]) => [from, from + length] as const);
        const shape = clashStripe(clashing(...stretches), card);
        const edges = [...shape.matchAll(/0 ([\d.]+)%,100% [\d.]+%,100% [\d.]+%,0 ([\d.]+)%/g)].map(
          ([, from, to]) => [600 + Number(from) * 0.6, 600 + Number(to) * 0.6] as const,
        );
        for (let minute = 600.5; minute < 660; minute += 1) {
          const isIn = ([from = 0, to = 0]: readonly number[]) => from < minute && minute < to;
          expect(edges.some(isIn)).toBe(stretches.some(isIn));
        }
      }),
    );
  });
});
