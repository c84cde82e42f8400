import { isBackupOld } from '../../shared/domain/backup.ts';
import { type IsoInstant, londonWallTime, today } from '../../shared/domain/time.ts';
import { type ClockStyle, formatDate, formatDayShort, formatTime } from '../../shared/domain/time-words.ts';
import type { BackupProblem, BackupView } from '../../shared/ipc/backups.ts';

type When = { readonly now: IsoInstant; readonly clock: ClockStyle };

/** "10:42am" of today, "Mon 23 Nov, 10:42am" of another day. */
export function backupTime(at: IsoInstant, { now, clock }: When): string {
  const { date, minutes } = londonWallTime(at);
  const time = formatTime(minutes, clock);
  return date === today(now) ? time : `${formatDayShort(date)}, ${time}`;
}

/** What went wrong with the newest backup, in a few words. */
export function problemWords(problem: BackupProblem): string {
  const words = {
    unreachable: 'The backup folder cannot be reached',
    full: 'No room left for a backup',
    'not-whole': 'The backup did not prove whole',
    failed: 'The backup could not be written',
  } as const satisfies Record<BackupProblem, string>;
  return words[problem];
}

/** The status line's word on backups: quiet while all is well, a warning when not; null for the sample. */
export function backupStatus(
  view: BackupView,
  when: When,
): { readonly text: string; readonly isWarning: boolean } | null {
  if (!view.isKept) return null;
  if (view.folder === null) return { text: 'No folder for backups is chosen', isWarning: true };
  const last = view.lastAt === null ? 'None made yet' : `Last backup ${backupTime(view.lastAt, when)}`;
  if (view.problem) return { text: `${problemWords(view.problem)}. ${last}`, isWarning: true };
  if (view.doing === 'backup') return { text: 'Backing up', isWarning: false };
  return { text: last, isWarning: view.lastAt === null };
}

/** One sentence for settings and the home page: "Last backup 10:42am, restore rehearsed on 24 November 2026." */
export function backupSentence(view: BackupView, when: When): string {
  if (view.lastAt === null) return 'There is no backup yet.';
  const rehearsed =
    view.rehearsedAt === null
      ? 'a restore is not rehearsed yet'
      : `restore rehearsed on ${formatDate(today(view.rehearsedAt))}`;
  return `Last backup ${backupTime(view.lastAt, when)}, ${rehearsed}.`;
}

/** Whether the home page should speak of it: nowhere to go, or a day old while there is something new to keep. */
export function needsBackup(view: BackupView, now: IsoInstant): boolean {
  if (!view.isKept) return false;
  return view.folder === null || (!view.isCurrent && isBackupOld(view.lastAt, now));
}
