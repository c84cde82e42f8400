import { parseNhsNumber, parsePostcode, parseUpn } from './identifiers.ts';
import { squashed } from './name-patterns.ts';

export type IdentifierKind = 'NHS number' | 'UPN' | 'e-mail address' | 'phone number' | 'postcode';

/** A number or address of somebody, whoever it is, as letters and digits without their spaces. */
export type IdentifierFound = { readonly kind: IdentifierKind; readonly value: string };

const gap = '[\\s.\\u00a0\\u2010-\\u2015-]{0,3}';
const patterns: readonly (readonly [IdentifierKind, RegExp, (found: string) => boolean])[] = [
  [
    'e-mail address',
    /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu,
    () => true,
  ],
  [
    'UPN',
    new RegExp(`(?<![\\p{L}\\p{N}])[A-Z](?:${gap}\\d){11}${gap}[A-Z\\d](?![\\p{L}\\p{N}])`, 'giu'),
    (found) => parseUpn(found).ok,
  ],
  [
    'NHS number',
    new RegExp(`(?<![\\p{L}\\p{N}])\\d(?:${gap}\\d){9}(?![\\p{L}\\p{N}])`, 'gu'),
    (found) => !/^0/.test(found) && parseNhsNumber(found).ok,
  ],
  [
    'phone number',
    /(?<![\p{L}\p{N}.])(?:\+44[\s-]?(?:\(0\))?|\(?0)(?:[\s()-]{0,2}\d){9,10}(?![\p{L}\p{N}])/gu,
    () => true,
  ],
  [
    'postcode',
    /(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]?\s{0,2}\d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\p{N}])/gu,
    (found) => parsePostcode(found).ok,
  ],
];

/** Where such a number or address stands in the text it was found in. */
export type IdentifierPlace = IdentifierFound & { readonly start: number; readonly end: number };

/**
 * Finds the numbers and addresses of anybody in a text: UPNs and NHS numbers whose check digits agree, e-mail addresses,
 * United Kingdom phone numbers and postcodes. Spaces, hyphens and line breaks inside a number make no difference; each is
 * given once.
 */
export function identifiersIn(text: string): readonly IdentifierFound[] {
  const found = new Map<string, IdentifierFound>();
  for (const { kind, value } of identifierPlaces(text)) found.set(`${kind} ${value}`, { kind, value });
  return [...found.values()];
}

/** As `identifiersIn`, with each place where one stands. */
export function identifierPlaces(text: string): readonly IdentifierPlace[] {
  const found: IdentifierPlace[] = [];
  let rest = text;
  for (const [kind, pattern, isReal] of patterns) {
    rest = rest.replaceAll(pattern, (match, start: number) => {
      if (!isReal(match)) return match;
      const value = kind === 'e-mail address' ? match.toLowerCase() : squashed(match).toUpperCase();
      found.push({ kind, value, start, end: start + match.length });
      // What was one thing is not looked at again as part of another.
      return ' '.repeat(match.length);
    });
  }
  return found;
}

const monthWord = '\\p{L}{3,9}\\.?';
const dates = [
  '\\d{1,2}\\s?[/.-]\\s?\\d{1,2}\\s?[/.-]\\s?\\d{2,4}',
  `\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${monthWord},?\\s+\\d{2,4}`,
  `${monthWord}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}`,
  '\\d{4}[/.-]\\d{1,2}[/.-]\\d{1,2}',
];
const dateOfBirth = new RegExp(
  `(?<=(?:\\bd\\.?o\\.?b\\b\\.?|\\bdate of birth|\\bborn(?: on)?)[\\s:,(-]{0,4})(?:${dates.join('|')})`,
  'giu',
);

/** A text for a screen that others see: such numbers and addresses, and dates that are called dates of birth, as what they are. */
export function withoutIdentifiers(text: string): string {
  let shown = text;
  for (const { kind, start, end } of identifierPlaces(text).toSorted((a, b) => b.start - a.start))
    shown = `${shown.slice(0, start)}[${kind}]${shown.slice(end)}`;
  return shown.replaceAll(dateOfBirth, '[date of birth]');
}
