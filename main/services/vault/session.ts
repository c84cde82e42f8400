import { open as openFile, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { endBeside, untilAtRest } from '../../db/beside.ts';
import { checkPages, type FileKey, keyFromPassphrase, newKey, readSalt } from '../../db/cipher.ts';
import type { Connection } from '../../db/connection.ts';
import { createDatabase, openDatabase, rekeyConnection } from '../../db/open.ts';
import { changesSoFar } from '../../db/statement.ts';
import { oneAtATime } from '../evidence/take-in.ts';
import { indexWaiting } from '../search/index-words.ts';
import { copyWholeFile } from './copy-file.ts';
import { type FileLock, takeFileLock } from './file-lock.ts';

/** An engagement file while it is open: at most one in a running app. */
export type Session = {
  readonly path: string;
  readonly db: Connection;
  readonly key: FileKey;
  readonly lock: FileLock;
};

/** Makes a new file under a passphrase and leaves it open. */
export async function createSession(path: string, passphrase: string): Promise<Session> {
  const key = await newKey(passphrase);
  const lock = await takeFileLock(path);
  try {
    return { path, key, lock, db: await createDatabase(path, key) };
  } catch (error) {
    await lock.release();
    throw error;
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
  const salt = await readSalt(path).catch(() => {
    throw new AppError('vault/not-found');
  });
  try {
    return await openWithKey(path, { key: Buffer.from(hex, 'hex'), salt });
  } catch (error) {
    const isWrong = error instanceof AppError && error.code === 'vault/wrong-passphrase';
    throw isWrong ? new AppError('vault/bad-recovery-key') : error;
  }
}

/** Opens a file whose key is already known, as when it is remembered on this device. */
export async function openWithKey(path: string, key: FileKey): Promise<Session> {
  const lock = await takeFileLock(path);
  try {
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

/**
 * Puts the file under a new passphrase and key, with a new salt; sheets and devices that knew the old key no longer
 * open it. Every page is rewritten in one journalled step, so that a power cut leaves the old key working.
 */
export async function rekeySession(session: Session, current: string, next: string): Promise<Session> {
  await requirePassphrase(session, current);
  const key = await newKey(next);
  // Documents that are being taken in are written under the old key.
  await oneAtATime(session.db, async () => {
    await endBeside(session.db);
    rekeyConnection(session.db, key);
  });
  return { ...session, key };
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
