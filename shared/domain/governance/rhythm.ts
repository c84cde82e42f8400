import { z } from 'zod';
import { addDays, addMonths, daysBetween, type IsoDate, weekdayOf } from '../time.ts';
import { formatDayLong } from '../time-words.ts';
import { dayWarnings, isWorkingDay, type WorkCalendar } from '../working-days.ts';

/** How often something comes round. A school year has three terms, so a term's meeting comes every four months. */
export const Rhythm = z.enum([
  'none',
  'weekly',
  'fortnightly',
  'six-weekly',
  'monthly',
  'quarterly',
  'termly',
  'half-yearly',
  'yearly',
]);
export type Rhythm = z.infer<typeof Rhythm>;

export const rhythmLabels: Readonly<Record<Rhythm, string>> = {
  none: 'No fixed rhythm',
  weekly: 'Every week',
  fortnightly: 'Every two weeks',
  'six-weekly': 'Every six weeks',
  monthly: 'Every month',
  quarterly: 'Every three months',
  termly: 'Every term',
  'half-yearly': 'Twice a year',
  yearly: 'Every year',
};

const steps: Readonly<
  Record<Exclude<Rhythm, 'none'>, { readonly days: number } | { readonly months: number }>
> = {
  weekly: { days: 7 },
  fortnightly: { days: 14 },
  'six-weekly': { days: 42 },
  monthly: { months: 1 },
  quarterly: { months: 3 },
  termly: { months: 4 },
  'half-yearly': { months: 6 },
  yearly: { months: 12 },
};

/** A day in a rhythm, and why it is not the day that the rhythm gives where it was moved. */
export type RhythmDate = { readonly date: IsoDate; readonly moved: string };

/**
 * The next days of a rhythm on or after `from`, counted from a day it is known to fall on. Rhythms of months keep the
 * weekday and its place in the month, "the second Tuesday", as boards do; what falls on a day nobody works moves to the
 * next working day. Without a rhythm there is only the known day itself.
 */
export function nextDates(
  rhythm: Rhythm,
  known: IsoDate,
  {
    from,
    calendar,
    count,
  }: { readonly from: IsoDate; readonly calendar: WorkCalendar; readonly count: number },
): readonly RhythmDate[] {
  if (rhythm === 'none') return known >= from ? [{ date: known, moved: '' }] : [];
  const found: RhythmDate[] = [];
  for (let at = firstStep(rhythm, known, from); found.length < count; at += 1) {
    const day = workingDayFrom(stepped(rhythm, known, at), calendar);
    const last = found.at(-1)?.date ?? '';
    if (day.date >= from && day.date > last) found.push(day);
  }
  return found;
}

/** One step early, since a day may have been moved forward past `from`; never before the known day. */
function firstStep(rhythm: Exclude<Rhythm, 'none'>, known: IsoDate, from: IsoDate): number {
  const step = steps[rhythm];
  const days = 'days' in step ? step.days : step.months * 31;
  return Math.max(0, Math.floor(daysBetween(known, from) / days) - 1);
}

function stepped(rhythm: Exclude<Rhythm, 'none'>, known: IsoDate, times: number): IsoDate {
  const step = steps[rhythm];
  return 'days' in step
    ? addDays(known, step.days * times)
    : sameWeekday(known, addMonths(`${known.slice(0, 7)}-01`, step.months * times));
}

/** The weekday of `known` in the month that begins on `first`, as often into the month; the last where it has no fifth. */
function sameWeekday(known: IsoDate, first: IsoDate): IsoDate {
  const weeks = Math.ceil(Number(known.slice(8)) / 7) - 1;
  const date = addDays(first, ((weekdayOf(known) - weekdayOf(first) + 7) % 7) + 7 * weeks);
  return date.slice(0, 7) === first.slice(0, 7) ? date : addDays(date, -7);
}

/** The longest that a council shuts; a calendar without any working day would otherwise never end the search. */
const longestClosure = 60;

function workingDayFrom(nominal: IsoDate, calendar: WorkCalendar): RhythmDate {
  let date = nominal;
  for (let left = longestClosure; left > 0 && !isWorkingDay(date, calendar); left -= 1)
    date = addDays(date, 1);
  if (date === nominal) return { date, moved: '' };
  const [why = `${formatDayLong(nominal)} is in a school holiday.`] = dayWarnings(nominal, calendar);
  return { date, moved: why };
}
