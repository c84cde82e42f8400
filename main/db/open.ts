import { renameSync } from 'node:fs';
import { open as openFile, rm, stat } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { invariant } from '../../shared/assert.ts';
import { AppError } from '../../shared/errors.ts';
import { checkPages, type FileKey, pageSize, rawKeyPragma } from './cipher.ts';
import type { Connection } from './connection.ts';
import { applicationId, migrate } from './migrate.ts';
import { latestVersion } from './migrations/index.ts';

/** How long one connection waits while another writes: longer than one step takes on a slow stick. */
const timeout = 30_000;

/** Loads the native part of SQLite now, which is else loaded with the first file. */
export function loadSqlite(): void {
  new Database(':memory:').close();
}

/**
 * Creates a new engagement file and has it filled. Fails with `vault/already-exists` rather than write over anything;
 * whatever else goes wrong, no half-made file is left.
 */
export async function createDatabase(
  path: string,
  key: FileKey,
  fill: (db: Connection) => void = () => {},
): Promise<Connection> {
  const handle = await openFile(path, 'wx').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') throw new AppError('vault/already-exists');
    throw new AppError('disk/cannot-write');
  });
  await handle.close();
  const db = new Database(path, { timeout });
  try {
    keyConnection(db, key);
    db.pragma(`application_id = ${applicationId}`);
    readyToWork(db);
    migrate(db);
    fill(db);
    return db;
  } catch (error) {
    db.close();
    for (const left of [path, `${path}-journal`]) await rm(left, { force: true }).catch(() => {});
    throw error;
  }
}

/**
 * Opens an engagement file, or says which of four things is wrong: the key, the file's kind, its version, or damage.
 * `beforeMigrating` runs only when the file is of an older version, before anything in it is changed.
 */
export async function openDatabase(
  path: string,
  key: FileKey,
  beforeMigrating: () => Promise<void> = async () => {},
): Promise<Connection> {
  const info = await stat(path).catch(() => null);
  if (!info?.isFile()) throw new AppError('vault/not-found');
  if (info.size < pageSize) throw new AppError('vault/not-a-lano-file');
  const db = new Database(path, { timeout });
  try {
    keyConnection(db, key);
    const version = readHeader(db);
    await refuseTruncated(db, path);
    if (version > latestVersion) throw new AppError('vault/from-the-future');
    if (version < latestVersion) {
      await beforeMigrating();
      migrate(db);
    }
    return db;
  } catch (error) {
    db.close();
    const code = (error as { code?: string }).code ?? '';
    throw code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT' ? await explainFailure(path, key) : error;
  }
}

const keys = new WeakMap<Connection, FileKey>();

/**
 * Another connection to the same open file, for a thread of its own. It waits while the first one writes, however slow
 * the disk, and may make the file no larger than that one may.
 */
export type SecondOpening = { readonly path: string; readonly key: FileKey; readonly mostPages: number };

/** What it takes to open a second connection to an open file; null where the file is closed. */
export function secondOpening(db: Connection): SecondOpening | null {
  const key = keys.get(db);
  if (!key || !db.open) return null;
  return { path: db.name, key, mostPages: Number(db.pragma('max_page_count', { simple: true })) };
}

/** Opens it: call it in the thread that uses it. */
export function openSecond({ path, key, mostPages }: SecondOpening): Connection {
  const db = new Database(path, { fileMustExist: true, timeout });
  keyConnection(db, key);
  db.pragma('journal_mode = TRUNCATE');
  db.pragma(`max_page_count = ${mostPages}`);
  // What it writes in one step has room, and it reads little.
  db.pragma('cache_size = -12000');
  return db;
}

export type Replaced = { readonly db: Connection; readonly isReplaced: boolean };

/**
 * Puts a closed file that is under another key in the place of the open one, and opens it there: all in one turn, so that
 * nobody finds the file closed. Where it cannot be moved, the old file is open again.
 */
export function replaceDatabase(db: Connection, made: string, key: FileKey): Replaced {
  const path = db.name;
  const oldKey = keys.get(db);
  invariant(oldKey, 'an open file has its key');
  db.close();
  const isReplaced = isMoved(made, path);
  const next = new Database(path, { fileMustExist: true, timeout });
  keyConnection(next, isReplaced ? key : oldKey);
  readyToWork(next);
  return { db: next, isReplaced };
}

function isMoved(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch {
    return false;
  }
}

/**
 * Puts a file under another key, page by page. Only for one that nobody needs should the machine stop meanwhile: its salt
 * is changed first, and its journal cannot be read without the old one.
 */
export function rekeyConnection(db: Connection, key: FileKey): void {
  db.pragma(`rekey = ${rawKeyPragma(key)}`);
  keys.set(db, key);
}

/** Gives a new connection its cipher and key, before anything else is asked of it, and how it is to keep its files. */
export function keyConnection(db: Connection, key: FileKey): void {
  keys.set(db, key);
  db.pragma("cipher = 'sqlcipher'");
  db.pragma('legacy = 4');
  db.pragma(`key = ${rawKeyPragma(key)}`);
  db.pragma('temp_store = MEMORY');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('cache_size = -32000');
}

/**
 * For the connection that the window's questions go to: a page that has to be read again has to be deciphered again,
 * and the words of 10,000 pages with their index fit in here.
 */
function readyToWork(db: Connection): void {
  db.pragma('journal_mode = TRUNCATE');
  db.pragma('cache_size = -64000');
}

/** Does not wait for the disk any more: for a file that is made anew should the machine stop meanwhile. */
export function writeWithoutWaiting(db: Connection): void {
  db.pragma('synchronous = OFF');
}

function readHeader(db: Connection): number {
  const id = db.pragma('application_id', { simple: true });
  if (id !== applicationId) throw new AppError('vault/not-a-lano-file');
  readyToWork(db);
  db.prepare('SELECT count(*) FROM sqlite_schema').get();
  return Number(db.pragma('user_version', { simple: true }));
}

/** A file cut short opens well as long as nobody looks at its end: compare what it says of itself with what is there. */
async function refuseTruncated(db: Connection, path: string): Promise<void> {
  const { size } = await stat(path);
  const pages = Number(db.pragma('page_count', { simple: true }));
  if (size % pageSize !== 0 || pages * pageSize > size)
    throw new AppError('vault/damaged', 'The end of it is missing.');
}

const otherFormats: readonly (readonly [string, readonly number[]])[] = [
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0]],
  ['sqlite', [...Buffer.from('SQLite format 3')]],
];

async function explainFailure(path: string, key: FileKey): Promise<AppError> {
  const file = await openFile(path, 'r');
  try {
    const { good, bad } = await checkPages(file, key, 256);
    if (good > 0)
      return new AppError(
        'vault/damaged',
        bad.length > 0 ? undefined : 'Its pages are whole but out of order.',
      );
    const start = new Uint8Array(16);
    await file.read(start, 0, 16, 0);
    const isOther = otherFormats.some(([, magic]) => magic.every((byte, at) => start[at] === byte));
    return new AppError(isOther ? 'vault/not-a-lano-file' : 'vault/wrong-passphrase');
  } finally {
    await file.close();
  }
}
