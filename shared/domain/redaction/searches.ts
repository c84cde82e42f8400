import { type IdentifierKind, identifierPlaces } from '../identifiers-in-text.ts';
import {
  addressPattern,
  datePattern,
  type KnownChild,
  type LeakKind,
  numberPattern,
  withSpellings,
} from '../leak.ts';
import { givenNames, singleNamePattern, squashed, wholeNamePattern } from '../name-patterns.ts';
import { type JoinedWords, type WordSearch, wordsFound } from './placed-words.ts';
import type { RedactionProfile, RedactionReason } from './redaction.ts';

export type SearchKind = LeakKind | IdentifierKind | 'name of a person';

/** One thing that a profile wants gone, and how the place is told to somebody who may not see the words. */
export type ProfileSearch = WordSearch & {
  readonly what: SearchKind;
  readonly reason: RedactionReason;
  /** The child whom it gives away. */
  readonly code: string | null;
};

/** Words on a page that a profile wants gone, by their numbers. */
export type Found = Pick<ProfileSearch, 'what' | 'reason' | 'code'> & { readonly words: readonly number[] };

type Known = {
  readonly children: readonly KnownChild[];
  /** The child who may be named. */
  readonly own: string | null;
  /** Grown-ups whose names are known; taken out for the public only. */
  readonly adults: readonly string[];
};

/** What has to be looked for under a profile. Rather a place too many than one too few: each is looked at by somebody. */
export function profileSearches(
  profile: RedactionProfile,
  { children, own, adults }: Known,
): readonly ProfileSearch[] {
  const ownChild = profile === 'others' ? (children.find((child) => child.id === own) ?? null) : null;
  const wanted = children.filter((child) => child !== ownChild);
  const reasonFor = (child: KnownChild): RedactionReason => (child.id === own ? 'this-child' : 'other-child');
  const people = profile === 'public' ? adults.filter((name) => squashed(name).length >= 4) : [];
  return [
    ...wanted.flatMap((child) => searchesFor(child, ownChild, reasonFor(child))),
    ...people.flatMap((name): readonly ProfileSearch[] =>
      search(singleNamePattern(name), {
        ...{ what: 'name of a person', reason: 'other-person', code: null, needsCapital: true },
      }),
    ),
  ];
}

function searchesFor(
  child: KnownChild,
  own: KnownChild | null,
  nameReason: RedactionReason,
): readonly ProfileSearch[] {
  const ownNames = own ? [own.surname, ...givenNames(own)].map(squashed) : [];
  const isFree = (name: string) => squashed(name).length >= 2 && !ownNames.includes(squashed(name));
  const isOwn = (field: 'dateOfBirth' | 'postcode' | 'address') =>
    own !== null && squashed(child[field] ?? '') === squashed(own[field] ?? '');
  const about = (what: SearchKind, reason: RedactionReason, needsCapital = false) => ({
    ...{ what, reason, needsCapital, code: child.code },
  });
  return [
    ...search(wholeNamePattern(withSpellings(child)), about('name', nameReason)),
    ...[child.surname]
      .filter(isFree)
      .flatMap((name) => search(singleNamePattern(name), about('surname', nameReason, true))),
    ...givenNames(child)
      .filter(isFree)
      .flatMap((name) => search(singleNamePattern(name), about('forename', nameReason, true))),
    ...search(numberPattern(child.upn, 13), about('UPN', 'number')),
    ...search(numberPattern(child.nhsNumber, 10), about('NHS number', 'number')),
    ...(isOwn('dateOfBirth')
      ? []
      : search(datePattern(child.dateOfBirth), about('date of birth', 'date-of-birth'))),
    ...(isOwn('postcode') ? [] : search(numberPattern(child.postcode, 5), about('postcode', 'address'))),
    ...(isOwn('address') ? [] : search(addressPattern(child.address ?? ''), about('address', 'address'))),
  ];
}

const search = (pattern: RegExp | null, about: Omit<ProfileSearch, 'pattern'>): readonly ProfileSearch[] =>
  pattern ? [{ ...about, pattern }] : [];

const reasons: Readonly<Record<IdentifierKind, RedactionReason>> = {
  'NHS number': 'number',
  UPN: 'number',
  'e-mail address': 'contact',
  'phone number': 'contact',
  postcode: 'address',
};

/** The numbers and addresses of anybody that a profile wants gone; the child who may be named keeps its own. */
export function identifierFinder(
  profile: RedactionProfile,
  { children, own }: Pick<Known, 'children' | 'own'>,
): (joined: JoinedWords) => readonly Found[] {
  const ownChild = profile === 'others' ? children.find((child) => child.id === own) : undefined;
  const kept = new Set([ownChild?.upn, ownChild?.nhsNumber].map((number) => keyOf(number ?? '')));
  const isWanted = (kind: IdentifierKind) => profile === 'public' || kind === 'UPN' || kind === 'NHS number';
  return ({ plain, spans }) =>
    identifierPlaces(plain.text)
      .filter(({ kind, value }) => isWanted(kind) && !kept.has(keyOf(value)))
      .map(({ kind, start, end }) => ({
        ...{ what: kind, reason: reasons[kind], code: null },
        words: spans.flatMap(([from, to], at) => (from < end && to > start ? [at] : [])),
      }));
}

const keyOf = (number: string): string => squashed(number).toUpperCase();

/** Every place on a page that a profile wants gone, each word in one place only: the most telling one. */
export function findAll(
  joined: JoinedWords,
  searches: readonly ProfileSearch[],
  findIdentifiers: (joined: JoinedWords) => readonly Found[],
): readonly Found[] {
  const taken = new Set<number>();
  const all = [
    ...searches.flatMap((one): readonly Found[] =>
      wordsFound(joined, one).map((words) => ({
        ...{ what: one.what, reason: one.reason, code: one.code, words },
      })),
    ),
    ...findIdentifiers(joined),
  ];
  return all.filter(({ words }) => {
    if (words.length === 0 || words.every((word) => taken.has(word))) return false;
    for (const word of words) taken.add(word);
    return true;
  });
}
