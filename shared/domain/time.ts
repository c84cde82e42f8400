import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Parsed, parsed, refused } from './parsed.ts';

const ZONE = 'Europe/London';
const MINUTES_IN_DAY = 24 * 60;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
/** Two-digit years below this are 20yy, the others 19yy: 49 is 2049 and 50 is 1950. */
const TWO_DIGIT_PIVOT = 50;

const isRealDate = (text: string): boolean => {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  return match !== null && isRealDay(Number(match[1]), Number(match[2]), Number(match[3]));
};

/** A calendar day as `yyyy-mm-dd`; days that do not exist, such as 29 February 2026, are refused. */
export const IsoDate = z.string().refine(isRealDate, 'Not a date that exists, written yyyy-mm-dd.');
export type IsoDate = z.infer<typeof IsoDate>;

/** Whole minutes after midnight on a London clock; 1440 is the midnight that ends the day. */
export const MinuteOfDay = z.int().min(0).max(MINUTES_IN_DAY);
export type MinuteOfDay = z.infer<typeof MinuteOfDay>;

/** A moment as ISO text in UTC; this file writes milliseconds, as `Date.toISOString` does, so text sorts by time. */
export const IsoInstant = z.iso.datetime({ offset: false, local: false });
export type IsoInstant = z.infer<typeof IsoInstant>;

/** A length of time in minutes. */
export type Minutes = number;

/** How a time of day is written: "9:30am" or "09:30". */
export type ClockStyle = '12' | '24';

/** 1 is Monday and 7 is Sunday, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const MONTHS = [
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
  const day = plain(date);
  return `${WEEKDAYS[day.dayOfWeek - 1]} ${day.day} ${MONTHS[day.month - 1]} ${day.year}`;
}

/** Writes a date as "Tue 24 Nov". */
export function formatDayShort(date: IsoDate): string {
  return `${WEEKDAYS[plain(date).dayOfWeek - 1]?.slice(0, 3)} ${formatDayMonth(date)}`;
}

/** Writes a date as "24 Nov". */
export function formatDayMonth(date: IsoDate): string {
  const day = plain(date);
  return `${day.day} ${MONTHS[day.month - 1]?.slice(0, 3)}`;
}

/** Writes a date as "24 November 2026". */
export function formatDate(date: IsoDate): string {
  const day = plain(date);
  return `${day.day} ${MONTHS[day.month - 1]} ${day.year}`;
}

/** Writes a time as "9am", "9:30am", "midday" or "midnight" (GOV.UK style), or as "09:30" in the 24-hour style. */
export function formatTime(minutes: MinuteOfDay, style: ClockStyle = '12'): string {
  const hour = Math.floor(minutes / 60);
  const past = String(minutes % 60).padStart(2, '0');
  if (style === '24') return `${String(hour).padStart(2, '0')}:${past}`;
  if (minutes === 12 * 60) return 'midday';
  if (minutes % MINUTES_IN_DAY === 0) return 'midnight';
  const onDial = hour % 12 === 0 ? 12 : hour % 12;
  return `${onDial}${past === '00' ? '' : `:${past}`}${hour < 12 ? 'am' : 'pm'}`;
}

/** Writes a span as "9:30am to 10:15am", or "09:30 to 10:15" in the 24-hour style. */
export function formatTimeRange(start: MinuteOfDay, end: MinuteOfDay, style: ClockStyle = '12'): string {
  return `${formatTime(start, style)} to ${formatTime(end, style)}`;
}

/** Writes a length as "45 minutes", "1 hour" or "1 hour 15 minutes". */
export function formatDuration(minutes: Minutes): string {
  const count = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? '' : 's'}`;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return count(rest, 'minute');
  return rest === 0 ? count(hours, 'hour') : `${count(hours, 'hour')} ${count(rest, 'minute')}`;
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

/**
 * Reads a date as people and spreadsheets write it: 24/11/2026 (always day first), 2026-11-24, 24 Nov 2026,
 * Tuesday 24th November 2026, or an Excel day number; two-digit years below 50 are 20yy.
 */
export function parseDate(input: string | number): Parsed<IsoDate> {
  if (typeof input === 'number') return fromExcelSerial(input);
  const text = input
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[T ]00:00(:00(\.0+)?)?$/, '');
  if (text === '') return refused('The date is empty.');
  const named = /^([a-z]{3,9})\.?,? (?=.*\d.*\d)/i.exec(text);
  const weekday = WEEKDAYS.find((name) => isAbbreviationOf(named?.[1], name));
  const date = parseDayMonthYear(weekday === undefined ? text : text.slice(named?.[0].length));
  if (!date.ok || weekday === undefined || weekday === weekdayName(date.value)) return date;
  const actual = `${formatDate(date.value)} is a ${weekdayName(date.value)}`;
  return refused(`"${text}" does not agree with itself: ${actual}.`);
}

/** Reads a time of day such as 9:30, 09.30, 0930, 3.45pm, 9am or midday; without am or pm it is a 24-hour time. */
export function parseTime(input: string): Parsed<MinuteOfDay> {
  const text = input.trim().toLowerCase().replace(/\s+/g, ' ');
  if (text === '') return refused('The time is empty.');
  if (['noon', 'midday', '12 noon', '12 midday'].includes(text)) return parsed(12 * 60);
  if (['midnight', '12 midnight'].includes(text)) return parsed(0);
  const match =
    /^(\d{1,2})(?:[:.](\d\d)(?::\d\d)?)? ?(?:([ap])\.?m\.?)?$/.exec(text) ??
    /^(\d{1,2})(\d\d) ?(?:([ap])\.?m\.?|hrs|h)?$/.exec(text);
  if (!match) return refused(`"${input}" is not a time. Write it like 9:30am or 15:45.`);
  const [, hourText = '', minuteText, half] = match;
  const hour = Number(hourText);
  const minute = Number(minuteText ?? 0);
  if (minute > 59) return refused(`"${input}" is not a time: an hour has 60 minutes.`);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return refused(`"${input}" is not a time: with am or pm the hour is 1 to 12.`);
    return parsed((hour % 12) * 60 + minute + (half === 'p' ? 12 * 60 : 0));
  }
  if (minuteText === undefined) return refused(`"${input}" could be morning or afternoon. Add am or pm.`);
  if (hour > 24 || (hour === 24 && minute > 0)) return refused(`"${input}" is past the end of the day.`);
  return parsed(hour * 60 + minute);
}

/** Moves a time to the nearest slot (halves go later), kept within the day. */
export function snapToSlot(minutes: number, step: Minutes = 15): MinuteOfDay {
  const nearest = Math.floor(minutes / step + 0.5) * step;
  return Math.min(Math.max(nearest, 0), MINUTES_IN_DAY);
}

/** Moves a date by calendar days, back when negative. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return plain(date).add({ days }).toString();
}

/** Moves a date by calendar months, back when negative; a day the month lacks becomes its last day. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  return plain(date).add({ months }).toString();
}

/** Gives the day of the week, 1 for Monday to 7 for Sunday. */
export function weekdayOf(date: IsoDate): Weekday {
  return plain(date).dayOfWeek as Weekday;
}

/** Names the day of the week: "Monday". */
export function weekdayName(date: IsoDate): string {
  return WEEKDAYS[plain(date).dayOfWeek - 1] ?? '';
}

/** Counts calendar days from one date to another, negative when the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return plain(from).until(plain(to), { largestUnit: 'days' }).days;
}

/** Gives completed years of age; someone born on 29 February ages on 1 March when the year has no 29 February. */
export function ageOn(birth: IsoDate, on: IsoDate): number {
  const hadBirthday = on.slice(5) >= birth.slice(5);
  return Number(on.slice(0, 4)) - Number(birth.slice(0, 4)) - (hadBirthday ? 0 : 1);
}

/**
 * Turns London wall time into a moment: in the hour skipped in March the clock reads an hour later
 * (1:30am is the moment clocks show 2:30am), and in the hour repeated in October it is the first, summer-time one.
 */
export function londonInstant(date: IsoDate, minutes: MinuteOfDay): IsoInstant {
  const within = minutes % MINUTES_IN_DAY;
  const on = minutes < MINUTES_IN_DAY ? date : addDays(date, Math.floor(minutes / MINUTES_IN_DAY));
  const ahead = steadyOffset(on);
  if (ahead !== null)
    return new Date(Date.parse(`${on}T00:00:00Z`) + (within - ahead) * 60_000).toISOString();
  const day = plain(on);
  const zoned = Temporal.ZonedDateTime.from(
    {
      timeZone: ZONE,
      year: day.year,
      month: day.month,
      day: day.day,
      hour: Math.floor(within / 60),
      minute: within % 60,
    },
    { disambiguation: 'compatible' },
  );
  return zoned.toInstant().toString({ fractionalSecondDigits: 3 });
}

const steadyOffsets = new Map<IsoDate, Minutes | null>();

/** How far London is ahead all day; null on a day whose clocks change. Kept, since asking costs more than the rest. */
function steadyOffset(date: IsoDate): Minutes | null {
  const known = steadyOffsets.get(date);
  if (known !== undefined) return known;
  const [start, end] = [plain(date), plain(date).add({ days: 1 })].map(
    (day) => day.toZonedDateTime(ZONE).offsetNanoseconds / 60e9,
  );
  const offset = start === undefined || start !== end ? null : start;
  steadyOffsets.set(date, offset);
  return offset;
}

/** Gives what a London clock shows at a moment; seconds are dropped, and both October 1:30ams read the same. */
export function londonWallTime(instant: IsoInstant): WallTime {
  const [, hour, minute] = utcMinute.exec(instant) ?? [];
  if (hour === undefined) return wallTimeOf(instant);
  // London is whole hours from Greenwich, and lists ask for the same few hours thousands of times.
  const known = knownHours.get(hour) ?? wallTimeOf(`${hour}:00Z`);
  knownHours.set(hour, known);
  return { date: known.date, minutes: known.minutes + Number(minute) };
}

type WallTime = { readonly date: IsoDate; readonly minutes: MinuteOfDay };

const utcMinute = /^((?:19[5-9]\d|20\d\d)-\d\d-\d\dT\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?Z$/;
const knownHours = new Map<string, WallTime>();

function wallTimeOf(instant: IsoInstant): WallTime {
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE);
  return { date: zoned.toPlainDate().toString(), minutes: zoned.hour * 60 + zoned.minute };
}

/** Gives the London date at a moment. */
export function today(now: IsoInstant): IsoDate {
  return londonWallTime(now).date;
}

const plainDates = new Map<IsoDate, Temporal.PlainDate>();

/** An engagement has few dates and writes them on every card, so each is read once. */
function plain(date: IsoDate): Temporal.PlainDate {
  const known = plainDates.get(date) ?? Temporal.PlainDate.from(date);
  plainDates.set(date, known);
  return known;
}

function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isRealDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function fromParts(
  dayText: string | undefined,
  month: number,
  yearText: string | undefined,
  text: string,
): Parsed<IsoDate> {
  const day = Number(dayText);
  const typedYear = Number(yearText);
  const year = yearText?.length === 2 ? typedYear + (typedYear < TWO_DIGIT_PIVOT ? 2000 : 1900) : typedYear;
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return refused(`"${text}" has the year ${yearText}; use a year from ${FIRST_YEAR} to ${LAST_YEAR}.`);
  if (month < 1 || month > 12)
    return refused(`"${text}" has no month ${month}. Dates are read day first: day, month, year.`);
  if (day < 1 || day > daysInMonth(year, month))
    return refused(
      `${MONTHS[month - 1]} ${year} has ${daysInMonth(year, month)} days, so "${text}" is not a date.`,
    );
  return parsed(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

function parseDayMonthYear(text: string): Parsed<IsoDate> {
  if (/^\d{5}(\.\d+)?$/.test(text)) return fromExcelSerial(Number(text));
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (yearFirst) return fromParts(yearFirst[3], Number(yearFirst[2]), yearFirst[1], text);
  const dayFirst = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(text);
  if (dayFirst) return fromParts(dayFirst[1], Number(dayFirst[2]), dayFirst[3], text);
  const words = text.replace(/,/g, ' ').replace(/\s+/g, ' ');
  const dayThenMonth = /^(\d{1,2})(?:st|nd|rd|th)?[- /.]?(?:of )?([a-z]+)\.?(?:[- /.]?(\d{4}|\d{2}))?$/i.exec(
    words,
  );
  if (dayThenMonth) return fromNamedMonth(dayThenMonth[1], dayThenMonth[2], dayThenMonth[3], text);
  const monthThenDay = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/i.exec(words);
  return fromNamedMonth(monthThenDay?.[2], monthThenDay?.[1], monthThenDay?.[3], text);
}

function fromNamedMonth(
  day: string | undefined,
  monthName: string | undefined,
  year: string | undefined,
  text: string,
): Parsed<IsoDate> {
  const month = MONTHS.findIndex((name) => isAbbreviationOf(monthName, name)) + 1;
  if (month === 0) return refused(`"${text}" is not a date. Write it like 24/11/2026 or 24 November 2026.`);
  if (year === undefined) return refused(`"${text}" has no year. Write it like 24 November 2026.`);
  return fromParts(day, month, year, text);
}

function isAbbreviationOf(word: string | undefined, name: string): boolean {
  return word !== undefined && word.length >= 3 && name.toLowerCase().startsWith(word.toLowerCase());
}

/** Excel counts from 1900 and believes in 29 February 1900 (day 60), so later days sit one further on. */
function fromExcelSerial(serial: number): Parsed<IsoDate> {
  const day = Math.floor(serial);
  const lastSerial = daysBetween('1899-12-30', `${LAST_YEAR}-12-31`);
  if (!Number.isFinite(serial) || day < 1 || day > lastSerial)
    return refused(`${serial} is not a date, nor an Excel day number from 1900 to ${LAST_YEAR}.`);
  if (day === 60) return refused('60 is 29 February 1900 to Excel, a day that did not exist.');
  return parsed(addDays(day < 60 ? '1899-12-31' : '1899-12-30', day));
}
