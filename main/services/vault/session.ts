import { open as openFile, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { endBeside, untilAtRest } from '../../db/beside.ts';
import { checkPages, type FileKey, keyFromPassphrase, newKey, readSalt } from '../../db/cipher.ts';
import type { Connection } from '../../db/connection.ts';
import { createDatabase, openDatabase } from '../../db/open.ts';
import { changesSoFar } from '../../db/statement.ts';
import { diskError } from '../disk-error.ts';
import { indexWaiting } from '../search/index-words.ts';
import { copyWholeFile } from './copy-file.ts';
import { type FileLock, takeFileLock } from './file-lock.ts';
import { sweepRenewal } from './renewal.ts';

/** An engagement file while it is open: at most one in a running app. */
export type Session = {
  readonly path: string;
  readonly db: Connection;
  readonly key: FileKey;
  readonly lock: FileLock;
};

/**
 * Makes a new file under a passphrase, has it filled, and leaves it open; whatever goes wrong, nothing of that name is left.
 * Fails with `vault/already-exists`, `disk/full` or `disk/cannot-write`.
 */
export async function createSession(
  path: string,
  passphrase: string,
  fill: (db: Connection) => void = () => {},
): Promise<Session> {
  const key = await newKey(passphrase);
  const lock = await takeFileLock(path);
  try {
    return { path, key, lock, db: await createDatabase(path, key, fill) };
  } catch (error) {
    await lock.release();
    throw diskError(error) ?? error;
  }
}

/** Opens a file with its passphrase. */
export async function openSession(path: string, passphrase: string): Promise<Session> {
  const salt = await readSalt(path).catch(() => {
    throw new AppError('vault/not-found');
  });
  return openWithKey(path, await keyFromPassphrase(passphrase, salt));
}

/** Opens a file with the 64 hexadecimal digits of its recovery sheet; spaces, hyphens and capitals do not matter. */
export async function openWithRecoveryKey(path: string, digits: string): Promise<Session> {
  const hex = digits.replace(/[\s-]/g, '').toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(hex)) throw new AppError('vault/bad-recovery-key');
  try {
    return await openWithKeyAlone(path, Buffer.from(hex, 'hex'));
  } catch (error) {
    const isWrong = error instanceof AppError && error.code === 'vault/wrong-passphrase';
    throw isWrong ? new AppError('vault/bad-recovery-key') : error;
  }
}

/** Opens a file with its key alone, as when it is remembered on this computer; the file itself has the salt. */
export async function openWithKeyAlone(path: string, key: Uint8Array): Promise<Session> {
  const salt = await readSalt(path).catch(() => {
    throw new AppError('vault/not-found');
  });
  return openWithKey(path, { key, salt });
}

/** Opens a file whose key is already known. */
export async function openWithKey(path: string, key: FileKey): Promise<Session> {
  const lock = await takeFileLock(path);
  try {
    await sweepRenewal(path);
    const db = await openDatabase(path, key, () => copyWholeFile(path, copyName(path, 'before update')));
    return { path, key, lock, db };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Closes the file and gives up its lock; nothing stays beside it. */
export async function closeSession({ path, db, lock }: Session): Promise<void> {
  db.close();
  await endBeside(db);
  await removeEmptyJournal(path);
  await lock.release();
}

/** One with something in it stays: it is what the next opening mends the file by. */
async function removeEmptyJournal(path: string): Promise<void> {
  const journal = `${path}-journal`;
  const found = await stat(journal).catch(() => null);
  if (found?.size === 0) await rm(journal, { force: true }).catch(() => {});
}

/** Fails with `vault/wrong-passphrase` unless the passphrase is the one that the open file has. */
export async function requirePassphrase({ key }: Session, passphrase: string): Promise<void> {
  const known = await keyFromPassphrase(passphrase, key.salt);
  if (!Buffer.from(known.key).equals(Buffer.from(key.key))) throw new AppError('vault/wrong-passphrase');
}

/** Checks every page of the file and says whether all are whole. A page caught half-written is looked at again. */
export async function isFileWhole(path: string, key: FileKey): Promise<boolean> {
  const file = await openFile(path, 'r');
  try {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const { bad } = await checkPages(file, key);
      if (bad.length === 0) return true;
    }
    return false;
  } finally {
    await file.close();
  }
}

/**
 * Copies the open file byte for byte and proves the copy whole with its own key. A copy during which something was
 * written is made again: pages of two moments side by side would each be good and make no sense together.
 */
export async function copySession(session: Session, path: string): Promise<void> {
  await indexWaiting(session.db);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await untilAtRest(session.db);
    const before = changesSoFar(session.db);
    await copyWholeFile(session.path, path);
    if (changesSoFar(session.db) === before && (await isFileWhole(path, session.key))) return;
    await rm(path);
  }
  throw new AppError('disk/cannot-write', 'Something else was being saved at the same time.');
}

/** The recovery key as it is printed: 16 groups of four digits. */
export function recoveryDigits({ key }: FileKey): string {
  return (Buffer.from(key).toString('hex').toUpperCase().match(/.{4}/g) ?? []).join(' ');
}

function copyName(path: string, why: string): string {
  const stamp = new Date().toISOString().slice(0, 16).replace('T', ' ').replace(':', '');
  const extension = extname(path);
  return join(dirname(path), `${basename(path, extension)} ${why} ${stamp}${extension}`);
}
