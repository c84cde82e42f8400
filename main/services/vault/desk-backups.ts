import { basename } from 'node:path';
import { type BackupRule, readBackupName } from '../../../shared/domain/backup.ts';
import { AppError } from '../../../shared/errors.ts';
import type { RecentFile } from '../../../shared/ipc/vault.ts';
import type { Backups } from '../backup/backups.ts';
import { pathBeside, restoreBeside } from '../backup/restore.ts';
import type { Outside } from '../context.ts';

export type DeskBackupParts = {
  readonly backups: Backups;
  readonly outside: Outside;
  /** The path of the open engagement; fails with `vault/locked` while none is. */
  readonly openPath: () => string;
  readonly pathFor: (token: string) => Promise<string>;
  /** Closes the engagement and offers a file on the first screen in its place. */
  readonly lockAndOffer: (path: string) => Promise<void>;
  /** Makes a file known to the window by a token. */
  readonly describe: (path: string) => Promise<RecentFile>;
};

const filter = [{ name: 'LANO Desk backup', extensions: ['lano'] }];

/** What the window may ask about backups, whether or not an engagement is open. A backup is never opened itself, nor over anything. */
export function deskBackups({
  backups,
  outside,
  openPath,
  pathFor,
  lockAndOffer,
  describe,
}: DeskBackupParts) {
  return {
    readBackups: backups.read,

    chooseFolder: async (): Promise<{ chosen: boolean }> => {
      openPath();
      const folder = await outside.chooseFolder('Where to keep backups');
      if (folder) await backups.setFolder(folder);
      return { chosen: folder !== null };
    },

    editRule: async (rule: BackupRule): Promise<null> => {
      await backups.editRule(rule);
      return null;
    },

    backUpNow: async (): Promise<null> => {
      await backups.backUpNow();
      return null;
    },

    rehearseRestore: async () => ({ documents: await backups.rehearseNow() }),

    openBackup: async ({ name }: { name: string }): Promise<null> => {
      const backup = await backups.pathOf(name);
      const to = await pathBeside(openPath(), backup);
      await restoreBeside(backup, to);
      await lockAndOffer(to);
      return null;
    },

    chooseBackup: async (): Promise<RecentFile | null> => {
      const [backup] = await outside.chooseFiles('Open a backup', filter);
      if (!backup) return null;
      const said = readBackupName(basename(backup));
      if (!said) throw new AppError('backup/not-one');
      const original = await backups.originalOf(said.series);
      const beside = await pathBeside(original ?? `${said.title}.lano`, backup);
      const to = original
        ? beside
        : await outside.chooseSavePath('Where to keep the copy', basename(beside), filter);
      if (!to) return null;
      await restoreBeside(backup, to);
      return describe(to);
    },

    openNewest: async ({ token }: { token: string }): Promise<RecentFile> => {
      const path = await pathFor(token);
      const newest = await backups.newestOf(path);
      if (!newest) throw new AppError('vault/not-found');
      const to = await pathBeside(path, newest.path);
      await restoreBeside(newest.path, to);
      return describe(to);
    },
  };
}
