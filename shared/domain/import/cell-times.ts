import { parseTime } from '../parse-time.ts';
import { type Parsed, parsed, refused } from '../parsed.ts';
import type { MinuteOfDay, Minutes } from '../time.ts';
import { cleanText, type ReadCell } from './cells.ts';
import type { Cell } from './table.ts';

const minutesInDay = 1440;

/** Reads the time at which something starts, also the first time of "09:00 - 10:00"; minutes after midnight. */
export const readStart: ReadCell<MinuteOfDay | null> = (cell) => {
  const span = readSpan(cell);
  if (!span.ok) return span;
  if (span.value.start === minutesInDay) return refused('A meeting cannot start at the end of the day.');
  return parsed(span.value.start);
};

/** Reads the time at which something ends; minutes after midnight. */
export const readEnd: ReadCell<MinuteOfDay | null> = (cell) => {
  const span = readSpan(cell);
  return span.ok ? parsed(span.value.end ?? span.value.start) : span;
};

/** Reads the second time of "09:00 - 10:00", and nothing from a single time. */
export const readEndOfRange: ReadCell<MinuteOfDay | null> = (cell) => {
  const span = readSpan(cell);
  return parsed(span.ok ? span.value.end : null);
};

/** Reads a length: 45, "45 min", "1 hour 15 minutes", "1.5 hours", "1:30", "1h30", or a spreadsheet's fraction of a day. */
export function readMinutes(least: Minutes, most: Minutes): ReadCell<Minutes | null> {
  return (cell) => {
    const text = cleanText(cell);
    if (text === null) return parsed(null);
    const minutes =
      typeof cell === 'number' && cell > 0 && cell < 1 ? Math.round(cell * minutesInDay) : lengthOf(text);
    if (minutes === null) return refused(`"${text}" is not a length. Write it in minutes, like 45.`);
    if (minutes < least) return refused(`"${text}" is shorter than ${least} minutes.`);
    if (minutes > most) return refused(`"${text}" is longer than ${most} minutes.`);
    return parsed(minutes);
  };
}

type Span = { readonly start: MinuteOfDay | null; readonly end: MinuteOfDay | null };

function readSpan(cell: Cell): Parsed<Span> {
  if (typeof cell === 'number') return single(ofNumber(cell));
  if (cell !== null && typeof cell === 'object' && !cell.date.includes('T'))
    return refused(`${cell.date} is a date without a time.`);
  const text = cleanText(cell);
  if (text === null) return parsed({ start: null, end: null });
  const [first = '', second, ...more] = text
    .replace(/^.*\d{4}(?:-\d\d-\d\d)?(?:T|,? (?:at )?)(?=\d)/, '')
    .split(/ *(?:[-‐-―−]|\bto\b|\buntil\b|\btill\b) */i);
  if (more.length > 0) return refused(`"${text}" is not a time. Write it like 9:30am or 15:45.`);
  if (second === undefined) return single(parseTime(first));
  const end = parseTime(second);
  if (!end.ok) return end;
  const start = parseBefore(first, second, end.value);
  return start.ok ? parsed({ start: start.value, end: end.value }) : start;
}

/** "9 - 10.30am": the first time takes am or pm from the second, the other half of the day when that fits better. */
function parseBefore(first: string, second: string, end: MinuteOfDay): Parsed<MinuteOfDay> {
  const half = /([ap])\.?m\.?$/i.exec(second)?.[1]?.toLowerCase();
  if (half === undefined || /[ap]\.?m\.?$|noon|midday/i.test(first)) return parseTime(first);
  const same = parseTime(`${first}${half}m`);
  if (!same.ok) return parseTime(first);
  return same.value <= end ? same : parseTime(`${first}am`);
}

function single(time: Parsed<MinuteOfDay>): Parsed<Span> {
  return time.ok ? parsed({ start: time.value, end: null }) : time;
}

/** A number cell: a fraction of a day, a day number with a time, 9.3 for 9:30, or 930 for 9:30. */
function ofNumber(value: number): Parsed<MinuteOfDay> {
  const isFraction = value >= 0 && value < 1;
  const isDayAndTime = value > 2400 && !Number.isInteger(value);
  if (isFraction || isDayAndTime) return parsed(Math.round((value % 1) * minutesInDay));
  if (!Number.isInteger(value)) return parseTime(value.toFixed(2));
  return parseTime(value >= 100 ? String(value).padStart(4, '0') : String(value));
}

function lengthOf(text: string): Minutes | null {
  const plain = text.toLowerCase().replace(/\s+/g, '');
  const hours = /^(\d+(?:\.\d+)?)h(?:(?:ou)?rs?)?(?:and)?(?:(\d+)(?:m(?:in(?:ute)?s?)?)?)?$/.exec(plain);
  if (hours) return Math.round(Number(hours[1]) * 60) + Number(hours[2] ?? 0);
  const clock = /^(\d{1,2}):(\d\d)(?::00)?$/.exec(plain);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const minutes = /^(\d+)(?:\.0+)?(?:m(?:in(?:ute)?s?)?\.?)?$/.exec(plain);
  return minutes ? Number(minutes[1]) : null;
}
