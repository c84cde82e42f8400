import { rm } from 'node:fs/promises';
import Database from 'better-sqlite3';
import type { FileKey } from './cipher.ts';
import { keyConnection, rekeyConnection } from './open.ts';

/**
 * Makes a compact file under a key of its own from a closed engagement file. Nothing that was removed or shredded is left
 * in it, since only what is there is copied.
 */
export async function sealCopy(from: string, to: string, key: FileKey, newKey: FileKey): Promise<void> {
  await rm(to, { force: true });
  const source = new Database(from, { fileMustExist: true });
  try {
    keyConnection(source, key);
    source.prepare('VACUUM INTO ?').run(to);
  } finally {
    source.close();
  }
  const sealed = new Database(to, { fileMustExist: true });
  try {
    keyConnection(sealed, key);
    // It has no name that anybody opens until it is proved whole.
    sealed.pragma('journal_mode = OFF');
    rekeyConnection(sealed, newKey);
    sealed.pragma('journal_mode = TRUNCATE');
  } finally {
    sealed.close();
  }
}
