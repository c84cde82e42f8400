import { type BankHolidays, englandBankHolidays } from './bank-holidays.ts';
import { counted } from './counted.ts';
import type { ClosureDay } from './engagement.ts';
import { addDays, type IsoDate, type MinuteOfDay, weekdayOf } from './time.ts';
import {
  formatDate,
  formatDayLong,
  formatDuration,
  formatTime,
  formatTimeRange,
  weekdayName,
} from './time-words.ts';

/** Why nobody counts a weekday: a bank holiday, a day the council is shut, or a school holiday. */
export type SkipReason = 'bank-holiday' | 'closure' | 'school-holiday';

/** A weekday that was left out of a count. */
export type SkippedDay = { readonly date: IsoDate; readonly title: string; readonly reason: SkipReason };

/** The days on which work is counted; make one with `workCalendar`. */
export type WorkCalendar = {
  readonly knownFrom: IsoDate;
  readonly knownTo: IsoDate;
  readonly daysOff: ReadonlyMap<IsoDate, SkippedDay>;
  readonly terms: readonly { readonly date: IsoDate; readonly kind: 'term-start' | 'term-end' }[];
  readonly isTermTimeOnly: boolean;
};

/** The working behind a date or a count, as data and as a sentence to show beside it. */
export type Working = {
  readonly skipped: readonly SkippedDay[];
  readonly sentence: string;
  readonly warnings: readonly string[];
};

/** A date with its working. */
export type DateWorking = Working & { readonly date: IsoDate };

/** When work is done each day, in minutes after midnight. */
export type WorkingHours = { readonly opens: MinuteOfDay; readonly closes: MinuteOfDay };

/** 9am to 5pm. */
export const officeHours: WorkingHours = { opens: 9 * 60, closes: 17 * 60 };

/** Makes the calendar of England's bank holidays and the council's own days; school holidays count unless it is term time only. */
export function workCalendar(
  closureDays: readonly Pick<ClosureDay, 'date' | 'title' | 'kind'>[] = [],
  {
    isTermTimeOnly = false,
    bankHolidays = englandBankHolidays,
  }: { readonly isTermTimeOnly?: boolean; readonly bankHolidays?: BankHolidays } = {},
): WorkCalendar {
  const daysOff = new Map<IsoDate, SkippedDay>();
  for (const { date, title, kind } of closureDays)
    if (kind === 'closure') daysOff.set(date, { date, title, reason: 'closure' });
  for (const { date, title } of bankHolidays.days) daysOff.set(date, { date, title, reason: 'bank-holiday' });
  const terms = closureDays
    .flatMap(({ date, kind }) => (kind === 'closure' ? [] : [{ date, kind }]))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  return { knownFrom: bankHolidays.startsOn, knownTo: bankHolidays.endsOn, daysOff, terms, isTermTimeOnly };
}

/** Says whether work is counted on a day. */
export function isWorkingDay(date: IsoDate, calendar: WorkCalendar): boolean {
  return weekdayOf(date) <= 5 && dayOff(date, calendar) === undefined;
}

/** Gives the working days from one day to another, both counted; 60 at most. */
export function workingDaysBetween(from: IsoDate, to: IsoDate, calendar: WorkCalendar): readonly IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = from; day <= to && days.length < 60; day = addDays(day, 1))
    if (isWorkingDay(day, calendar)) days.push(day);
  return days;
}

/** Says whether a day lies between the end of one recorded term and the start of the next. */
export function isSchoolHoliday(date: IsoDate, calendar: WorkCalendar): boolean {
  const before = calendar.terms.findLast((edge) => edge.date < date);
  const next = calendar.terms.find((edge) => edge.date >= date);
  return before?.kind === 'term-end' && next?.kind === 'term-start' && next.date !== date;
}

/**
 * Moves a date by working days: 1 is the first working day after it and -1 the last before it; 0 stays where it
 * is, even on a day off, with a warning. `startName` names the start in the sentence ("the notification call").
 */
export function addWorkingDays(
  from: IsoDate,
  days: number,
  calendar: WorkCalendar,
  startName?: string,
): DateWorking {
  const step = days < 0 ? -1 : 1;
  const skipped: SkippedDay[] = [];
  let date = from;
  for (let left = Math.abs(days); left > 0; ) {
    date = addDays(date, step);
    if (weekdayOf(date) > 5) continue;
    const off = dayOff(date, calendar);
    if (off) skipped.push(off);
    else left -= 1;
  }
  if (step < 0) skipped.reverse();
  const start = describeStart(from, date, startName);
  const distance = `${counted(Math.abs(days), 'working day')} ${step < 0 ? 'before' : 'after'} ${start}`;
  return {
    date,
    skipped,
    sentence: withSkipped(
      days === 0 ? `${startName ? 'The same day as' : 'On'} ${start}` : distance,
      skipped,
    ),
    warnings: [...spanWarnings([from, date], calendar), ...(days === 0 ? dayWarnings(from, calendar) : [])],
  };
}

/**
 * Counts the working days of a span. 'not-first' leaves the first day out and counts the last, so that it undoes
 * `addWorkingDays`, and is negative when `to` is earlier; 'both' counts both ends, and is 0 when `to` is earlier.
 */
export function countWorkingDays(
  from: IsoDate,
  to: IsoDate,
  calendar: WorkCalendar,
  ends: 'not-first' | 'both' = 'not-first',
): Working & { readonly days: number } {
  const isBackwards = to < from;
  const first = isBackwards ? to : ends === 'both' ? from : addDays(from, 1);
  const last = isBackwards ? addDays(from, -1) : to;
  const skipped: SkippedDay[] = [];
  let days = 0;
  for (let date = first; date <= last && !(isBackwards && ends === 'both'); date = addDays(date, 1)) {
    if (weekdayOf(date) > 5) continue;
    const off = dayOff(date, calendar);
    if (off) skipped.push(off);
    else days += 1;
  }
  const convention = ends === 'both' ? 'counting both days' : 'not counting the first day';
  const span = `from ${formatDayLong(from)} to ${formatDayLong(to)}, ${convention}`;
  return {
    days: isBackwards && days > 0 ? -days : days,
    skipped,
    sentence: withSkipped(`${counted(days, 'working day')} ${isBackwards ? 'back ' : ''}${span}`, skipped),
    warnings: spanWarnings([from, to], calendar),
  };
}

/**
 * Moves a day and time forward by working hours (halves and quarters allowed): a start out of hours counts from the
 * next opening, and an amount that runs out exactly at closing is due at closing, not next morning.
 * Throws RangeError for a negative amount or a working day without hours.
 */
export function addWorkingHours(
  from: { readonly date: IsoDate; readonly minutes: MinuteOfDay },
  hours: number,
  calendar: WorkCalendar,
  day: WorkingHours = officeHours,
): DateWorking & { readonly minutes: MinuteOfDay } {
  if (hours < 0 || day.closes <= day.opens)
    throw new RangeError('Working hours count forward through days that have some.');
  const skipped: SkippedDay[] = [];
  let date = from.date;
  let at = Math.max(from.minutes, day.opens);
  let left = Math.round(hours * 60);
  while (!isWorkingDay(date, calendar) || at >= day.closes || left > day.closes - at) {
    const off = weekdayOf(date) <= 5 ? dayOff(date, calendar) : undefined;
    if (off) skipped.push(off);
    else if (weekdayOf(date) <= 5) left -= Math.max(0, day.closes - at);
    date = addDays(date, 1);
    at = day.opens;
  }
  const amount = formatDuration(Math.round(hours * 60)).replace(/^(\d+) /, '$1 working ');
  const start = `${formatTime(from.minutes)} on ${describeStart(from.date, date)}`;
  return {
    date,
    minutes: at + left,
    skipped,
    sentence: withSkipped(
      `${amount} after ${start}, counting ${formatTimeRange(day.opens, day.closes)}`,
      skipped,
    ),
    warnings: spanWarnings([from.date, date], calendar),
  };
}

/** Gives one sentence for each reason to look twice at a day: nobody works on it, or schools are on holiday. */
export function dayWarnings(date: IsoDate, calendar: WorkCalendar): readonly string[] {
  const off = dayOff(date, calendar);
  if (weekdayOf(date) > 5) return [`${formatDayLong(date)} is at a weekend.`];
  if (off?.reason === 'closure') return [`${formatDayLong(date)} is a closure day (${off.title}).`];
  if (off?.reason === 'bank-holiday') return [`${formatDayLong(date)} is a bank holiday (${off.title}).`];
  return isSchoolHoliday(date, calendar) ? [`${formatDayLong(date)} is in a school holiday.`] : [];
}

/** Gives a warning when bank holidays are not known for one of the days. */
export function spanWarnings(dates: readonly IsoDate[], calendar: WorkCalendar): readonly string[] {
  const { knownFrom, knownTo } = calendar;
  if (dates.every((date) => date >= knownFrom && date <= knownTo)) return [];
  const span = `${formatDate(knownFrom)} to ${formatDate(knownTo)}`;
  return [`Bank holidays are known only from ${span}. Check this date by hand.`];
}

function dayOff(date: IsoDate, calendar: WorkCalendar): SkippedDay | undefined {
  const off = calendar.daysOff.get(date);
  if (off || !calendar.isTermTimeOnly || !isSchoolHoliday(date, calendar)) return off;
  return { date, title: 'School holiday', reason: 'school-holiday' };
}

/** "Monday 21 September", with the year only where the result falls in another. */
function describeStart(from: IsoDate, result: IsoDate, name?: string): string {
  const isSameYear = from.slice(0, 4) === result.slice(0, 4);
  const day = isSameYear ? `${weekdayName(from)} ${dayAndMonth(from)}` : formatDayLong(from);
  return name === undefined ? day : `${name} (${day})`;
}

function dayAndMonth(date: IsoDate): string {
  return formatDate(date).slice(0, -5);
}

const REASON_NOUNS: Readonly<Record<SkipReason, readonly [one: string, many: string]>> = {
  'bank-holiday': ['bank holiday', 'bank holidays'],
  closure: ['closure day', 'closure days'],
  'school-holiday': ['school holiday', 'school holidays'],
};

function withSkipped(claim: string, skipped: readonly SkippedDay[]): string {
  const parts = (['bank-holiday', 'closure', 'school-holiday'] as const).flatMap((reason) => {
    const dates = skipped.filter((day) => day.reason === reason).map((day) => day.date);
    if (dates.length === 0) return [];
    const noun = REASON_NOUNS[reason][dates.length === 1 ? 0 : 1];
    return [`; ${noun} ${listRuns(dates)} skipped`];
  });
  return claim + parts.join('');
}

/** "25 December and 1 January", or "27 to 31 October" where three or more weekdays follow each other. */
function listRuns(dates: readonly IsoDate[]): string {
  const runs: IsoDate[][] = [];
  for (const date of dates) {
    const run = runs.at(-1);
    const previous = run?.at(-1);
    if (run && previous && date === addDays(previous, weekdayOf(previous) === 5 ? 3 : 1)) run.push(date);
    else runs.push([date]);
  }
  const written = runs.flatMap((run) => {
    const [first = '', last = ''] = [run[0], run.at(-1)];
    return run.length > 2 ? [`${dayAndMonth(first)} to ${dayAndMonth(last)}`] : run.map(dayAndMonth);
  });
  return written.length === 1
    ? written.join('')
    : `${written.slice(0, -1).join(', ')} and ${written[written.length - 1]}`;
}
