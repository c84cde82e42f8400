import { inflateRawSync } from 'node:zlib';
import type { EvidenceId } from '../../shared/domain/ids.ts';
import { AppError } from '../../shared/errors.ts';
import type { ReadableDb, WritableDb } from './connection.ts';
import { statement } from './statement.ts';

/**
 * The bytes and words of documents, kept once under the SHA-256 of the bytes. They never change, so they are not in the
 * change log: taking a document back out by Undo leaves them here, for Redo to find.
 */
export const chunkSize = 256 * 1024;

/** Adds one chunk; `seq` counts from 0. */
export function putChunk(tx: WritableDb, sha256: string, seq: number, bytes: Uint8Array): void {
  tx.prepare('INSERT OR REPLACE INTO evidence_chunks (sha256, seq, bytes) VALUES (?, ?, ?)').run(
    sha256,
    seq,
    bytes,
  );
}

/** The chunks of one document in order, one at a time, unpacked; fails with `vault/damaged` where one cannot be. */
export function* readChunks(db: ReadableDb, sha256: string): Generator<Uint8Array> {
  const chunk = db.prepare('SELECT bytes, unpacked_size FROM evidence_chunks WHERE sha256 = ? AND seq = ?');
  for (let seq = 0; ; seq += 1) {
    const row = chunk.get(sha256, seq) as StoredChunk | undefined;
    if (!row) return;
    yield row.unpacked_size === null ? row.bytes : unpacked(row.bytes, row.unpacked_size);
  }
}

type StoredChunk = { readonly bytes: Uint8Array; readonly unpacked_size: number | null };

function unpacked(bytes: Uint8Array, size: number): Uint8Array {
  try {
    return inflateRawSync(bytes, { maxOutputLength: Math.max(1, Math.min(size, chunkSize)) });
  } catch {
    throw new AppError('vault/damaged');
  }
}

/** The whole document in memory. */
export function readContent(db: ReadableDb, sha256: string): Uint8Array {
  return Buffer.concat([...readChunks(db, sha256)]);
}

/** Keeps the words of each page; pages count from 1. */
export function putTexts(tx: WritableDb, sha256: string, texts: readonly string[]): void {
  const put = tx.prepare('INSERT OR REPLACE INTO evidence_texts (sha256, page, "text") VALUES (?, ?, ?)');
  texts.forEach((text, at) => {
    put.run(sha256, at + 1, text);
  });
}

/** The words of each page in order. */
export function readTexts(db: ReadableDb, sha256: string): readonly string[] {
  const rows = db.prepare('SELECT "text" FROM evidence_texts WHERE sha256 = ? ORDER BY page').all(sha256);
  return (rows as { text: string }[]).map((row) => row.text);
}

export type PagedDocument = {
  readonly id: EvidenceId;
  readonly sha256: string;
  readonly pages: number | null;
};

/** Every document with its hash and length, and nothing else of it. */
export function listPaged(db: ReadableDb): readonly PagedDocument[] {
  return db.prepare('SELECT id, sha256, pages FROM evidence_items').all() as PagedDocument[];
}

const mostPages = 60;
const mostLetters = 20_000;

/** The words of a document's first pages, without its properties and notes; as many as tell it from any other. */
export function readFirstPages(db: ReadableDb, sha256: string, pages: number): string {
  const sql =
    'SELECT substr("text", 1, ?) AS start FROM evidence_texts WHERE sha256 = ? AND page <= ? ORDER BY page';
  const rows = statement(db, sql).all(mostLetters, sha256, Math.min(pages, mostPages)) as { start: string }[];
  return rows
    .map(({ start }) => start)
    .join('\n')
    .slice(0, mostLetters * 10);
}
