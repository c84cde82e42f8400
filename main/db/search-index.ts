import type { EvidenceItem } from '../../shared/domain/evidence.ts';
import type { Connection, ReadableDb } from './connection.ts';
import { indexedTables, joinedColumns } from './migrations/0070-search.ts';
import { laterIndexedTables } from './migrations/0230-week.ts';
import { statement } from './statement.ts';

/** How many letters of a page go into the index at a time: about 5 ms. */
const pieceLength = 50_000;

/** A word in a title says more than one in a text. */
const titleWeight = '6.0';
const bodyWeight = '1.0';

type Queued = { readonly sha256: string; readonly page: number; readonly start: number };

/** How many pages of documents are still to be put into the index. */
export function countQueued(db: ReadableDb): number {
  return (statement(db, 'SELECT count(*) AS n FROM search_queue').get() as { n: number }).n;
}

/** Puts waiting pages into the index in one transaction until the time is up; false when none is left. */
export function indexSome(db: Connection, milliseconds: number): boolean {
  const until = performance.now() + milliseconds;
  return db
    .transaction(() => {
      do {
        const next = statement(db, 'SELECT sha256, page, start FROM search_queue LIMIT 1').get() as
          | Queued
          | undefined;
        if (!next) return false;
        indexPiece(db, next);
      } while (performance.now() < until);
      return countQueued(db) > 0;
    })
    .immediate();
}

function indexPiece(db: Connection, { sha256, page, start }: Queued): void {
  const text = readPage(db, sha256, page);
  const end = endOfPiece(text, start);
  const { lastInsertRowid } = statement(
    db,
    "INSERT INTO search_rows (kind, ref, page, start) VALUES ('page', ?, ?, ?)",
  ).run(sha256, page, start);
  statement(db, "INSERT INTO search_words (rowid, title, body) VALUES (?, '', ?)").run(
    lastInsertRowid,
    text.slice(start, end),
  );
  if (end >= text.length)
    statement(db, 'DELETE FROM search_queue WHERE sha256 = ? AND page = ?').run(sha256, page);
  else
    statement(db, 'UPDATE search_queue SET start = ? WHERE sha256 = ? AND page = ?').run(end, sha256, page);
}

/** A piece ends between two words. */
function endOfPiece(text: string, start: number): number {
  if (text.length - start <= pieceLength) return text.length;
  const gap = text.slice(start, start + pieceLength).search(/\s\S*$/);
  return gap > 0 ? start + gap : start + pieceLength;
}

/** The words of one page of a document; empty where there are none. */
export function readPage(db: ReadableDb, sha256: string, page: number): string {
  const sql = 'SELECT "text" FROM evidence_texts WHERE sha256 = ? AND page = ?';
  return (statement(db, sql).get(sha256, page) as { text: string } | undefined)?.text ?? '';
}

/** The part of a page that one row of the index covers. */
export function readPiece(db: ReadableDb, sha256: string, page: number, start: number): string {
  const text = readPage(db, sha256, page);
  return text.slice(start, endOfPiece(text, start));
}

/** One row of the index that matches. `ref` is a record's id, or for a page the hash of its document. */
export type IndexHit = {
  readonly kind: string;
  readonly ref: string;
  readonly page: number;
  readonly start: number;
};

type Narrowing = {
  readonly limit: number;
  readonly kinds: readonly string[] | null;
  /** Only these, each written "kind:ref". */
  readonly within: readonly string[] | null;
};

/**
 * The best matches first, for an expression in FTS5's own language. The rank is asked for by its function: asked for by
 * `rank`, FTS5 sorts every match together with its places, where SQLite keeps only as many as are wanted. Rows that are
 * not among those are not looked up.
 */
export function findInIndex(
  db: ReadableDb,
  match: string,
  { limit, kinds, within }: Narrowing,
): readonly IndexHit[] {
  const narrowed = [
    kinds ? 'AND kind IN (SELECT value FROM json_each(?))' : '',
    within ? `AND kind || ':' || ref IN (SELECT value FROM json_each(?))` : '',
  ].join(' ');
  const rows =
    kinds || within ? 'search_words JOIN search_rows ON search_rows.id = search_words.rowid' : 'search_words';
  const sql = `SELECT kind, ref, page, start FROM (
      SELECT search_words.rowid AS id, bm25(search_words, ${titleWeight}, ${bodyWeight}) AS score
      FROM ${rows} WHERE search_words MATCH ? ${narrowed} ORDER BY score LIMIT ?
    ) JOIN search_rows USING (id) ORDER BY score`;
  const lists = [kinds, within].filter((list) => list !== null).map((list) => JSON.stringify(list));
  return statement(db, sql).all(match, ...lists, limit) as IndexHit[];
}

/** What is shown or looked through of a document that was found. */
export type FoundDocument = Pick<EvidenceItem, 'id' | 'title' | 'fileName' | 'from' | 'notes' | 'pages'>;

/** The document with this hash; null where it has been taken out. */
export function readFound(db: ReadableDb, sha256: string): FoundDocument | null {
  const sql = `SELECT id, title, file_name AS fileName, "from", notes, pages FROM evidence_items
    WHERE sha256 = ? ORDER BY rowid LIMIT 1`;
  return (statement(db, sql).get(sha256) as FoundDocument | undefined) ?? null;
}

const searchedTables = [...indexedTables, ...laterIndexedTables];

export type SearchedText = { readonly title: string; readonly body: string };

/** A record's words as they were put into the index; null where it has gone. */
export function readSearched(db: ReadableDb, kind: string, id: string): SearchedText | null {
  const known = searchedTables.find((one) => one.kind === kind);
  if (!known) return null;
  const title = joinedColumns(known.title, "' '");
  const body = joinedColumns(known.body, 'char(10)');
  const sql = `SELECT ${title} AS title, ${body} AS body FROM ${known.table} WHERE id = ?`;
  return (statement(db, sql).get(id) as SearchedText | undefined) ?? null;
}
