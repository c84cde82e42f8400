import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

const ZONE = 'Europe/London';
const MINUTES_IN_DAY = 24 * 60;

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

/** 1 is Monday and 7 is Sunday, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

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

/** How many days a month has. */
export function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isRealDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}
