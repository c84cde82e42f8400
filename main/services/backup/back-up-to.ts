import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { backupName, outlivedBackups } from '../../../shared/domain/backup.ts';
import type { IsoInstant } from '../../../shared/domain/time.ts';
import { AppError } from '../../../shared/errors.ts';
import type { BackupProblem } from '../../../shared/ipc/backups.ts';
import type { BackupRecordStore, FileRecord } from './backup-record.ts';
import { type BackupSource, makeBackup, pagePrint, sweepLeftBehind } from './make-backup.ts';
import { listBackups } from './restore.ts';

/** An engagement that is to be backed up, in a series of its own. */
export type SourceInSeries = BackupSource & {
  /** Fit for a file name, and without any child's name. */
  readonly title: string;
  readonly series: string;
};

export const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (info) => info.isDirectory(),
    () => false,
  );

/**
 * Makes a backup in a folder, puts it on record, and takes away those that have outlived the rule. Fails as `makeBackup`
 * does, and with `vault/not-found` while the folder is not there.
 */
export async function backUpTo(
  folder: string,
  source: SourceInSeries,
  {
    store,
    at,
    signal,
  }: { readonly store: BackupRecordStore; readonly at: IsoInstant; readonly signal: AbortSignal },
): Promise<void> {
  if (!(await isFolder(folder))) throw new AppError('vault/not-found');
  const { series } = source;
  await sweepLeftBehind(folder, series);
  const name = backupName(source.title, at, series);
  const path = join(folder, name);
  await makeBackup(source, path, signal);
  const print = (await pagePrint(path)) ?? '';
  const { rule } = await store.edit((record) => {
    const rehearsedAt = record.files[source.path]?.rehearsedAt ?? null;
    const mine: FileRecord = { series, folder, lastAt: at, lastName: name, print, rehearsedAt };
    return { ...record, files: { ...record.files, [source.path]: mine } };
  });
  const outlived = outlivedBackups(await listBackups(folder, series), rule);
  await Promise.all(outlived.map((one) => rm(join(folder, one.name), { force: true })));
}

/** What to say of a backup that failed. */
export async function problemOf(error: unknown, folder: string): Promise<BackupProblem> {
  if (!(await isFolder(folder))) return 'unreachable';
  const code = error instanceof AppError ? error.code : '';
  return code === 'disk/full' ? 'full' : code === 'vault/damaged' ? 'not-whole' : 'failed';
}
