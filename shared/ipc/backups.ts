import { z } from 'zod';
import { BackupRule } from '../domain/backup.ts';
import type { IsoInstant } from '../domain/time.ts';
import { always } from './channel.ts';
import type { RecentFile } from './vault.ts';

/** Why the newest backup could not be made. */
export type BackupProblem = 'unreachable' | 'full' | 'not-whole' | 'failed';

export type BackupEntry = { readonly name: string; readonly at: IsoInstant; readonly bytes: number };

/** How the open engagement is backed up from this computer; nothing is when it is the sample, which is made afresh. */
export type BackupView = {
  readonly isKept: boolean;
  /** The name of the folder, never where it is; null until one is chosen. */
  readonly folder: string | null;
  /** Whether it is on the same drive as the engagement, so that both can be lost at once. */
  readonly isSameDrive: boolean;
  readonly rule: BackupRule;
  readonly lastAt: IsoInstant | null;
  /** Whether the newest backup holds everything that the engagement holds now. */
  readonly isCurrent: boolean;
  readonly rehearsedAt: IsoInstant | null;
  readonly problem: BackupProblem | null;
  readonly doing: 'backup' | 'rehearsal' | null;
  /** The newest first; empty while the folder is not there. */
  readonly backups: readonly BackupEntry[];
};

export const backupsChannels = {
  'backups:readBackups': always<BackupView>()(z.object({})),
  /** Asks which folder; false when the user closes the dialog. */
  'backups:chooseFolder': always<{ readonly chosen: boolean }>()(z.object({})),
  'backups:editRule': always<null>()(BackupRule),
  'backups:backUpNow': always<null>()(z.object({})),
  /** Copies the newest backup back to this computer, opens it and reads every document in it, and takes it away again. */
  'backups:rehearseRestore': always<{ readonly documents: number }>()(z.object({})),
  /** Puts a copy of one backup of the open engagement beside it, locks, and offers the copy on the first screen. */
  'backups:openBackup': always<null>()(z.object({ name: z.string().max(500) })),
  /** Asks which backup, and puts a copy of it beside the file it was made of; null when the user closes the dialog. */
  'backups:chooseBackup': always<RecentFile | null>()(z.object({})),
  /** The same for the newest backup of a file on the first screen. */
  'backups:openNewest': always<RecentFile>()(z.object({ token: z.string() })),
};
