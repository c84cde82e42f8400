import { exactly } from '../../../../shared/domain/exact-pattern.ts';
import {
  foldText,
  type Place,
  placesOfTerms,
  type SearchTerm,
} from '../../../../shared/domain/search-query.ts';

/** What is sought in a document: letters as they were typed in its own box, or the terms of the search that led to it. */
export type Sought = string | readonly SearchTerm[];

/** Every place of the words in a text, whatever their case and accents; blanks match any stretch of blanks. */
export function findPlaces(text: string, sought: Sought): readonly Place[] {
  if (typeof sought !== 'string') return placesOfTerms(text, sought);
  const { folded, origin } = foldText(text);
  const words = foldText(sought.trim()).folded;
  if (words === '') return [];
  const pattern = exactly(words).replaceAll(/\s+/g, '\\s*');
  return [...folded.matchAll(new RegExp(pattern, 'g'))].flatMap(({ index, 0: found }): readonly Place[] => {
    const end = index + found.length - 1;
    const [start, last] = origin ? [origin[index], origin[end]] : [index, end];
    return start === undefined || last === undefined ? [] : [[start, last + 1]];
  });
}

/** A hit of a search through a document: its page, and which of the page's hits it is; both count from 0. */
export type Hit = { readonly page: number; readonly index: number };

/** Every hit in the order of the pages. */
export function hitsIn(pages: readonly string[], sought: Sought): readonly Hit[] {
  return pages.flatMap((text, page) => findPlaces(text, sought).map((_, index) => ({ page, index })));
}

/** The first hit on or after a page, so that a search goes on from where the reader is. */
export function firstHitFrom(hits: readonly Hit[], page: number): number {
  const at = hits.findIndex((hit) => hit.page >= page);
  return at < 0 ? 0 : at;
}
