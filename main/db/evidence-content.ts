import type { ReadableDb, WritableDb } from './connection.ts';

/**
 * The bytes and words of documents, kept once under the SHA-256 of the bytes. They never change, so they are not in the
 * change log: taking a document back out by Undo leaves them, and `sweepContent` clears what nothing refers to any more.
 */
export const chunkSize = 256 * 1024;

export function hasContent(db: ReadableDb, sha256: string): boolean {
  return db.prepare('SELECT 1 FROM evidence_chunks WHERE sha256 = ? AND seq = 0').get(sha256) !== undefined;
}

/** Adds one chunk; `seq` counts from 0. */
export function putChunk(tx: WritableDb, sha256: string, seq: number, bytes: Uint8Array): void {
  tx.prepare('INSERT OR REPLACE INTO evidence_chunks (sha256, seq, bytes) VALUES (?, ?, ?)').run(
    sha256,
    seq,
    bytes,
  );
}

/** Gives chunks that were taken in before their hash was known the name they are kept under. */
export function renameContent(tx: WritableDb, from: string, to: string): void {
  tx.prepare('UPDATE evidence_chunks SET sha256 = ? WHERE sha256 = ?').run(to, from);
}

export function dropContent(tx: WritableDb, sha256: string): void {
  tx.prepare('DELETE FROM evidence_chunks WHERE sha256 = ?').run(sha256);
}

/** The chunks of one document in order, one at a time. */
export function* readChunks(db: ReadableDb, sha256: string): Generator<Uint8Array> {
  const chunk = db.prepare('SELECT bytes FROM evidence_chunks WHERE sha256 = ? AND seq = ?');
  for (let seq = 0; ; seq += 1) {
    const row = chunk.get(sha256, seq) as { bytes: Uint8Array } | undefined;
    if (!row) return;
    yield row.bytes;
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

/** Which documents have any words that could be read. */
export function listHashesWithText(db: ReadableDb): ReadonlySet<string> {
  const rows = db.prepare(`SELECT DISTINCT sha256 FROM evidence_texts WHERE "text" <> ''`).all() as {
    sha256: string;
  }[];
  return new Set(rows.map((row) => row.sha256));
}

/** Removes content that no document, and no change that could still be undone, refers to. */
export function sweepContent(tx: WritableDb): void {
  const kept = `SELECT sha256 FROM evidence_items
    UNION SELECT json_extract(before, '$.sha256') FROM change_log WHERE table_name = 'evidence_items' AND before IS NOT NULL
    UNION SELECT json_extract(after, '$.sha256') FROM change_log WHERE table_name = 'evidence_items' AND after IS NOT NULL`;
  tx.prepare(`DELETE FROM evidence_chunks WHERE sha256 NOT IN (${kept})`).run();
  tx.prepare(`DELETE FROM evidence_texts WHERE sha256 NOT IN (${kept})`).run();
}
