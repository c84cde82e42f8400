import {
  givenNames,
  groupedPattern,
  isDistinctive,
  type PersonNames,
  type PlainText,
  placesOf,
  plainText,
  replaced,
  singleNamePattern,
  squashed,
  wholeNamePattern,
} from './name-patterns.ts';
import { spellingsOf } from './name-spellings.ts';

/** What is known of a tracked child that could give the child away in a document about somebody else. */
export type KnownChild = PersonNames & {
  readonly id: string;
  readonly code: string;
  readonly dateOfBirth: string | null;
  readonly upn: string;
  readonly nhsNumber: string;
  readonly postcode: string;
  readonly address?: string;
};

export type LeakKind =
  | 'name'
  | 'surname'
  | 'forename'
  | 'UPN'
  | 'NHS number'
  | 'date of birth'
  | 'postcode'
  | 'address';

/** One thing found on one page. Pages count from 1; a page past the document's last is its properties and notes. */
export type LeakHit = {
  readonly childId: string;
  readonly code: string;
  readonly page: number;
  readonly what: LeakKind;
  readonly count: number;
  /** Shared by many people, so that alone it is only a reason to look. */
  readonly isWeak: boolean;
};

type Search = { readonly what: LeakKind; readonly isWeak: boolean; readonly pattern: RegExp | null };

/**
 * Finds what in a document's words points at a tracked child other than its own: the whole name in either order, a
 * distinctive surname alone, UPN, NHS number, and as weak signs date of birth and postcode. Case, accents, spacing,
 * hyphens and line breaks make no difference. `adults` are names known to be somebody else's, such as practitioners'.
 */
export function findOtherChildren(
  texts: readonly string[],
  own: string | null,
  children: readonly KnownChild[],
  adults: readonly string[] = [],
): readonly LeakHit[] {
  return leakFinder(own, children, adults)(texts);
}

/** As `findOtherChildren`, for many documents about the same child: what to look for is worked out once. */
export function leakFinder(
  own: string | null,
  children: readonly KnownChild[],
  adults: readonly string[] = [],
): (texts: readonly string[]) => readonly LeakHit[] {
  const ownChild = children.find((child) => child.id === own) ?? null;
  const others = children.filter((child) => child.id !== own && !isNamesake(child, ownChild));
  const surnamesOfAdults = new Set(adults.map((name) => squashed(name.trim().split(/\s+/).at(-1) ?? '')));
  const harmless = [
    ownChild && wholeNamePattern(ownChild),
    ...adults.filter((name) => /\S\s+\S/.test(name)).map(singleNamePattern),
  ];
  const wanted = others.map((child) => ({ child, searches: searchesFor(child, ownChild, surnamesOfAdults) }));
  return (texts) => {
    const pages = texts.map((text) => harmless.reduce(blanked, plainText(text)));
    return wanted.flatMap(({ child, searches }) => hitsOf(child, searches, pages));
  };
}

function hitsOf(
  child: KnownChild,
  searches: readonly Search[],
  pages: readonly PlainText[],
): readonly LeakHit[] {
  // What is part of a whole name is not counted again as a surname alone.
  const whole = searches.find(({ what }) => what === 'name')?.pattern ?? null;
  const rest = pages.map((page) => blanked(page, whole));
  const hits = searches.flatMap((search) =>
    (search.what === 'name' ? pages : rest).flatMap((page, at) => {
      const count = countOf(page, search);
      return count > 0 ? [hit(child, at + 1, search, count)] : [];
    }),
  );
  // A forename says little alone; beside a date of birth or a postcode it says who.
  const isWithForename = hits.some((one) => one.what === 'date of birth' || one.what === 'postcode');
  return hits.filter((one) => one.what !== 'forename' || isWithForename);
}

/** The codes of the children whom these hits name: by one sure sign, or by two weak ones of different kinds. */
export function childrenNamed(hits: readonly LeakHit[]): readonly string[] {
  const codes = [...new Set(hits.map((hit) => hit.code))].toSorted();
  return codes.filter((code) => {
    const own = hits.filter((hit) => hit.code === code);
    return own.some((hit) => !hit.isWeak) || new Set(own.map((hit) => hit.what)).size >= 2;
  });
}

const hit = (child: KnownChild, page: number, { what, isWeak }: Search, count: number): LeakHit => ({
  childId: child.id,
  code: child.code,
  page,
  what,
  count,
  isWeak,
});

function isNamesake(child: KnownChild, own: KnownChild | null): boolean {
  if (own === null) return false;
  const hasOtherSigns = child.upn !== '' || child.nhsNumber !== '';
  return !hasOtherSigns && squashed(child.forename + child.surname) === squashed(own.forename + own.surname);
}

function searchesFor(
  child: KnownChild,
  own: KnownChild | null,
  surnamesOfAdults: ReadonlySet<string>,
): readonly Search[] {
  const ownNames = own ? [own.surname, ...givenNames(own)].map(squashed) : [];
  const isShared = (name: string) => ownNames.includes(squashed(name));
  const isSameName =
    own !== null && squashed(child.forename + child.surname) === squashed(own.forename + own.surname);
  const surname = isDistinctive(child.surname) && !isShared(child.surname) ? child.surname : '';
  const forenames = givenNames(child).filter((name) => isDistinctive(name) && !isShared(name));
  const searches: Search[] = [
    { what: 'name', isWeak: false, pattern: isSameName ? null : wholeNamePattern(withSpellings(child)) },
    {
      what: 'address',
      isWeak: false,
      pattern: isSame(child, own, 'address') ? null : addressPattern(child.address ?? ''),
    },
    { what: 'surname', isWeak: surnamesOfAdults.has(squashed(surname)), pattern: singleNamePattern(surname) },
    { what: 'UPN', isWeak: false, pattern: numberPattern(child.upn, 13) },
    { what: 'NHS number', isWeak: false, pattern: numberPattern(child.nhsNumber, 10) },
    {
      what: 'date of birth',
      isWeak: true,
      pattern: isSame(child, own, 'dateOfBirth') ? null : datePattern(child.dateOfBirth),
    },
    {
      what: 'postcode',
      isWeak: true,
      pattern: isSame(child, own, 'postcode') ? null : numberPattern(child.postcode, 5),
    },
    ...forenames.map(
      (name): Search => ({ what: 'forename', isWeak: true, pattern: singleNamePattern(name) }),
    ),
  ];
  return searches;
}

const isSame = (
  child: KnownChild,
  own: KnownChild | null,
  field: 'dateOfBirth' | 'postcode' | 'address',
): boolean => own !== null && squashed(child[field] ?? '') === squashed(own[field] ?? '');

/** The child with the other common spellings of the first name, for the whole name only: alone they say too little. */
export const withSpellings = (child: KnownChild): PersonNames => ({
  forename: child.forename,
  surname: child.surname,
  knownAs: [child.knownAs, ...spellingsOf(child.forename)].filter(Boolean).join(', '),
});

const streetWords: Readonly<Record<string, string>> = {
  ...{ road: 'rd', street: 'st', avenue: 'ave?', close: 'cl', drive: 'dr', lane: 'ln', court: 'ct' },
  ...{ crescent: 'cres', place: 'pl', gardens: 'gdns', terrace: 'terr?', square: 'sq', grove: 'gr' },
};

/** The first line of an address that has a number and a street, however it is broken or shortened; null for less. */
export function addressPattern(address: string): RegExp | null {
  const words = plainText(
    address.replace(/^\s*(?:flat|apartment|unit) \w+,?\s*/i, '').split(/[,\n]\s*(?!\d)/)[0] ?? '',
  )
    .small.split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const [number = '', ...street] = words;
  if (!/^\d/.test(number) || street.length < 2 || squashed(street.join('')).length < 6) return null;
  const written = street.map((word) => {
    const short = streetWords[word];
    return short ? `(?:${word}|${short}\\.?)` : word;
  });
  return new RegExp(
    `(?<![\\p{L}\\p{N}])${[number, ...written].join("[\\s,.'-]{1,4}")}(?![\\p{L}\\p{N}])`,
    'gu',
  );
}

/** A name alone counts only with its capital; "a sauer taste" is no child. */
function countOf(page: PlainText, { what, pattern }: Search): number {
  const places = placesOf(page, pattern);
  if (what !== 'surname' && what !== 'forename') return places.length;
  return places.filter(([start]) => page.text.charAt(start) !== page.small.charAt(start)).length;
}

const blanked = (page: PlainText, pattern: RegExp | null): PlainText =>
  replaced(page, pattern, (found) => ' '.repeat(found.length));

/** Letters and digits of a number, however it is grouped; null when it has fewer than it must. */
export const numberPattern = (value: string, least: number): RegExp | null =>
  squashed(value).length < least ? null : groupedPattern(value);

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** A date as people write it: 14/11/2002, 14.11.02, 14 November 2002, 14th Nov 2002, November 14 2002, 2002-11-14. */
export function datePattern(date: string | null): RegExp | null {
  const [year, month, day] = (date ?? '').split('-').map(Number);
  if (!year || !month || !day) return null;
  const name = months[month - 1] ?? '';
  const monthWord = `(?:${name}|${name.slice(0, 3)}\\.?)`;
  const years = `(?:${year}|'?${String(year).slice(2)})`;
  const dayWord = `0?${day}(?:st|nd|rd|th)?`;
  const forms = [
    `0?${day}\\s?[/.-]\\s?0?${month}\\s?[/.-]\\s?${years}`,
    `0?${day} 0?${month} ${year}`,
    `${dayWord}[\\s-]+(?:of\\s+)?${monthWord}[\\s,-]+${years}`,
    `${monthWord}\\s+${dayWord},?\\s+${year}`,
    `${year}[-/.]0?${month}[-/.]0?${day}`,
  ];
  return new RegExp(`(?<![0-9])(?:${forms.join('|')})(?![0-9])`, 'g');
}
