import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { IsoInstant } from '../../../shared/domain/time.ts';
import { AppError } from '../../../shared/errors.ts';
import type { BackupRecordStore } from './backup-record.ts';
import { startBackupWorker } from './backup-worker.ts';
import type { BackupSource } from './make-backup.ts';
import { restoreBeside } from './restore.ts';

export type RehearsalParts = {
  readonly settingsFolder: string;
  readonly store: BackupRecordStore;
  readonly clock: () => IsoInstant;
};

const rehearsalName = 'Restore rehearsal.lano';

/**
 * Restores the newest backup to this computer, compares every document in it with its hash, and takes the copy away again.
 * Gives how many documents there were. Fails with `vault/not-found` where there is no backup, and with `vault/damaged`.
 */
export async function rehearse(
  source: BackupSource,
  { settingsFolder, store, clock }: RehearsalParts,
  signal: AbortSignal,
): Promise<number> {
  const last = (await store.read()).files[source.path];
  if (!last) throw new AppError('vault/not-found');
  const local = join(settingsFolder, rehearsalName);
  const worker = startBackupWorker(signal);
  try {
    await mkdir(settingsFolder, { recursive: true });
    await rm(local, { force: true });
    await restoreBeside(join(last.folder, last.lastName), local);
    const proof = await worker.ask({ ask: 'rehearse', path: local, key: source.key });
    if (proof.say !== 'verified' || !proof.isWhole) throw new AppError('vault/damaged');
    const rehearsedAt = clock();
    await store.edit((record) => {
      const mine = record.files[source.path];
      return mine
        ? { ...record, files: { ...record.files, [source.path]: { ...mine, rehearsedAt } } }
        : record;
    });
    return proof.documents;
  } finally {
    await worker.end();
    await rm(local, { force: true, maxRetries: 5 }).catch(() => {});
  }
}
