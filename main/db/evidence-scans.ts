import type { EvidenceType } from '../../shared/domain/evidence.ts';
import { type ScannedWord, ScannedWords, surelyRead } from '../../shared/domain/scan.ts';
import type { Connection, ReadableDb } from './connection.ts';
import { largestRead } from './evidence-pictured.ts';
import { statement } from './statement.ts';
import { noteNewWords } from './words-key.ts';

/**
 * What was read from the pictures of pages. As words are, it is kept under the hash of the bytes and outside the change
 * log. A page whose own words turned out to be all there is has no confidence.
 */
export type Scan = {
  readonly sha256: string;
  readonly page: number;
  readonly confidence: number | null;
  readonly words: readonly ScannedWord[];
  /** The page's words from now on; null leaves them as they are. */
  readonly text: string | null;
};

export type UnreadDocument = {
  readonly sha256: string;
  readonly type: EvidenceType;
  readonly size: number;
  readonly pages: readonly number[];
};

const readableTypes: readonly EvidenceType[] = ['pdf', 'png', 'jpeg', 'webp', 'tiff'];

/** The documents with pages that may be, or hold, pictures and were not looked at, the first received first. */
export function listUnread(db: ReadableDb): readonly UnreadDocument[] {
  const sql = `WITH known AS (SELECT sha256, min(type) AS type, min(size) AS size, coalesce(min(pages), 1) AS pages,
        min(received_at) AS received_at FROM evidence_items
      WHERE type IN (SELECT value FROM json_each(?)) AND size <= ? GROUP BY sha256),
    pictures AS (SELECT known.*, texts.page FROM known
      CROSS JOIN evidence_texts AS texts INDEXED BY evidence_texts_short
        ON texts.sha256 = known.sha256 AND octet_length(texts."text") < 100 AND texts.page <= known.pages
      UNION SELECT known.*, page.value FROM known
      CROSS JOIN evidence_pictured AS looked ON looked.sha256 = known.sha256 AND looked.pages <> '[]'
      CROSS JOIN json_each(looked.pages) AS page)
    SELECT sha256, type, size, page FROM pictures
    WHERE NOT EXISTS
      (SELECT 1 FROM evidence_scans AS scan WHERE scan.sha256 = pictures.sha256 AND scan.page = pictures.page)
    ORDER BY received_at, sha256, page`;
  const rows = statement(db, sql).all(JSON.stringify(readableTypes), largestRead) as (Omit<
    UnreadDocument,
    'pages'
  > & { page: number })[];
  const documents = new Map<string, UnreadDocument & { pages: number[] }>();
  for (const { page, ...document } of rows) {
    const known = documents.get(document.sha256);
    if (known) known.pages.push(page);
    else documents.set(document.sha256, { ...document, pages: [page] });
  }
  return [...documents.values()];
}

/** Keeps what was read of a page; its words go into the search index as any others do. */
export function putScan(db: Connection, { sha256, page, confidence, words, text }: Scan): void {
  db.transaction(() => {
    statement(
      db,
      'INSERT OR REPLACE INTO evidence_scans (sha256, page, confidence, words) VALUES (?, ?, ?, ?)',
    ).run(sha256, page, confidence, JSON.stringify(words));
    if (text === null) return;
    statement(db, 'DELETE FROM evidence_texts WHERE sha256 = ? AND page = ?').run(sha256, page);
    statement(db, 'INSERT INTO evidence_texts (sha256, page, "text") VALUES (?, ?, ?)').run(
      sha256,
      page,
      text,
    );
  })();
  noteNewWords(db, sha256);
}

export type ScanFacts = {
  readonly read: number;
  readonly unsure: number;
  /** Pages with nothing on them. */
  readonly blank: number;
  readonly confidence: number;
};

/** What was read from pictures in each document, by hash; null where nothing was. */
export function readScanFacts(db: ReadableDb): (sha256: string) => ScanFacts | null {
  const sql = `SELECT sha256, count(*) AS read, sum(confidence < ?) AS unsure, min(confidence) AS confidence,
      sum(confidence = 100 AND words = '[]') AS blank
    FROM evidence_scans WHERE confidence IS NOT NULL GROUP BY sha256`;
  const rows = statement(db, sql).all(surelyRead) as (ScanFacts & { sha256: string })[];
  const bySha = new Map(rows.map(({ sha256, ...facts }) => [sha256, facts]));
  return (sha256) => bySha.get(sha256) ?? null;
}

/** The words read from each picture of a page in a document, by page. */
export function readScannedPages(
  db: ReadableDb,
  sha256: string,
): readonly { readonly page: number; readonly words: readonly ScannedWord[] }[] {
  const sql = `SELECT page, words FROM evidence_scans WHERE sha256 = ? AND words <> '[]' ORDER BY page`;
  const rows = statement(db, sql).all(sha256) as { page: number; words: string }[];
  return rows.map(({ page, words }) => ({
    page,
    words: ScannedWords.safeParse(JSON.parse(words)).data ?? [],
  }));
}
