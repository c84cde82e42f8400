import type { Connection, ReadableDb } from './connection.ts';
import { type Chunk, putUnfinished } from './evidence-intake.ts';
import { statement } from './statement.ts';
import { quoted } from './table.ts';
import { recordedTables } from './tables.ts';

/** How much goes in in one transaction, in bytes, near enough. */
const batchSize = 8 * 1024 * 1024;

/**
 * Copies documents from one engagement file into another as they are kept there, a transaction at a time; false when all
 * are there. They stay unfinished until something refers to them. What is known of documents, as their words, comes too,
 * for those that were here already as well.
 */
export function copyContent(ours: Connection, theirs: ReadableDb, hashes: readonly string[]): () => boolean {
  const waiting = [...hashes];
  let seq = 0;
  return () => {
    const [sha256] = waiting;
    if (sha256 === undefined) {
      copyKnowledge(ours, theirs);
      return false;
    }
    const chunks = readPacked(theirs, sha256, seq);
    seq += chunks.length;
    putUnfinished(ours, [{ sha256, chunks }]);
    if (chunks.length === 0 || !hasChunk(theirs, sha256, seq)) {
      waiting.shift();
      seq = 0;
    }
    return true;
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

/** In every table that keeps something under the hash of a document, outside the log: what only the other file knows. */
function copyKnowledge(ours: Connection, theirs: ReadableDb): void {
  const held = new Set(ours.prepare('SELECT DISTINCT sha256 FROM evidence_chunks').pluck().all() as string[]);
  ours
    .transaction(() => {
      for (const [table, columns] of tablesByHash(ours)) {
        const known = `SELECT DISTINCT sha256 FROM ${table}`;
        const own = new Set(ours.prepare(known).pluck().all());
        const names = columns.map(quoted).join(', ');
        const read = theirs.prepare(`SELECT ${names} FROM ${table} WHERE sha256 = ?`).raw();
        const put = ours.prepare(
          `INSERT INTO ${table} (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
        );
        for (const sha256 of theirs.prepare(known).pluck().all() as string[]) {
          if (own.has(sha256) || !held.has(sha256)) continue;
          for (const row of read.all(sha256) as unknown[][]) put.run(...row);
        }
      }
    })
    .immediate();
}

function tablesByHash(db: ReadableDb): ReadonlyMap<string, readonly string[]> {
  const names = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all() as string[];
  const columnsOf = db.prepare('SELECT name FROM pragma_table_info(?)').pluck();
  const apart = new Set(['evidence_chunks', 'search_queue', ...recordedTables.keys()]);
  return new Map(
    names
      .filter((name) => !apart.has(name))
      .map((name) => [name, columnsOf.all(name) as string[]] as const)
      .filter(([, columns]) => columns.includes('sha256')),
  );
}
