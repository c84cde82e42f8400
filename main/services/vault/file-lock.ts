import { randomUUID } from 'node:crypto';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import { AppError } from '../../../shared/errors.ts';

/**
 * A small file beside the engagement while it is open, which a second copy of the app, here or on another machine that
 * shares the drive, can see and explain. Operating-system locks are not enough: they do not reach over network drives.
 */
export type FileLock = { readonly release: () => Promise<void> };

type Holder = { readonly id: string; readonly host: string; readonly user: string; readonly pid: number };

const beat = 20_000;
const staleAfter = 90_000;

/** Takes the lock, or fails with `vault/in-use` and says who holds it. A lock left by a crash is taken over. */
export async function takeFileLock(path: string): Promise<FileLock> {
  const lockPath = `${path}.lock`;
  const holder: Holder = { id: randomUUID(), host: hostname(), user: userName(), pid: process.pid };
  const words = JSON.stringify(holder);
  const isOurs = async () => (await readHolder(lockPath))?.id === holder.id;
  for (let attempt = 0; ; attempt += 1) {
    try {
      await writeFile(lockPath, words, { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw new AppError('disk/cannot-write');
      const other = await readHolder(lockPath);
      if (attempt > 2 || (await isHeld(lockPath, other))) {
        const who = other ? `${other.user} has it open on ${other.host}.` : '';
        throw new AppError('vault/in-use', who);
      }
      await rm(lockPath, { force: true });
    }
  }
  const timer = setInterval(() => {
    void touch(lockPath, words, isOurs);
  }, beat);
  timer.unref();
  return {
    release: async () => {
      clearInterval(timer);
      if (await isOurs()) await rm(lockPath, { force: true });
    },
  };
}

/** Written over as it is, so that the drive notes when by its own clock. */
async function touch(lockPath: string, words: string, isOurs: () => Promise<boolean>): Promise<void> {
  if (await isOurs()) await writeFile(lockPath, words, { flag: 'r+' }).catch(() => {});
}

async function readHolder(lockPath: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(lockPath, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

/**
 * Whoever holds it touches it again and again; a process of this computer may have the number of one that crashed. One in
 * which nothing can be read yet is being made.
 */
async function isHeld(lockPath: string, holder: Holder | null): Promise<boolean> {
  if (holder?.host === hostname() && !isAlive(holder.pid)) return false;
  const touched = await stat(lockPath).then(
    (info) => info.mtimeMs,
    () => 0,
  );
  return (await driveTime(lockPath)) - touched < staleAfter;
}

/** What time it is by the clock that dates the files beside: those of two computers that share a drive may lie minutes apart. */
async function driveTime(lockPath: string): Promise<number> {
  const probe = `${lockPath}-${randomUUID()}`;
  try {
    await writeFile(probe, '', { flag: 'wx' });
    return (await stat(probe)).mtimeMs;
  } catch {
    throw new AppError('disk/cannot-write');
  } finally {
    await rm(probe, { force: true }).catch(() => {});
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'somebody';
  }
}
