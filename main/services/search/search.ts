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
import {
  countQueued,
  findInIndex,
  type IndexHit,
  readFound,
  readPiece,
  readSearched,
} from '../../db/search-index.ts';
import { findRow } from '../../db/table.ts';
import { evidenceItems } from '../../db/tables.ts';
import type { Context } from '../context.ts';
import { titleMasker } from '../evidence/known-children.ts';
import { indexWaiting } from './index-words.ts';
import { refsThatFit } from './narrow.ts';

/** Rows of the index looked at for each hit that is wanted: a long document has many. */
const rowsForEach = 4;
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
  const mostRows = limit * rowsForEach;
  const found = findInIndex(db, match, {
    limit: mostRows,
    kinds: kinds?.length
      ? kinds.flatMap((kind) => (kind === 'document' ? ['page', 'evidence'] : [kind]))
      : null,
    within: refsThatFit(db, narrow),
  });
  const { things, rows } = byThing(db, found, limit);
  const hits: SearchHit[] = [];
  for (const thing of things) {
    if (hits.length === limit) break;
    const hit = hitOf({ db, terms: query.wanted, mask }, thing);
    if (hit) hits.push(hit);
  }
  return {
    hits,
    hasMore: things.length > limit || rows === mostRows,
    codes: [...new Set(mask(typed).match(/\bChild [A-Z]{1,3}\b/g) ?? [])].filter(
      (code) => !typed.includes(code),
    ),
    waiting,
  };
}

/** A record by its id, or a document by the hash of its bytes, with its rows in the index. */
type Thing = { readonly kind: SearchKind; readonly ref: string; readonly rows: IndexHit[] };

/** The rows of one document together, in the place of its best; no further than it takes to know that there is more. */
function byThing(
  db: ReadableDb,
  found: Iterable<IndexHit>,
  limit: number,
): { readonly things: readonly Thing[]; readonly rows: number } {
  const things = new Map<string, Thing>();
  let rows = 0;
  for (const row of found) {
    rows += 1;
    const isDocument = row.kind === 'page' || row.kind === 'evidence';
    const kind = (isDocument ? 'document' : row.kind) as SearchKind;
    const ref = row.kind === 'evidence' ? (findRow(db, evidenceItems, row.ref)?.sha256 ?? '') : row.ref;
    const thing = things.get(`${kind} ${ref}`) ?? { kind, ref, rows: [] };
    thing.rows.push(row);
    things.set(`${kind} ${ref}`, thing);
    if (things.size > limit) break;
  }
  return { things: [...things.values()], rows };
}

const hitOf = (finding: Finding, thing: Thing): SearchHit | null =>
  thing.kind === 'document' ? documentHit(finding, thing) : recordHit(finding, thing);

/** Null where the document has been taken out; its words are still there for Redo. */
function documentHit(finding: Finding, { ref, rows }: Thing): SearchHit | null {
  const { db, mask, terms } = finding;
  const item = readFound(db, ref);
  if (!item) return null;
  const onPages = rows
    .filter((row) => row.kind === 'page')
    .filter((row, at, all) => all.findIndex((other) => other.page === row.page) === at);
  const matches = onPages.slice(0, mostPages).map(
    ({ page, start }): SearchMatch => ({
      page: item.pages === null || page > item.pages ? null : page,
      isHidden: page > (item.pages ?? 1),
      text: partOf(readPiece(db, ref, page, start), finding),
    }),
  );
  const details = [item.fileName, item.from, item.notes].join('\n');
  const isInDetails = onPages.length === 0 && placesOfTerms(details, terms).length > 0;
  return {
    kind: 'document',
    id: item.id,
    title: mask(item.title),
    matches: isInDetails ? [{ page: null, isHidden: true, text: partOf(details, finding) }] : matches,
    more: Math.max(0, onPages.length - mostPages),
  };
}

function recordHit(finding: Finding, { kind, ref }: Thing): SearchHit | null {
  const record = readSearched(finding.db, kind, ref);
  if (!record) return null;
  const isInBody = kind === 'feedback' || placesOfTerms(record.body, finding.terms).length > 0;
  return {
    kind,
    id: ref,
    title: finding.mask(record.title),
    matches: isInBody ? [{ page: null, isHidden: false, text: partOf(record.body, finding) }] : [],
    more: 0,
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
