import { randomUUID } from 'node:crypto';
import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
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
export async function takeFileLock(path: string, now: () => number = Date.now): Promise<FileLock> {
  const lockPath = `${path}.lock`;
  const holder: Holder = { id: randomUUID(), host: hostname(), user: userName(), pid: process.pid };
  for (let attempt = 0; ; attempt += 1) {
    try {
      await writeFile(lockPath, JSON.stringify(holder), { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw new AppError('disk/cannot-write');
      const other = await readHolder(lockPath);
      if (attempt > 2 || (other && (await isHeld(lockPath, other, now)))) {
        const who = other ? `${other.user} has it open on ${other.host}.` : '';
        throw new AppError('vault/in-use', who);
      }
      await rm(lockPath, { force: true });
    }
  }
  const timer = setInterval(() => {
    const time = new Date();
    utimes(lockPath, time, time).catch(() => {});
  }, beat);
  timer.unref();
  return {
    release: async () => {
      clearInterval(timer);
      if ((await readHolder(lockPath))?.id === holder.id) await rm(lockPath, { force: true });
    },
  };
}

async function readHolder(lockPath: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(lockPath, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

/** Whoever holds it touches it again and again; a process of this computer may have the number of one that crashed. */
async function isHeld(lockPath: string, holder: Holder, now: () => number): Promise<boolean> {
  if (holder.host === hostname() && !isAlive(holder.pid)) return false;
  const touched = await stat(lockPath).then(
    (info) => info.mtimeMs,
    () => 0,
  );
  return now() - touched < staleAfter;
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
