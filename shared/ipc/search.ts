import { z } from 'zod';
import { ChildId } from '../domain/ids.ts';
import { Sector } from '../domain/sector.ts';
import { IsoDate } from '../domain/time.ts';
import { engaged } from './channel.ts';

export const SearchKind = z.enum([
  'document',
  'meeting',
  'person',
  'place',
  'child',
  'request',
  'feedback',
  'criterion',
  'board',
  'report',
  'survey',
  'review',
  'finding',
  'action',
]);
export type SearchKind = z.infer<typeof SearchKind>;

/** A place in a document, or in a record's own words, where what was sought stands. */
export type SearchMatch = {
  /** Counts from 1; null where there are no pages. */
  readonly page: number | null;
  /** It does not show in the document: it stands in its properties, comments or notes. */
  readonly isHidden: boolean;
  /** What stands round it, with every tracked child's name as a code. */
  readonly text: string;
};

export type SearchHit = {
  readonly kind: SearchKind;
  readonly id: string;
  /** With every tracked child's name as a code. */
  readonly title: string;
  readonly matches: readonly SearchMatch[];
  /** Further pages of the same document. */
  readonly more: number;
};

export type SearchAnswer = {
  readonly hits: readonly SearchHit[];
  /** There are further hits, not as good as these. */
  readonly hasMore: boolean;
  /** Codes of children whose names were typed: what stands in the matches in their place. */
  readonly codes: readonly string[];
  /** Pages of documents that are not in the index yet. */
  readonly waiting: number;
};

export const searchChannels = {
  /** Everything in which all that was typed stands, the best first: words, "phrases", and -words that must not. */
  'search:searchAll': engaged<SearchAnswer>()(
    z.object({
      typed: z.string().max(400),
      kinds: z.array(SearchKind).optional(),
      childId: ChildId.nullable().optional(),
      sector: Sector.nullable().optional(),
      from: IsoDate.nullable().optional(),
      to: IsoDate.nullable().optional(),
      limit: z.number().int().min(1).max(200).optional(),
    }),
  ),
};
