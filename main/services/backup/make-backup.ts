import { createHash } from 'node:crypto';
import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../../../shared/errors.ts';
import { untilAtRest } from '../../db/beside.ts';
import { type FileKey, pageSize } from '../../db/cipher.ts';
import type { Connection } from '../../db/connection.ts';
import { changesSoFar } from '../../db/statement.ts';
import { moveIntoPlace } from '../move-into-place.ts';
import { startBackupWorker } from './backup-worker.ts';

export type BackupSource = { readonly path: string; readonly db: Connection; readonly key: FileKey };

const ending = '.unfinished';
const mostPasses = 40;
const leftBehindAfter = 24 * 3_600_000;

/**
 * Copies an open engagement file, still encrypted, to a new path, and proves the copy by opening it with its key. It has
 * its name only when it is whole and proved; whatever goes wrong, nothing of that name is there. Fails with
 * `vault/damaged` when the copy does not prove whole, `disk/full`, `disk/cannot-write`, or `evidence/cancelled`.
 */
export async function makeBackup(source: BackupSource, to: string, signal: AbortSignal): Promise<void> {
  const unfinished = `${to}${ending}`;
  const worker = startBackupWorker(signal);
  try {
    const copy = () => worker.ask({ ask: 'copy', from: source.path, to: unfinished });
    await copyAtRest(source.db, copy, signal);
    await worker.ask({ ask: 'finish' });
    const proof = await worker.ask({ ask: 'verify', path: unfinished, key: source.key });
    if (proof.say !== 'verified' || !proof.isWhole) throw new AppError('vault/damaged');
    await moveIntoPlace(unfinished, to);
  } catch (error) {
    await worker.end();
    await rm(unfinished, { force: true, maxRetries: 5 }).catch(() => {});
    throw error;
  } finally {
    await worker.end();
  }
}

/**
 * Goes over the file until nothing was written to it meanwhile: pages of two moments side by side would each be good and
 * make no sense together. Every transaction begins and ends within one turn of this thread, or is counted as it begins, so
 * that a count that has not moved means a file that was at rest.
 */
export async function copyAtRest(
  db: Connection,
  pass: () => Promise<unknown>,
  signal: AbortSignal,
): Promise<void> {
  for (let attempt = 1; attempt <= mostPasses; attempt += 1) {
    await untilAtRest(db);
    const before = changesSoFar(db);
    await pass();
    if (changesSoFar(db) === before) return;
    await wait(Math.min(2000, 50 * attempt), undefined, { signal }).catch(() => {
      throw new AppError('evidence/cancelled');
    });
  }
  throw new AppError('disk/cannot-write', 'Something else was being saved at the same time.');
}

/** What the first page of a file looks like: it changes with each transaction. Null when it cannot be read. */
export async function pagePrint(path: string): Promise<string | null> {
  const file = await open(path, 'r').catch(() => null);
  if (!file) return null;
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(pageSize), 0, pageSize, 0);
    return bytesRead === pageSize ? createHash('sha256').update(buffer).digest('hex') : null;
  } finally {
    await file.close();
  }
}

/** Takes away what a power cut left of backups, a day after; what another computer is just writing stays. */
export async function sweepLeftBehind(folder: string, series: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith(`(${series}).lano${ending}`)) continue;
    const path = join(folder, name);
    if (Date.now() - (await stat(path)).mtimeMs > leftBehindAfter) await rm(path, { force: true });
  }
}
