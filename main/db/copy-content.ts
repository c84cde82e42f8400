import type { Connection, ReadableDb } from './connection.ts';
import { readTexts } from './evidence-content.ts';
import { readHidden } from './evidence-hidden.ts';
import { type Chunk, putUnfinished } from './evidence-intake.ts';
import { statement } from './statement.ts';

/** How much goes in in one transaction, in bytes, near enough. */
const batchSize = 8 * 1024 * 1024;

/**
 * Copies documents from one engagement file into another as they are kept there, a transaction at a time; false when all
 * are there. They stay unfinished until something refers to them.
 */
export function copyContent(ours: Connection, theirs: ReadableDb, hashes: readonly string[]): () => boolean {
  const waiting = [...hashes];
  let seq = 0;
  return () => {
    const [sha256] = waiting;
    if (sha256 === undefined) return false;
    const chunks = readPacked(theirs, sha256, seq);
    seq += chunks.length;
    const isLast = chunks.length === 0 || !hasChunk(theirs, sha256, seq);
    const words = isLast ? { texts: readTexts(theirs, sha256), facts: readHidden(theirs, sha256) } : {};
    putUnfinished(ours, [{ sha256, chunks, ...words }]);
    if (isLast) {
      waiting.shift();
      seq = 0;
    }
    return waiting.length > 0;
  };
}

function readPacked(db: ReadableDb, sha256: string, from: number): readonly Chunk[] {
  const sql =
    'SELECT seq, bytes, unpacked_size AS unpackedSize FROM evidence_chunks WHERE sha256 = ? AND seq = ?';
  const chunks: Chunk[] = [];
  for (let size = 0, seq = from; size < batchSize; seq += 1) {
    const row = statement(db, sql).get(sha256, seq) as
      | { seq: number; bytes: Uint8Array; unpackedSize: number | null }
      | undefined;
    if (!row) break;
    const { unpackedSize, ...chunk } = row;
    chunks.push(unpackedSize === null ? chunk : { ...chunk, unpackedSize });
    size += chunk.bytes.length;
  }
  return chunks;
}

const hasChunk = (db: ReadableDb, sha256: string, seq: number): boolean =>
  statement(db, 'SELECT 1 FROM evidence_chunks WHERE sha256 = ? AND seq = ?').get(sha256, seq) !== undefined;
