import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 300;
const UNREADABLE_LOCK_IS_STALE_AFTER_MS = 10_000;

/** Does the work while no other process holds the same lock file; a lock left by a dead process is taken over. */
export const withFileLock = async <T>(
  lockFile: string,
  waitingMessage: string,
  work: () => Promise<T>,
): Promise<T> => {
  await mkdir(dirname(lockFile), { recursive: true });
  await takeLock(lockFile, waitingMessage);
  try {
    return await work();
  } finally {
    await rm(lockFile, { force: true });
  }
};

const takeLock = async (lockFile: string, waitingMessage: string): Promise<void> => {
  let hasSaidSo = false;
  while (!(await tryToCreate(lockFile))) {
    if (await isStale(lockFile)) {
      await putAside(lockFile);
      continue;
    }
    if (!hasSaidSo) {
      console.log(waitingMessage);
      hasSaidSo = true;
    }
    await pause(POLL_MS);
  }
};

const tryToCreate = async (lockFile: string): Promise<boolean> => {
  try {
    const file = await open(lockFile, 'wx');
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
};

const isStale = async (lockFile: string): Promise<boolean> => {
  try {
    const owner = Number(await readFile(lockFile, 'utf8'));
    if (owner > 0) return !isAlive(owner);
    const { mtimeMs } = await stat(lockFile);
    return Date.now() - mtimeMs > UNREADABLE_LOCK_IS_STALE_AFTER_MS;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
};

// Renaming first lets only one of several waiting processes remove the stale lock.
const putAside = async (lockFile: string): Promise<void> => {
  const aside = `${lockFile}.stale-${process.pid}`;
  try {
    await rename(lockFile, aside);
    await rm(aside, { force: true });
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
};

const isAlive = (processId: number): boolean => {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
};

const errorCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;
