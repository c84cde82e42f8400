import { parseDate } from '../../parse-time.ts';
import { daysBetween, type IsoDate, type Weekday, weekdayOf } from '../../time.ts';
import type { Cell } from '../table.ts';

/** A day found in a heading or a sheet's name, and what else stood there; `isOdd` when its weekday is another. */
export type FoundDay = { readonly day: IsoDate; readonly rest: string; readonly isOdd: boolean };

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const weekday =
  '(?:(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|r|ur|urs|s?day|nesday|rsday|ursday|urday)?\\.?,?\\s+(?:the\\s+)?)?';
const month = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const dayMonth = new RegExp(
  `\\b${weekday}(\\d{1,2})(?:st|nd|rd|th)?\\s*(?:of\\s+)?${month}(?:,?\\s+((?:20)?\\d\\d))?(?![\\p{L}\\p{N}])`,
  'iu',
);
const numeric = /\b(\d{1,2})[/.-](\d{1,2})[/.-]((?:20)?\d\d)\b|\b(\d{4}-\d\d-\d\d)\b/;
const dayAlone =
  /^(mon|tue|wed|thu|fri|sat|sun)(?:s|r|rs|ur|urs|s?day|nesday|rsday|ursday|urday)?s?\.?(?:\s+(?:am|pm))?$/i;
const numbered = /\bday\s+(\d)\b/i;

/**
 * Finds a day in text such as "Tues 24 Nov", "Day 2" or "Timetable for Tuesday 24th November 2026"; null where there is
 * none. Without a year it is the one nearest the days that are planned, and a weekday or a number alone means one of them.
 */
export function findDay(cell: Cell, planned: readonly IsoDate[]): FoundDay | null {
  if (cell !== null && typeof cell === 'object')
    return { day: cell.date.slice(0, 10), rest: '', isOdd: false };
  if (typeof cell !== 'string') return null;
  const text = cell.trim();
  const named = dayMonth.exec(text);
  if (named) {
    const [whole, weekdayText, day = '', monthText = '', year] = named;
    const found = realDay({ day: Number(day), month: monthText, year, weekday: weekdayText }, planned);
    const isOdd = found !== null && weekdayText !== undefined && !isWeekday(found, weekdayText);
    return found === null ? null : { day: found, rest: without(text, whole), isOdd };
  }
  const typed = numeric.exec(text);
  if (typed) {
    const date = parseDate(typed[0].replaceAll('.', '/'));
    return date.ok ? { day: date.value, rest: without(text, typed[0]), isOdd: false } : null;
  }
  const alone = dayAlone.exec(text)?.[1];
  if (alone) {
    const wanted = (weekdays.indexOf(alone.toLowerCase() as (typeof weekdays)[number]) + 1) as Weekday;
    const [only, ...others] = planned.filter((day) => weekdayOf(day) === wanted);
    return only && others.length === 0 ? { day: only, rest: '', isOdd: false } : null;
  }
  const number = numbered.exec(text);
  const counted = number ? planned[Number(number[1]) - 1] : undefined;
  return number && counted ? { day: counted, rest: without(text, number[0]), isOdd: false } : null;
}

type Parts = {
  readonly day: number;
  readonly month: string;
  readonly year: string | undefined;
  readonly weekday: string | undefined;
};

function realDay({ day, month, year, weekday }: Parts, planned: readonly IsoDate[]): IsoDate | null {
  const [near = '2026-11-24'] = planned;
  const monthNumber = months.indexOf(month.slice(0, 3).toLowerCase() as (typeof months)[number]) + 1;
  const nearYear = Number(near.slice(0, 4));
  const years = year ? [2000 + (Number(year) % 100)] : [nearYear, nearYear + 1, nearYear - 1];
  const dates = years.flatMap((one) => {
    const date = parseDate(`${one}-${two(monthNumber)}-${two(day)}`);
    return date.ok ? [date.value] : [];
  });
  const agreeing = dates.filter((date) => !weekday || isWeekday(date, weekday));
  const from = agreeing.length > 0 ? agreeing : dates;
  const distance = (date: IsoDate) => Math.abs(daysBetween(near, date));
  return from.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

const isWeekday = (date: IsoDate, text: string): boolean =>
  weekdays[weekdayOf(date) - 1] === text.slice(0, 3).toLowerCase();

const two = (number: number): string => String(number).padStart(2, '0');

const without = (text: string, part: string): string =>
  text
    .replace(part, '')
    .replace(/^[\s\-–—:,|/()]+|[\s\-–—:,|/(]+$/g, '')
    .trim();
