import { drop } from '../../../shared/assert.ts';
import {
  bestPart,
  matchExpression,
  parseQuery,
  placesOfTerms,
  type SearchTerm,
} from '../../../shared/domain/search-query.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { Contract } from '../../../shared/ipc/contract.ts';
import type { SearchAnswer, SearchHit, SearchKind, SearchMatch } from '../../../shared/ipc/search.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { countQueued, findInIndex, type IndexHit, readPiece, readSearched } from '../../db/search-index.ts';
import { findRow, listRows } from '../../db/table.ts';
import { evidenceItems } from '../../db/tables.ts';
import type { Context } from '../context.ts';
import { titleMasker } from '../evidence/known-children.ts';
import { indexWaiting } from './index-words.ts';
import { refsThatFit } from './narrow.ts';

/** Rows of the index looked at; a long document has many. */
const mostRows = 400;
/** Pages shown of one document. */
const mostPages = 3;
const usualLimit = 50;

type Finding = {
  readonly db: ReadableDb;
  readonly terms: readonly SearchTerm[];
  readonly mask: (text: string) => string;
};

/**
 * Finds everything in which all that was typed stands, the best first: documents by page, and the words of every record.
 * Tracked children's names are found, and given back as codes.
 */
export function searchAll(
  { db }: Context,
  { typed, kinds, limit = usualLimit, ...narrow }: ParsedInputOf<Contract['search:searchAll']>,
): SearchAnswer {
  const waiting = countQueued(db);
  if (waiting > 0) drop(indexWaiting(db), () => {});
  const query = parseQuery(typed);
  const match = matchExpression(query);
  if (match === null) return { hits: [], hasMore: false, codes: [], waiting };
  const mask = titleMasker(db);
  const rows = findInIndex(db, match, {
    limit: mostRows,
    kinds: kinds?.length
      ? kinds.flatMap((kind) => (kind === 'document' ? ['page', 'evidence'] : [kind]))
      : null,
    within: refsThatFit(db, narrow),
  });
  const finding = { db, terms: query.wanted, mask };
  const found = byThing(db, rows);
  return {
    hits: found.slice(0, limit).map((thing) => hitOf(finding, thing)),
    hasMore: found.length > limit || rows.length === mostRows,
    codes: [...new Set(mask(typed).match(/\bChild [A-Z]{1,3}\b/g) ?? [])].filter(
      (code) => !typed.includes(code),
    ),
    waiting,
  };
}

type Thing = { readonly kind: SearchKind; readonly id: string; readonly rows: IndexHit[] };

/** The rows of one document together, in the place of its best; what has been removed left out. */
function byThing(db: ReadableDb, rows: readonly IndexHit[]): readonly Thing[] {
  const things = new Map<string, Thing>();
  for (const row of rows) {
    const isDocument = row.kind === 'page' || row.kind === 'evidence';
    const id = row.kind === 'page' ? listRows(db, evidenceItems, { sha256: row.ref })[0]?.id : row.ref;
    if (id === undefined) continue;
    const kind = (isDocument ? 'document' : row.kind) as SearchKind;
    const thing = things.get(`${kind} ${id}`) ?? { kind, id, rows: [] };
    thing.rows.push(row);
    things.set(`${kind} ${id}`, thing);
  }
  return [...things.values()];
}

function hitOf(finding: Finding, { kind, id, rows }: Thing): SearchHit {
  const { db, mask, terms } = finding;
  const record = readSearched(db, kind === 'document' ? 'evidence' : kind, id) ?? { title: '', body: '' };
  const pages = kind === 'document' ? (findRow(db, evidenceItems, id)?.pages ?? null) : null;
  const onPages = rows
    .filter((row) => row.kind === 'page')
    .filter((row, at, all) => all.findIndex((other) => other.page === row.page) === at);
  const matches = onPages.slice(0, mostPages).map(
    ({ ref, page, start }): SearchMatch => ({
      page: pages === null || page > pages ? null : page,
      isHidden: page > (pages ?? 1),
      text: partOf(readPiece(db, ref, page, start), finding),
    }),
  );
  const isInBody = kind === 'feedback' || placesOfTerms(record.body, terms).length > 0;
  const own =
    onPages.length === 0 && isInBody
      ? [{ page: null, isHidden: kind === 'document', text: partOf(record.body, finding) }]
      : [];
  return {
    kind,
    id,
    title: mask(record.title),
    matches: [...matches, ...own],
    more: Math.max(0, onPages.length - mostPages),
  };
}

/** A name that begins outside the part shown has to be known for one all the same. */
const margin = 80;

function partOf(text: string, { terms, mask }: Finding): string {
  const [start, end] = bestPart(text, terms);
  const wide = text.slice(Math.max(0, start - margin), end + margin);
  const masked = mask(start > margin ? wide.replace(/^\S*\s/, '') : wide);
  const [from, to] = bestPart(masked, terms);
  const isCutBefore = from > 0 || start > margin;
  const isCutAfter = to < masked.length || end + margin < text.length;
  const part = masked.slice(from, to);
  const shown = (from > 0 ? part.replace(/^\S*\s/, '') : part).replace(isCutAfter ? /\s\S*$/ : /$^/, '');
  return `${isCutBefore ? '… ' : ''}${shown.replaceAll(/\s+/g, ' ').trim()}${isCutAfter ? ' …' : ''}`;
}
