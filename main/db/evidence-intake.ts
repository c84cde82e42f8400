import type { HiddenFact } from '../../shared/domain/hidden-data.ts';
import type { Connection, ReadableDb, WritableDb } from './connection.ts';
import { putHidden } from './evidence-hidden.ts';
import { countWaitingPictured } from './evidence-pictured.ts';
import { readScanFacts } from './evidence-scans.ts';

/**
 * Documents go in in many short transactions of their own, so that the window never waits, and outside the change log,
 * since nothing refers to them yet. A mark beside the chunks says that they are unfinished until the document's row is
 * written in one transaction with the removal of the mark; marks that outlive the app are swept at the next open.
 */
const markOf = (sha256: string): string => `unfinished ${sha256}`;
const firstMark = 'unfinished ';
const pastMarks = 'unfinished!';

/** Marks have numbers below zero, and so lie together, away from the chunks: taking off hundreds touches few pages. */
const putMark = `INSERT OR IGNORE INTO evidence_chunks (rowid, sha256, seq, bytes)
  SELECT min(coalesce(min(rowid), 0), 0) - 1, ?, 0, x'' FROM evidence_chunks`;

export type Chunk = {
  readonly seq: number;
  readonly bytes: Uint8Array;
  /** How long the bytes are unpacked, where they are packed. */
  readonly unpackedSize?: number;
};

/** A part of a document: some of its chunks, or its words once they are known. */
export type Unfinished = {
  readonly sha256: string;
  readonly chunks?: readonly Chunk[];
  readonly texts?: readonly string[];
  /** What it hides, where it is of a type that can. */
  readonly facts?: readonly HiddenFact[] | null;
};

/** Takes in parts of documents in one transaction, each marked as unfinished; words replace those there were. */
export function putUnfinished(db: Connection, parts: readonly Unfinished[]): void {
  const putChunk = db.prepare(
    'INSERT OR REPLACE INTO evidence_chunks (sha256, seq, bytes, unpacked_size) VALUES (?, ?, ?, ?)',
  );
  const mark = db.prepare(putMark);
  const putText = db.prepare('INSERT INTO evidence_texts (sha256, page, "text") VALUES (?, ?, ?)');
  const dropTexts = db.prepare('DELETE FROM evidence_texts WHERE sha256 = ?');
  db.transaction(() => {
    for (const { sha256, chunks = [], texts, facts } of parts) {
      mark.run(markOf(sha256));
      for (const { seq, bytes, unpackedSize = null } of chunks)
        putChunk.run(sha256, seq, bytes, unpackedSize);
      if (facts) putHidden(db, sha256, facts);
      if (!texts) continue;
      dropTexts.run(sha256);
      for (const [at, text] of texts.entries()) putText.run(sha256, at + 1, text);
    }
  }).immediate();
}

/** Takes the marks off, in the transaction that makes something refer to the documents. */
export function finishContent(tx: WritableDb, hashes: readonly string[]): void {
  const sql = 'DELETE FROM evidence_chunks WHERE sha256 IN (SELECT value FROM json_each(?))';
  tx.prepare(sql).run(JSON.stringify(hashes.map(markOf)));
}

/** Whether every byte of a document is here; only the lengths are looked at, not the bytes. */
export function isContentWhole(db: ReadableDb, sha256: string, size: number): boolean {
  const sql = `SELECT coalesce(sum(coalesce(unpacked_size, octet_length(bytes))), -1) AS size
    FROM evidence_chunks WHERE sha256 = ?`;
  return (db.prepare(sql).get(sha256) as { size: number }).size === size;
}

/** The hash of every document of which anything is here. */
export function listContent(db: ReadableDb): ReadonlySet<string> {
  const sql = 'SELECT sha256 FROM evidence_items UNION SELECT sha256 FROM evidence_chunks';
  return new Set(db.prepare(sql).pluck().all() as string[]);
}

/** How many chunks of an unfinished document there are to drop. */
export function countChunks(db: ReadableDb, sha256: string): number {
  const sql = 'SELECT coalesce(max(seq), -1) + 1 AS n FROM evidence_chunks WHERE sha256 = ?';
  return (db.prepare(sql).get(sha256) as { n: number }).n;
}

/** Drops some chunks of an unfinished document, from the end, so that it may be done a little at a time. */
export function dropChunksFrom(db: Connection, sha256: string, seq: number): void {
  db.prepare('DELETE FROM evidence_chunks WHERE sha256 = ? AND seq >= ?').run(sha256, seq);
}

/** Drops what is left of an unfinished document: its words, and its mark last. */
export function dropUnfinished(db: Connection, sha256: string): void {
  db.transaction(() => {
    db.prepare('DELETE FROM evidence_chunks WHERE sha256 = ?').run(sha256);
    db.prepare('DELETE FROM evidence_texts WHERE sha256 = ?').run(sha256);
    db.prepare('DELETE FROM evidence_hidden WHERE sha256 = ?').run(sha256);
    db.prepare('DELETE FROM evidence_scans WHERE sha256 = ?').run(sha256);
    db.prepare('DELETE FROM evidence_pictured WHERE sha256 = ?').run(sha256);
    db.prepare('DELETE FROM evidence_chunks WHERE sha256 = ?').run(markOf(sha256));
  })();
}

/** The documents that were being taken in when the app ended; quick where there are none. */
export function listUnfinished(db: ReadableDb): readonly string[] {
  const sql = 'SELECT sha256 FROM evidence_chunks WHERE sha256 >= ? AND sha256 < ?';
  const rows = db.prepare(sql).all(firstMark, pastMarks) as { sha256: string }[];
  return rows.map((row) => row.sha256.slice(firstMark.length));
}

export type Coverage = {
  /** Some words of its pages are known. */
  readonly hasText: boolean;
  /** Every page and every part has words, or is blank: nothing in it went unread, or was read without being sure. */
  readonly isWhollyRead: boolean;
};

const notRead: Coverage = { hasText: false, isWhollyRead: false };

type Covered = {
  readonly sha256: string;
  readonly has_text: number;
  readonly is_complete: number;
  readonly empty: number;
};

/**
 * How far the words of each document are known, by hash; a few statements whatever their number. The first names its
 * index and asks for nothing that is not in it, since SQLite would otherwise read every word of every document to see
 * that there are some.
 */
export function readCoverage(db: ReadableDb): (sha256: string) => Coverage {
  const sql = `SELECT sha256,
      max(has_words AND page <= pages) AS has_text,
      count(*) >= pages AS is_complete, sum(NOT has_words) AS empty
    FROM (SELECT sha256, page, "text" <> '' AS has_words FROM evidence_texts INDEXED BY evidence_texts_words)
    JOIN (SELECT DISTINCT sha256 AS id, coalesce(pages, 1) AS pages FROM evidence_items) ON sha256 = id
    GROUP BY sha256`;
  const scanOf = readScanFacts(db);
  const waiting = countWaitingPictured(db);
  const bySha = new Map(
    (db.prepare(sql).all() as Covered[]).map((row): [string, Coverage] => {
      const { blank, unsure } = scanOf(row.sha256) ?? { blank: 0, unsure: 0 };
      const isWhollyRead =
        row.is_complete === 1 && row.empty <= blank && unsure === 0 && !waiting.has(row.sha256);
      return [row.sha256, { hasText: row.has_text === 1, isWhollyRead }];
    }),
  );
  return (sha256) => bySha.get(sha256) ?? notRead;
}
