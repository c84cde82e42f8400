import { rm } from 'node:fs/promises';
import { AppError } from '../../../shared/errors.ts';
import type { FileKey } from '../../db/cipher.ts';
import { startBackupWorker } from '../backup/backup-worker.ts';
import { type BackupSource, copyAtRest } from '../backup/make-backup.ts';
import { isThere, moveIntoPlace } from '../move-into-place.ts';

/**
 * Makes a compact copy of the open file under a key of its own, in a thread, and proves it by opening it. It has
 * its name only when it is whole; whatever goes wrong, nothing of that name is there.
 */
export async function makeSealedCopy(
  source: BackupSource,
  to: string,
  newKey: FileKey,
  signal: AbortSignal,
): Promise<void> {
  if (await isThere(to)) throw new AppError('vault/already-exists');
  const [plain, sealed] = [`${to}.copying`, `${to}.unfinished`];
  const worker = startBackupWorker(signal);
  try {
    await rm(plain, { force: true });
    await copyAtRest(source.db, () => worker.ask({ ask: 'copy', from: source.path, to: plain }), signal);
    await worker.ask({ ask: 'finish' });
    await worker.ask({ ask: 'seal', from: plain, to: sealed, key: source.key, newKey });
    const proof = await worker.ask({ ask: 'verify', path: sealed, key: newKey });
    if (proof.say !== 'verified' || !proof.isWhole) throw new AppError('vault/damaged');
    await moveIntoPlace(sealed, to);
  } finally {
    await worker.end();
    for (const path of [plain, sealed]) await rm(path, { force: true, maxRetries: 5 }).catch(() => {});
  }
}
