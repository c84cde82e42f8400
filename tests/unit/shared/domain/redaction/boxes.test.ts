import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Box,
  isCovered,
  lengthStep,
  onPage,
  paddedBox,
  shareCovered,
} from '../../../../../shared/domain/redaction/boxes.ts';

const page = { width: 595, height: 842 };
const aBox = fc
  .record({
    left: fc.double({ min: 0, max: 0.9, noNaN: true }),
    top: fc.double({ min: 0, max: 0.9, noNaN: true }),
    width: fc.double({ min: 0.002, max: 0.1, noNaN: true }),
    height: fc.double({ min: 0.002, max: 0.1, noNaN: true }),
  })
  .map((box): Box => box);

describe('paddedBox', () => {
  it('covers the whole mark, stays on the page, and is a whole number of steps long', () => {
    fc.assert(
      fc.property(aBox, (box) => {
        const padded = paddedBox(box, page);
        const longer = Math.max(padded.width * page.width, padded.height * page.height);

        expect(shareCovered(box, padded)).toBeGreaterThan(0.999);
        expect(padded.left).toBeGreaterThanOrEqual(0);
        expect(padded.top).toBeGreaterThanOrEqual(0);
        expect(padded.left + padded.width).toBeLessThanOrEqual(1.000001);
        expect(padded.top + padded.height).toBeLessThanOrEqual(1.000001);
        const steps = longer / lengthStep;
        const acrossSteps = longer / 6;
        expect(
          Math.min(Math.abs(steps - Math.round(steps)), Math.abs(acrossSteps - Math.round(acrossSteps))),
        ).toBeLessThan(1e-6);
      }),
    );
  });

  it('gives names of different lengths the same box', () => {
    const box = (points: number) =>
      paddedBox({ left: 0.3, top: 0.3, width: points / page.width, height: 0.014 }, page);

    expect(box(50).width).toBeCloseTo(box(66).width);
    expect(box(66).width * page.width).toBeCloseTo(72);
  });

  it('covers the page where the page is marked', () => {
    expect(paddedBox({ left: 0, top: 0, width: 1, height: 1 }, page)).toEqual({
      left: 0,
      top: 0,
      width: 1,
      height: 1,
    });
  });
});

describe('onPage', () => {
  it('keeps whatever was drawn within the page and never empty', () => {
    const anything = fc.double({ min: -2, max: 3, noNaN: true });
    fc.assert(
      fc.property(anything, anything, anything, anything, (left, top, width, height) => {
        const kept = onPage({ left, top, width, height });

        expect(kept.left >= 0 && kept.top >= 0 && kept.width > 0 && kept.height > 0).toBe(true);
        expect(kept.left + kept.width).toBeLessThanOrEqual(1 + 1e-9);
        expect(kept.top + kept.height).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});

describe('isCovered', () => {
  it('asks for most of a word, not for all of it', () => {
    const word: Box = { left: 0.1, top: 0.1, width: 0.1, height: 0.02 };

    expect(isCovered(word, [{ ...word, width: 0.09 }])).toBe(true);
    expect(isCovered(word, [{ ...word, width: 0.04 }])).toBe(false);
    expect(isCovered(word, [])).toBe(false);
  });
});
