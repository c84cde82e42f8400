import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeAt, compareCodes, nextChildCode } from '../../../../shared/domain/child-code.ts';

describe('nextChildCode', () => {
  it('begins with A and goes on after Z with AA', () => {
    const codes = Array.from({ length: 27 }, (_, index) => codeAt(index));

    expect(nextChildCode([])).toBe('A');
    expect(nextChildCode(codes.slice(0, 26))).toBe('AA');
    expect(nextChildCode(codes)).toBe('AB');
  });

  it('gives a code that was freed before a new one', () => {
    expect(nextChildCode(['A', 'C'])).toBe('B');
  });

  it('never gives a code that is taken', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(900)), (taken) => {
        const codes = taken.map(codeAt);

        expect(codes).not.toContain(nextChildCode(codes));
        expect(new Set(codes).size).toBe(codes.length);
      }),
    );
  });
});

describe('compareCodes', () => {
  it('keeps the order in which codes are given out', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(2000), (a, b) => {
        expect(Math.sign(compareCodes(codeAt(a), codeAt(b)))).toBe(Math.sign(a - b));
      }),
    );
  });
});
