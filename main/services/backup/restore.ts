import { copyFile, readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { readBackupName, restoredName } from '../../../shared/domain/backup.ts';
import { AppError } from '../../../shared/errors.ts';
import type { BackupEntry } from '../../../shared/ipc/backups.ts';
import { diskError } from '../disk-error.ts';
import { isThere, moveIntoPlace } from '../move-into-place.ts';

/** The backups of one series in a folder, the newest first; none while the folder is not there. */
export async function listBackups(folder: string, series: string): Promise<readonly BackupEntry[]> {
  const names = await readdir(folder).catch((): string[] => []);
  const found = names.flatMap((name) => {
    const said = readBackupName(name);
    return said?.series === series ? [{ name, at: said.at }] : [];
  });
  const entries = await Promise.all(
    found.map(async (entry) => {
      const info = await stat(join(folder, entry.name)).catch(() => null);
      return info ? [{ ...entry, bytes: info.size }] : [];
    }),
  );
  return entries.flat().toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

/** A free path beside a file for a copy of its backup, with the backup's date in the name. */
export async function pathBeside(original: string, backup: string): Promise<string> {
  const said = readBackupName(basename(backup));
  if (!said) throw new AppError('backup/not-one');
  const stem = basename(original, extname(original));
  for (let copy = 1; copy < 1000; copy += 1) {
    const path = join(dirname(original), restoredName(stem, said.at, copy));
    if (!(await isThere(path))) return path;
  }
  throw new AppError('vault/already-exists');
}

/** Copies a backup to a new path; never over anything, and under its name only when the copy is whole. */
export async function restoreBeside(backup: string, to: string): Promise<void> {
  if (!(await isThere(backup))) throw new AppError('vault/not-found');
  const unfinished = `${to}.unfinished`;
  try {
    await rm(unfinished, { force: true });
    await copyFile(backup, unfinished);
    await moveIntoPlace(unfinished, to);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    throw diskError(error) ?? error;
  }
}
