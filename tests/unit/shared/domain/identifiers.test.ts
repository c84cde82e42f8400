import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatNhsNumber,
  parseNhsNumber,
  parsePostcode,
  parseUpn,
} from '../../../../shared/domain/identifiers.ts';

const DIGITS = [...'0123456789'];
const LETTERS = [...'ABCDEFGHJKLMNPQRTUVWXYZ'];

/** Every number with the given beginning that the parser takes, of those that differ in one place. */
const completions = (
  stem: string,
  place: number,
  choices: readonly string[],
  isValid: (text: string) => boolean,
) => choices.map((choice) => stem.slice(0, place) + choice + stem.slice(place)).filter(isValid);

const isNhs = (text: string) => parseNhsNumber(text).ok;
const isUpn = (text: string) => parseUpn(text).ok;
const digitsOf = (length: number) =>
  fc.array(fc.constantFrom(...DIGITS), { minLength: length, maxLength: length }).map((all) => all.join(''));

const nhsNumbers = digitsOf(9)
  .map((stem) => completions(stem, 9, DIGITS, isNhs)[0] ?? '')
  .filter((number) => number !== '');
const upns = fc
  .tuple(digitsOf(11), fc.constantFrom(...DIGITS, ...LETTERS))
  .map(([stem, last]) => completions(stem + last, 0, LETTERS, isUpn)[0] ?? '');

describe('parseNhsNumber', () => {
  it('takes a number with spaces or hyphens and gives its digits', () => {
    for (const text of ['9434765919', '943 476 5919', '943-476-5919', ' 943\u00a0476\u00a05919 '])
      expect(parseNhsNumber(text), text).toEqual({
        ok: true,
        value: { digits: '9434765919', isTest: false },
      });
    expect(formatNhsNumber('9434765919')).toBe('943 476 5919');
  });

  it('tells a number from the test range', () => {
    expect(parseNhsNumber('999 012 3456')).toEqual({
      ok: false,
      reason: 'The last digit does not agree with the others. One digit is wrong, or two changed places.',
    });
    const [number = ''] = completions('999012345', 9, DIGITS, isNhs);
    expect(parseNhsNumber(number)).toEqual({ ok: true, value: { digits: number, isTest: true } });
  });

  it('says what is wrong with what is not one', () => {
    const reasons = ['', '943476591', '94347659190', '943476591X', '0000000000'].map((text) => {
      const result = parseNhsNumber(text);
      return result.ok ? 'taken' : result.reason;
    });

    expect(reasons).toEqual([
      'The NHS number is empty.',
      'An NHS number has 10 digits; this has 9.',
      'An NHS number has 10 digits; this has 11.',
      'An NHS number has digits only.',
      'An NHS number is not one digit ten times over.',
    ]);
  });

  it('has exactly one last digit for each beginning, or none', () => {
    fc.assert(
      fc.property(digitsOf(9), (stem) => {
        expect(completions(stem, 9, DIGITS, isNhs).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('catches any one wrong digit and any two neighbours that changed places', () => {
    fc.assert(
      fc.property(nhsNumbers, fc.nat(9), fc.constantFrom(...DIGITS), (number, place, digit) => {
        const wrong = number.slice(0, place) + digit + number.slice(place + 1);
        expect(isNhs(wrong)).toBe(wrong === number);
        const [one = '', two = ''] = number.slice(place, place + 2);
        const swapped = number.slice(0, place) + two + one + number.slice(place + 2);
        expect(isNhs(swapped)).toBe(swapped === number);
      }),
    );
  });
});

describe('parseUpn', () => {
  it('takes a number whose letter agrees: 801200005001 sums to 93, which leaves 1 over 23, and that is B', () => {
    expect(parseUpn('b801 2000 05001')).toEqual({
      ok: true,
      value: { text: 'B801200005001', isTemporary: false },
    });
    expect(parseUpn('A801200005001')).toEqual({
      ok: false,
      reason: 'The first letter does not agree with the digits. One of them is wrong, or two changed places.',
    });
  });

  it('knows a temporary number by its last letter, which counts as its place among the letters', () => {
    // 2x2 + 7x4 + 1x9 + 6x10 + 4x12 = 149, and C (2) x 13 = 26: 175 leaves 14 over 23, which is Q.
    expect(parseUpn('Q20700001604C')).toEqual({
      ok: true,
      value: { text: 'Q20700001604C', isTemporary: true },
    });
  });

  it('says what is wrong with what is not one', () => {
    const reasons = ['', 'Q20700001604', '9207000016049', 'Q20700001604O', 'I207000016049', 'UN2'].map(
      (text) => {
        const result = parseUpn(text);
        return result.ok ? 'taken' : result.reason;
      },
    );

    expect(reasons).toEqual([
      'The UPN is empty.',
      'A UPN has 13 characters; this has 12.',
      'A UPN is a letter and 12 digits; a temporary one ends in a letter instead of its last digit.',
      'A UPN does not use the letters I, O and S: they look like digits.',
      'A UPN does not use the letters I, O and S: they look like digits.',
      'UN2 is the code for a missing UPN, not a UPN.',
    ]);
  });

  it('has exactly one first letter for each number', () => {
    fc.assert(
      fc.property(upns, (upn) => {
        expect(completions(upn.slice(1), 0, LETTERS, isUpn)).toHaveLength(1);
      }),
    );
  });

  it('catches any one wrong character', () => {
    fc.assert(
      fc.property(upns, fc.nat(12), fc.constantFrom(...DIGITS, ...LETTERS), (upn, place, character) => {
        const isSameKind = /\d/.test(upn.charAt(place)) === /\d/.test(character);
        fc.pre(isSameKind);
        const wrong = upn.slice(0, place) + character + upn.slice(place + 1);
        expect(isUpn(wrong)).toBe(wrong === upn);
      }),
    );
  });
});

describe('parsePostcode', () => {
  it('tidies spacing and case', () => {
    for (const [text, tidy] of [
      ['zz9 6uu', 'ZZ9 6UU'],
      ['ZZ96UU', 'ZZ9 6UU'],
      [' ec1a  1bb ', 'EC1A 1BB'],
      ['m11ae', 'M1 1AE'],
      ['GIR 0AA', 'GIR 0AA'],
    ] as const)
      expect(parsePostcode(text)).toEqual({ ok: true, value: tidy });
  });

  it('refuses what has not the shape of one', () => {
    for (const text of ['', 'ZZ9', '12345', 'ZZ9 6CU', 'ZZZ9 6UU', 'ZZ9 6UUU', 'not known'])
      expect(parsePostcode(text), text).toMatchObject({ ok: false, reason: expect.stringMatching(/\.$/) });
  });
});
