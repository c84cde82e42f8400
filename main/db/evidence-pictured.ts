import type { Connection, ReadableDb } from './connection.ts';
import { statement } from './statement.ts';

/** A page with fewer letters is read as a scan whatever it holds; see `listUnread`. */
export const fewLetters = 100;
/** Larger ones would have to be whole in memory twice. */
export const largestRead = 256 * 1024 * 1024;

export type Unlooked = { readonly sha256: string; readonly pages: readonly number[] };

/** A PDF whose pages with letters of their own were not looked at for large pictures; null where there is none. */
export function nextUnlooked(db: ReadableDb): Unlooked | null {
  const sql = `SELECT sha256, max(coalesce(pages, 1)) AS last FROM evidence_items AS item
    WHERE type = 'pdf' AND size <= ?
      AND NOT EXISTS (SELECT 1 FROM evidence_pictured AS looked WHERE looked.sha256 = item.sha256)
    GROUP BY sha256 ORDER BY min(received_at), sha256 LIMIT 1`;
  const row = statement(db, sql).get(largestRead) as { sha256: string; last: number } | undefined;
  if (!row) return null;
  const lettered = `SELECT page FROM evidence_texts
    WHERE sha256 = ? AND page <= ? AND octet_length("text") >= ${fewLetters} ORDER BY page`;
  const pages = statement(db, lettered).all(row.sha256, row.last) as { page: number }[];
  return { sha256: row.sha256, pages: pages.map(({ page }) => page) };
}

/** Keeps which pages of a document hold a large picture beside letters. */
export function putPictured(db: Connection, sha256: string, pages: readonly number[]): void {
  const sql = 'INSERT OR REPLACE INTO evidence_pictured (sha256, pages) VALUES (?, ?)';
  statement(db, sql).run(sha256, JSON.stringify(pages));
}

/** In how many such pages of each document, by hash, the picture still waits to be read. */
export function countWaitingPictured(db: ReadableDb): ReadonlyMap<string, number> {
  const sql = `SELECT looked.sha256, count(*) AS waiting
    FROM evidence_pictured AS looked JOIN json_each(looked.pages) AS page
    WHERE looked.pages <> '[]' AND NOT EXISTS
      (SELECT 1 FROM evidence_scans AS scan WHERE scan.sha256 = looked.sha256 AND scan.page = page.value)
    GROUP BY looked.sha256`;
  const rows = statement(db, sql).all() as { sha256: string; waiting: number }[];
  return new Map(rows.map(({ sha256, waiting }) => [sha256, waiting]));
}
