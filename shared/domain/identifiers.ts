import { type Parsed, parsed, refused } from './parsed.ts';

/** An NHS number as ten digits, and whether it is from the range kept for tests. */
export type NhsNumber = { readonly digits: string; readonly isTest: boolean };

/** A UPN as thirteen characters; a temporary one has a letter last and is replaced when the child's own is found. */
export type Upn = { readonly text: string; readonly isTemporary: boolean };

/**
 * Reads an NHS number with or without spaces and hyphens, and checks its last digit by modulus 11 (NHS Data Dictionary,
 * "NHS number"). Numbers that begin 999 are well formed but belong to no one: the range is kept for tests.
 */
export function parseNhsNumber(input: string): Parsed<NhsNumber> {
  const digits = withoutSeparators(input);
  if (digits === '') return refused('The NHS number is empty.');
  if (!/^\d+$/.test(digits)) return refused('An NHS number has digits only.');
  if (digits.length !== 10) return refused(`An NHS number has 10 digits; this has ${digits.length}.`);
  if (/^(\d)\1*$/.test(digits)) return refused('An NHS number is not one digit ten times over.');
  const sum = [...digits.slice(0, 9)].reduce(
    (total, digit, index) => total + Number(digit) * (10 - index),
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  if (check === 10) return refused('No NHS number begins with these nine digits. One of them is wrong.');
  if (check !== Number(digits[9]))
    return refused(
      'The last digit does not agree with the others. One digit is wrong, or two changed places.',
    );
  return parsed({ digits, isTest: digits.startsWith('999') });
}

/** Writes an NHS number as people read it out: "999 123 4567". */
export function formatNhsNumber(digits: string): string {
  return digits.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3');
}

/** The letters a UPN may begin with, by the remainder they stand for; I, O and S are left out, as too like digits. */
const UPN_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/**
 * Reads a unique pupil number and checks its first letter by modulus 23 (DfE, "Unique pupil numbers: a guide for schools
 * and local authorities"; GovTalk data standard 2.0): the second to thirteenth characters weigh 2 to 13, and a temporary number's last letter counts
 * as its place in the same list of letters.
 */
export function parseUpn(input: string): Parsed<Upn> {
  const text = withoutSeparators(input).toUpperCase();
  if (text === '') return refused('The UPN is empty.');
  if (/^UN[1-5]$/.test(text)) return refused(`${text} is the code for a missing UPN, not a UPN.`);
  if (text.length !== 13) return refused(`A UPN has 13 characters; this has ${text.length}.`);
  if (!/^[A-Z]\d{11}[A-Z\d]$/.test(text))
    return refused(
      'A UPN is a letter and 12 digits; a temporary one ends in a letter instead of its last digit.',
    );
  const last = text.charAt(12);
  const isTemporary = /[A-Z]/.test(last);
  if (!UPN_LETTERS.includes(text.charAt(0)) || (isTemporary && !UPN_LETTERS.includes(last)))
    return refused('A UPN does not use the letters I, O and S: they look like digits.');
  const values = [...text.slice(1, 12)]
    .map(Number)
    .concat(isTemporary ? UPN_LETTERS.indexOf(last) : Number(last));
  const sum = values.reduce((total, value, index) => total + value * (index + 2), 0);
  if (UPN_LETTERS[sum % 23] !== text.charAt(0))
    return refused(
      'The first letter does not agree with the digits. One of them is wrong, or two changed places.',
    );
  return parsed({ text, isTemporary });
}

/**
 * Reads a postcode of any spacing or case into "AB1 2CD", by its shape alone: it may still be one that the Royal Mail has
 * never given out. The inward part never holds C, I, K, M, O or V (BS 7666).
 */
export function parsePostcode(input: string): Parsed<string> {
  const text = withoutSeparators(input).toUpperCase();
  if (text === '') return refused('The postcode is empty.');
  const match = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[ABD-HJLNP-UW-Z]{2})$/.exec(text) ?? /^(GIR)(0AA)$/.exec(text);
  if (match) return parsed(`${match[1]} ${match[2]}`);
  return refused(
    'A postcode looks like AB1 2CD: an area, a district, a space, then a digit and two letters.',
  );
}

/** Drops spaces of every width, hyphens and dashes, and full stops. */
function withoutSeparators(input: string): string {
  return input.replace(/[\s\u00ad\u200b\u2010-\u2015\-.]/g, '');
}
