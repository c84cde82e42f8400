import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { type FileKey, pageSize } from './cipher.ts';
import type { Connection } from './connection.ts';
import { readChunks } from './evidence-content.ts';
import { applicationId } from './migrate.ts';
import { keyConnection } from './open.ts';

/** What a closed engagement file was found to be. */
export type Verified = { readonly isWhole: boolean; readonly documents: number };

/**
 * Opens a closed engagement file to read only, with its key, and checks that it is one and that it is whole: its length,
 * the authentication code of every page that holds something, and the order in all its tables and indexes.
 */
export async function verifyDatabase(path: string, key: FileKey): Promise<Verified> {
  return opened(path, key, (db) => ({ isWhole: true, documents: countDocuments(db) }));
}

/** The same, and every document in it compared with its hash: what restoring the file would come to. */
export async function rehearseDatabase(path: string, key: FileKey): Promise<Verified> {
  return opened(path, key, (db) => {
    const rows = db.prepare('SELECT DISTINCT sha256 FROM evidence_items').all() as { sha256: string }[];
    const isWhole = rows.every(({ sha256 }) => {
      const hash = createHash('sha256');
      for (const chunk of readChunks(db, sha256)) hash.update(chunk);
      return hash.digest('hex') === sha256;
    });
    return { isWhole, documents: rows.length };
  });
}

async function opened(path: string, key: FileKey, look: (db: Connection) => Verified): Promise<Verified> {
  const bad: Verified = { isWhole: false, documents: 0 };
  const { size } = await stat(path);
  if (size < pageSize || size % pageSize !== 0) return bad;
  const db = new Database(path, { readonly: true });
  try {
    keyConnection(db, key);
    if (db.pragma('application_id', { simple: true }) !== applicationId) return bad;
    if (Number(db.pragma('page_count', { simple: true })) * pageSize !== size) return bad;
    if (db.pragma('integrity_check', { simple: true }) !== 'ok') return bad;
    if (db.prepare('SELECT count(*) AS n FROM engagements').pluck().get() === 0) return bad;
    return look(db);
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    if (/^(SQLITE_(NOTADB|CORRUPT|IOERR)|vault\/damaged$)/.test(code)) return bad;
    throw error;
  } finally {
    db.close();
  }
}

const countDocuments = (db: Connection): number =>
  Number(db.prepare('SELECT count(*) FROM evidence_items').pluck().get());
