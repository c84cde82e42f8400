import { counted } from './counted.ts';
import {
  type IsoDate,
  type IsoInstant,
  londonWallTime,
  type MinuteOfDay,
  type Minutes,
  today,
  weekdayOf,
} from './time.ts';

/** How a time of day is written: "9:30am" or "09:30". */
export type ClockStyle = '12' | '24';

export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Writes a date as "Tuesday 24 November 2026". */
export function formatDayLong(date: IsoDate): string {
  return `${weekdayName(date)} ${formatDate(date)}`;
}

/** Writes a date as "Tue 24 Nov". */
export function formatDayShort(date: IsoDate): string {
  return `${weekdayName(date).slice(0, 3)} ${formatDayMonth(date)}`;
}

/** Writes a date as "Tue 24", for a tab or a column. */
export function formatDayBrief(date: IsoDate): string {
  return `${weekdayName(date).slice(0, 3)} ${Number(date.slice(8))}`;
}

/** Writes a date as "24 Nov". */
export function formatDayMonth(date: IsoDate): string {
  const { day, month } = partsOf(date);
  return `${day} ${month.slice(0, 3)}`;
}

/** Writes a date as "24 November 2026". */
export function formatDate(date: IsoDate): string {
  const { day, month, year } = partsOf(date);
  return `${day} ${month} ${year}`;
}

/** Writes the month of a date as "November 2026". */
export function formatMonth(date: IsoDate): string {
  const { month, year } = partsOf(date);
  return `${month} ${year}`;
}

/** Writes a time as "9am", "9:30am", "midday" or "midnight" (GOV.UK style), or as "09:30" in the 24-hour style. */
export function formatTime(minutes: MinuteOfDay, style: ClockStyle = '12'): string {
  const hour = Math.floor(minutes / 60);
  const past = String(minutes % 60).padStart(2, '0');
  if (style === '24') return `${String(hour).padStart(2, '0')}:${past}`;
  if (minutes === 12 * 60) return 'midday';
  if (minutes % (24 * 60) === 0) return 'midnight';
  const onDial = hour % 12 === 0 ? 12 : hour % 12;
  return `${onDial}${past === '00' ? '' : `:${past}`}${hour < 12 ? 'am' : 'pm'}`;
}

/** Writes a span as "9:30am to 10:15am", or "09:30 to 10:15" in the 24-hour style. */
export function formatTimeRange(start: MinuteOfDay, end: MinuteOfDay, style: ClockStyle = '12'): string {
  return `${formatTime(start, style)} to ${formatTime(end, style)}`;
}

/** Writes a length as "45 minutes", "1 hour" or "1 hour 15 minutes". */
export function formatDuration(minutes: Minutes): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return counted(rest, 'minute');
  return rest === 0 ? counted(hours, 'hour') : `${counted(hours, 'hour')} ${counted(rest, 'minute')}`;
}

/** Writes the London day of a moment as "Tuesday 24 November 2026". */
export function formatInstantDay(instant: IsoInstant): string {
  return formatDayLong(today(instant));
}

/** Writes a moment on a London clock as "Tuesday 24 November 2026, 9:30am". */
export function formatInstantLong(instant: IsoInstant, style: ClockStyle = '12'): string {
  const wall = londonWallTime(instant);
  return `${formatDayLong(wall.date)}, ${formatTime(wall.minutes, style)}`;
}

/** Writes a moment on a London clock as "Tue 24 Nov, 9:30am". */
export function formatInstantShort(instant: IsoInstant, style: ClockStyle = '12'): string {
  const wall = londonWallTime(instant);
  return `${formatDayShort(wall.date)}, ${formatTime(wall.minutes, style)}`;
}

/** Names the day of the week: "Monday". */
export function weekdayName(date: IsoDate): string {
  return WEEKDAYS[weekdayOf(date) - 1] ?? '';
}

function partsOf(date: IsoDate) {
  return {
    day: Number(date.slice(8)),
    month: MONTHS[Number(date.slice(5, 7)) - 1] ?? '',
    year: Number(date.slice(0, 4)),
  };
}
