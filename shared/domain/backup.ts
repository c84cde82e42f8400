import { z } from 'zod';
import {
  addDays,
  daysBetween,
  type IsoInstant,
  londonInstant,
  londonWallTime,
  today,
  weekdayOf,
} from './time.ts';

/** How many hours, days and weeks that hold a backup keep their newest one. */
export const BackupRule = z.object({
  hours: z.number().int().min(1).max(48).default(8),
  days: z.number().int().min(1).max(60).default(7),
  weeks: z.number().int().min(0).max(104).default(8),
});
export type BackupRule = z.infer<typeof BackupRule>;

/** Hours between two backups of an engagement that is being changed. */
export const backupEvery = 1;
const oldAfterHours = 24;
const rehearseAfterDays = 30;

export type Dated = { readonly at: IsoInstant };

/**
 * The backups that the rule no longer keeps. Each of the newest hours, days and weeks that hold any keeps its newest;
 * the newest of all is always kept. Days and weeks are those of London, and a week begins on Monday.
 */
export function outlivedBackups<B extends Dated>(
  backups: readonly B[],
  { hours, days, weeks }: BackupRule,
): readonly B[] {
  const newestFirst = backups.toSorted((a, b) => (a.at < b.at ? 1 : -1));
  const kept = new Set<B>(newestFirst.slice(0, 1));
  const spans = [
    [hours, hourOf],
    [days, today],
    [weeks, weekOf],
  ] as const;
  for (const [most, spanOf] of spans) {
    const held = new Set<string>();
    for (const backup of newestFirst) {
      const span = spanOf(backup.at);
      if (held.has(span)) continue;
      if (held.size === most) break;
      held.add(span);
      kept.add(backup);
    }
  }
  return backups.filter((backup) => !kept.has(backup));
}

const hourOf = (at: IsoInstant): string => at.slice(0, 13);
const weekOf = (at: IsoInstant): string => addDays(today(at), 1 - weekdayOf(today(at)));

/** Whether the newest backup is so old, or missing, that somebody should hear of it. */
export function isBackupOld(lastAt: IsoInstant | null, now: IsoInstant): boolean {
  return lastAt === null || Date.parse(now) - Date.parse(lastAt) > oldAfterHours * 3_600_000;
}

/** Whether it is time to prove again that a backup can be restored: every 30 days. */
export function isRehearsalDue(rehearsedAt: IsoInstant | null, now: IsoInstant): boolean {
  return rehearsedAt === null || daysBetween(today(rehearsedAt), today(now)) >= rehearseAfterDays;
}

/**
 * "Aldermere inspection, backup 2026-11-24 10.42.07 (3f9a2c71).lano": London time, and letters that tell the backups of
 * one file from those of another of the same title.
 */
export function backupName(title: string, at: IsoInstant, series: string): string {
  return `${title}, backup ${stampOf(at)} (${series}).lano`;
}

const pattern = /^(.*), backup (\d{4}-\d\d-\d\d) (\d\d)\.(\d\d)\.(\d\d) \(([0-9a-f]{8})\)\.lano$/;

export type NamedBackup = Dated & { readonly title: string; readonly series: string };

/** What the name of a backup says of it; null for a file of another name. */
export function readBackupName(name: string): NamedBackup | null {
  const [, title = '', date = '', hour = '', minute = '', second = '', series = ''] =
    pattern.exec(name) ?? [];
  if (series === '' || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  if (Number.isNaN(Date.parse(date))) return null;
  const to = londonInstant(date, Number(hour) * 60 + Number(minute));
  return { title, series, at: new Date(Date.parse(to) + Number(second) * 1000).toISOString() };
}

/** "Aldermere inspection, from the backup of 2026-11-24 10.42.07.lano": what a restored copy is called. */
export function restoredName(stem: string, at: IsoInstant, copy = 1): string {
  return `${stem}, from the backup of ${stampOf(at)}${copy === 1 ? '' : ` (${copy})`}.lano`;
}

function stampOf(at: IsoInstant): string {
  const { date, minutes } = londonWallTime(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date} ${two(Math.floor(minutes / 60))}.${two(minutes % 60)}.${at.slice(17, 19)}`;
}
