import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeness, muchAlike, type Sketch, sketchOf } from '../../../../shared/domain/likeness.ts';

const words = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => `word${at + from}`).join(' ');
const sketched = (text: string): Sketch => sketchOf(text) ?? new Uint32Array();

describe('likeness', () => {
  it('is 1 for the same words in other clothes, and 0 for other words', () => {
    const text = words(300);
    expect(likeness(sketched(text), sketched(text.toUpperCase().replaceAll(' ', ',\n')))).toBe(1);
    expect(likeness(sketched(text), sketched(words(300, 1000)))).toBe(0);
  });

  it('calls a draft with a changed sentence much alike, and a text half of which is other not', () => {
    const text = words(400);
    const draft = text.replace('word200 word201 word202', 'something else here');
    expect(likeness(sketched(text), sketched(draft))).toBeGreaterThan(0.9);
    expect(likeness(sketched(text), sketched(words(400, 200)))).toBeLessThan(muchAlike);
  });

  it('says nothing of a few words', () => {
    expect(sketchOf('Plan of the child')).toBeNull();
  });

  it('is near the true share of runs in common, whichever way round', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), (shift) => {
        const [one, other] = [sketched(words(2000)), sketched(words(2000, shift))];
        const common = Math.max(0, 1997 - shift);
        const share = common / (1997 * 2 - common);
        expect(likeness(one, other)).toBe(likeness(other, one));
        expect(Math.abs(likeness(one, other) - share)).toBeLessThan(0.25);
      }),
      { numRuns: 25 },
    );
  });
});
