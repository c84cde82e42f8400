import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type BackupRule, backupEvery, isRehearsalDue } from '../../../shared/domain/backup.ts';
import type { IsoInstant } from '../../../shared/domain/time.ts';
import { AppError } from '../../../shared/errors.ts';
import type { BackupProblem, BackupView } from '../../../shared/ipc/backups.ts';
import { pageSize } from '../../db/cipher.ts';
import { isThere } from '../move-into-place.ts';
import { backUpTo, isFolder, problemOf } from './back-up-to.ts';
import { type BackupRecordStore, type FileRecord, openBackupRecord } from './backup-record.ts';
import { oneDoing } from './doing.ts';
import { type BackupSource, pagePrint } from './make-backup.ts';
import { rehearse } from './rehearse.ts';
import { listBackups } from './restore.ts';

export type BackupParts = {
  readonly settingsFolder: string;
  readonly clock: () => IsoInstant;
  /** Called when what `read` answers has changed. */
  readonly onChange: () => void;
  /** Milliseconds after opening before the first backup, and between two looks whether one is due. */
  readonly waits?: { readonly first: number; readonly look: number };
};

/** An open engagement that is to be backed up. */
export type BackedUp = BackupSource & {
  readonly engagementId: string;
  /** Fit for a file name, and without any child's name. */
  readonly title: string;
};

const usualWaits = { first: 8_000, look: 60_000 };

export type Backups = ReturnType<typeof createBackups>;

/**
 * Keeps the open engagement backed up: on opening and hourly, when something has changed, to the folder chosen on this
 * computer. A folder that is not there is tried again at each look and never stands in anybody's way.
 */
export function createBackups({ settingsFolder, clock, onChange, waits = usualWaits }: BackupParts) {
  const store: BackupRecordStore = openBackupRecord(settingsFolder);
  let open: BackedUp | null = null;
  const doing = oneDoing<'backup' | 'rehearsal'>(onChange);
  let problem: BackupProblem | null = null;
  let triedAt = 0;
  const timers = new Set<NodeJS.Timeout>();

  const recordOf = async (path: string): Promise<FileRecord | null> =>
    (await store.read()).files[path] ?? null;

  const isCurrent = async ({ path }: BackedUp, folder: string): Promise<boolean> => {
    const last = await recordOf(path);
    if (!last || last.folder !== folder || last.print !== (await pagePrint(path))) return false;
    return isThere(join(folder, last.lastName));
  };

  const backUp = async (source: BackedUp, folder: string): Promise<void> => {
    triedAt = Date.parse(clock());
    try {
      await doing.run('backup', async (signal) => {
        await backUpTo(folder, { ...source, series: seriesOf(source) }, { store, at: clock(), signal });
        problem = null;
      });
    } catch (error) {
      if (error instanceof AppError && error.code === 'evidence/cancelled') return;
      problem = await problemOf(error, folder);
      onChange();
    }
  };

  const rehearseNow = (source: BackedUp): Promise<number | null> =>
    doing.run('rehearsal', (signal) => rehearse(source, { settingsFolder, store, clock }, signal));

  const look = async (isFirst: boolean): Promise<void> => {
    const source = open;
    const { folder } = await store.read();
    if (!source || open !== source || doing.what() !== null || folder === null) return;
    const hasFailed = problem === 'unreachable' && (await isFolder(folder));
    const isDue = isFirst || hasFailed || Date.parse(clock()) - triedAt >= backupEvery * 3_600_000;
    if (!isDue) return;
    // Locked while the drive was being looked at, it is not begun.
    if (!(await isCurrent(source, folder)) && open === source) await backUp(source, folder);
    const last = await recordOf(source.path);
    if (open !== source || problem !== null || !last || !isRehearsalDue(last.rehearsedAt, clock())) return;
    await rehearseNow(source).catch(() => {
      problem = 'not-whole';
      onChange();
    });
  };

  const requireOpen = (): BackedUp => {
    if (!open) throw new AppError('vault/locked');
    return open;
  };

  return {
    /** Starts to look after an engagement that was just opened. */
    takeUp: (source: BackedUp): void => {
      open = source;
      problem = null;
      triedAt = 0;
      const first = setTimeout(() => void look(true).catch(() => {}), waits.first);
      const every = setInterval(() => void look(false).catch(() => {}), waits.look);
      for (const timer of [first, every]) timers.add(timer.unref());
    },

    /** Stops at once, in the middle of a backup too; what was not finished is taken away. */
    putDown: async (): Promise<void> => {
      open = null;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      await doing.stop();
    },

    read: async (): Promise<BackupView> => {
      const { folder, rule } = await store.read();
      const last = open ? await recordOf(open.path) : null;
      return {
        isKept: open !== null,
        folder: folder === null ? null : basename(folder) || folder,
        isSameDrive: open !== null && folder !== null && (await areOnOneDrive(folder, dirname(open.path))),
        rule,
        lastAt: last?.lastAt ?? null,
        isCurrent: open !== null && folder !== null && (await isCurrent(open, folder)),
        rehearsedAt: last?.rehearsedAt ?? null,
        problem,
        doing: doing.what(),
        backups: open && folder !== null ? await listBackups(folder, seriesOf(open)) : [],
      };
    },

    setFolder: async (folder: string): Promise<void> => {
      await store.edit((record) => ({ ...record, folder }));
      problem = null;
      onChange();
      if (open) await backUp(open, folder);
    },

    editRule: async (rule: BackupRule): Promise<void> => {
      await store.edit((record) => ({ ...record, rule }));
      onChange();
    },

    /** Fails with `backup/no-folder` until a folder is chosen; what goes wrong after that is in `read`. */
    backUpNow: async (): Promise<void> => {
      const { folder } = await store.read();
      if (folder === null) throw new AppError('backup/no-folder');
      await backUp(requireOpen(), folder);
    },

    rehearseNow: async (): Promise<number> => {
      const documents = await rehearseNow(requireOpen());
      if (documents === null) throw new AppError('backup/busy');
      return documents;
    },

    /** Where a backup of the open engagement is, by its name. */
    pathOf: async (name: string): Promise<string> => {
      const { folder } = await store.read();
      const known = folder === null ? [] : await listBackups(folder, seriesOf(requireOpen()));
      if (folder === null || !known.some((one) => one.name === name)) throw new AppError('vault/not-found');
      return join(folder, name);
    },

    /** The newest backup of a file that is not open, as this computer remembers it. */
    newestOf: async (path: string): Promise<{ readonly path: string; readonly at: IsoInstant } | null> => {
      const last = await recordOf(path);
      if (!last) return null;
      // One that was cut short since, or taken away, is not the newest good one.
      const whole = (await listBackups(last.folder, last.series)).filter(
        ({ bytes }) => bytes > 0 && bytes % pageSize === 0,
      );
      const newest = whole[0] ?? { name: last.lastName, at: last.lastAt };
      return { path: join(last.folder, newest.name), at: newest.at };
    },

    /** The file whose backups these are, where this computer knows it and it still has its folder. */
    originalOf: async (series: string): Promise<string | null> => {
      const { files } = await store.read();
      const found = Object.entries(files).find(([, record]) => record.series === series)?.[0] ?? null;
      return found !== null && (await isFolder(dirname(found))) ? found : null;
    },
  };
}

/** Tells one file's backups from another's: from those of a copy that went its own way under another name, too. */
function seriesOf({ engagementId, path }: BackedUp): string {
  return createHash('sha256')
    .update(`${engagementId}\n${basename(path)}`)
    .digest('hex')
    .slice(0, 8);
}

async function areOnOneDrive(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((path) => stat(path).catch(() => null)));
  return a != null && b != null && a.dev === b.dev;
}
