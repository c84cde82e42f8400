import type { KnownChild } from '../leak.ts';
import { plainText, squashed } from '../name-patterns.ts';
import { type Box, isCovered } from './boxes.ts';
import {
  boxesOf,
  joinWords,
  type PlacedPage,
  type PlacedWord,
  type WordSearch,
  wordsFound,
} from './placed-words.ts';
import type { RedactionProfile } from './redaction.ts';
import { type Found, identifierFinder, profileSearches } from './searches.ts';

/** A word that stood under a mark, to be looked for in the copy. */
export type MarkedTerm = WordSearch & { readonly key: string };

/**
 * What stood under the marks and nowhere else, as searches for the finished copy: each word by itself, so that it is found
 * again however it is broken. A word that stands elsewhere too is no secret, and words of one or two letters are parts of
 * too many others: both are left to the searches of the profile.
 */
export function markedTerms(
  pages: readonly PlacedPage[],
  marksOf: (page: number) => readonly Box[],
): readonly MarkedTerm[] {
  const terms = new Map<string, RegExp>();
  const elsewhere = new Set<string>();
  pages.forEach(({ words }, at) => {
    const marks = marksOf(at + 1);
    for (const { text, box } of words) {
      const key = squashed(text);
      if (!isCovered(box, marks)) elsewhere.add(key);
      else if (key.length >= 3 && !terms.has(key)) terms.set(key, termPattern(text) ?? nothing);
    }
  });
  return [...terms]
    .filter(([key]) => !elsewhere.has(key))
    .map(([key, pattern]) => ({ key, pattern, needsCapital: false }));
}

const nothing = /(?!)/g;

/** Finds a word or number again over line breaks, spaced-out print, and whatever punctuation is in it. */
export function termPattern(text: string): RegExp | null {
  const isLong = squashed(text).length >= 6;
  const parts = plainText(text)
    .small.split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((part) => [...part].join(isLong ? "[-']?\\s{0,2}" : '(?:-\\s{1,2})?'));
  if (parts.length === 0) return null;
  const between = '[^\\p{L}\\p{N}]{0,4}';
  return new RegExp(`(?<![\\p{L}\\p{N}])${parts.join(between)}(?![\\p{L}\\p{N}])`, 'gu');
}

export type Watch = {
  /** How often each thing stands on a page outside the marks. */
  readonly countOutside: (page: PlacedPage, marks: readonly Box[]) => readonly number[];
  /** How often each thing is found in a text. */
  readonly countIn: (text: string) => readonly number[];
  /** Where any of it stands on a page. */
  readonly boxesIn: (page: PlacedPage) => readonly Box[];
};

export type Watched = {
  readonly profile: RedactionProfile;
  readonly children: readonly KnownChild[];
  readonly own: string | null;
  readonly adults: readonly string[];
};

/** Watches that what a profile wants gone, and what stood under the marks, is not found more often than it was left. */
export function watchFor(watched: Watched, terms: readonly MarkedTerm[]): Watch {
  const searches: readonly WordSearch[] = [...profileSearches(watched.profile, watched), ...terms];
  const findIdentifiers = identifierFinder(watched.profile, watched);
  const count = (words: readonly PlacedWord[], isCounted: (found: readonly number[]) => boolean) => {
    const joined = joinWords(words);
    const identifiers = findIdentifiers(joined).filter((found) => isCounted(found.words));
    return [
      ...searches.map((search) => wordsFound(joined, search).filter(isCounted).length),
      ...kinds.map((kind) => identifiers.filter(({ what }) => what === kind).length),
    ];
  };
  return {
    countOutside: ({ words }, marks) =>
      count(words, (found) => !found.every((at) => words[at] && isCovered(words[at].box, marks))),
    boxesIn: (page) => {
      const joined = joinWords(page.words);
      const found = [
        ...searches.flatMap((search) => wordsFound(joined, search)),
        ...findIdentifiers(joined).map(({ words }) => words),
      ];
      return found.flatMap((words) => boxesOf(page, words));
    },
    countIn: (text) => count([{ text: text.replaceAll('\u0002', '-'), box: nowhere }], () => true),
  };
}

const kinds: readonly Found['what'][] = ['NHS number', 'UPN', 'e-mail address', 'phone number', 'postcode'];
const nowhere: Box = { left: 0, top: 0, width: 0, height: 0 };

/** Whether anything is found more often than it may be. */
export const isTooOften = (found: readonly number[], allowed: readonly number[]): boolean =>
  found.some((count, at) => count > (allowed[at] ?? 0));
