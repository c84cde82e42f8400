import { addDays, type IsoDate as Day, daysBetween, IsoDate } from '../time.ts';

/** A piece of what somebody wrote of their availability. */
export type Token =
  | { readonly is: 'weekday'; readonly weekday: number }
  | { readonly is: 'date'; readonly from: Day; readonly to: Day }
  | { readonly is: 'window'; readonly start: number; readonly end: number }
  | { readonly is: 'time'; readonly at: number }
  | { readonly is: 'word'; readonly word: Word }
  | { readonly is: 'other'; readonly text: string };

export type Word =
  | 'until'
  | 'from'
  | 'after'
  | 'before'
  | 'back'
  | 'to'
  | 'and'
  | 'not'
  | 'only'
  | 'free'
  | 'away';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const month = '(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const weekday = '(?:(?:mon|tues?|wed(?:nes)?s?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?)';
const nth = '(\\d{1,2})(?:st|nd|rd|th)?';
const clock = '(\\d{1,2})(?:[:.](\\d{2}))?\\s*(am|pm|a\\.m\\.?|p\\.m\\.?)?';
const day = 24 * 60;

type Reader = readonly [RegExp, (match: RegExpExecArray, near: Day) => readonly Token[] | null];

const word = (is: Word): readonly Token[] => [{ is: 'word', word: is }];

/** Tried in this order at each place of the text; the first that fits takes its words. */
const readers: readonly Reader[] = [
  [/^\d{4}-\d\d-\d\d\b/, (match, near) => dated(match[0], near)],
  [/^(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})\b/, ([, d, m, y], near) => dates(d, d, Number(m), near, y)],
  [/^(\d{1,2})\/(\d{1,2})\b/, ([, d, m], near) => dates(d, d, Number(m), near)],
  [
    new RegExp(
      `^${nth}\\s*(?:-|to|until|and)\\s*(?:${weekday}\\s+)?${nth}\\s+(?:of\\s+)?${month}(?:\\s+(\\d{4}))?(?![a-z])`,
    ),
    ([, from, to, name, year], near) => dates(from, to, monthOf(name), near, year),
  ],
  [
    new RegExp(`^${nth}\\s+(?:of\\s+)?${month}(?:\\s+(\\d{4}))?(?![a-z])`),
    ([, on, name, year], near) => dates(on, on, monthOf(name), near, year),
  ],
  [new RegExp(`^${month}\\s+${nth}(?![\\d:.])`), ([, name, on], near) => dates(on, on, monthOf(name), near)],
  [new RegExp(`^${weekday}(?![a-z])`), (match) => weekdayToken(match[0])],
  [/^(?:w\/c|week commencing|week of)\b/, () => null],
  [/^(?:all day|all-day|whole day)\b/, () => [{ is: 'window', start: 0, end: day }]],
  [/^(?:mornings?|a\.?m\.?)(?![a-z])/, () => [{ is: 'window', start: 0, end: day / 2 }]],
  [/^(?:afternoons?|p\.?m\.?)(?![a-z])/, () => [{ is: 'window', start: day / 2, end: day }]],
  [
    new RegExp(`^(?:between\\s+|from\\s+)?${clock}\\s*(?:-|to|until|till|and)\\s*${clock}(?![a-z\\d])`),
    timeRange,
  ],
  [/^(\d{2})(\d{2})\s*(?:hrs?|h)?(?![a-z\d])/, ([, hour, minute]) => timeAt(hour, minute, undefined)],
  [new RegExp(`^${clock}(?![a-z\\d])`), ([, hour, minute, half]) => timeAt(hour, minute, half)],
  [
    /^(?:not? available|unavailable|unable|can'?t (?:do|make)|cannot(?: do| make)?|except|apart from|but not)\b/,
    () => word('away'),
  ],
  [
    /^(?:annual leave|a\/l|al|on leave|leave|holidays?|hols?|away|off|out of office|ooo|out|sick|busy)\b/,
    () => word('away'),
  ],
  [/^not\b|^no\b/, () => word('not')],
  [/^only\b/, () => word('only')],
  [/^(?:available|free|can do|can make|works?|working|in office|in)\b/, () => word('free')],
  [/^(?:back|returns?|returning)\b/, () => word('back')],
  [/^(?:until|till|til|'til|up to)\b/, () => word('until')],
  [/^(?:from|starting|since|onwards?)\b/, () => word('from')],
  [/^after\b/, () => word('after')],
  [/^before\b/, () => word('before')],
  [/^(?:to\b|-)/, () => word('to')],
  [/^(?:and\b|&|,|\+)/, () => word('and')],
];

/** Takes what somebody wrote apart; `near` is a day by which dates without a year are placed. Nothing of the text is lost. */
export function tokensOf(text: string, near: Day): readonly Token[] {
  let rest = text
    .toLowerCase()
    .replace(/[–—−]/g, '-')
    .replace(/[’‘]/g, "'")
    .replace(/\b(?:12 ?)?(?:midday|noon|lunchtime)\b/g, '12:00')
    .trim();
  const tokens: Token[] = [];
  while (rest !== '') {
    const read = readNext(rest, near);
    tokens.push(...read.tokens);
    rest = rest.slice(read.length).trimStart();
  }
  return tokens;
}

function readNext(rest: string, near: Day): { readonly tokens: readonly Token[]; readonly length: number } {
  for (const [pattern, read] of readers) {
    const match = pattern.exec(rest);
    const tokens = match && read(match, near);
    if (match && tokens) return { tokens, length: match[0].length };
  }
  const other = /^\S[^\s,;&+-]*/.exec(rest)?.[0] ?? rest;
  return { tokens: [{ is: 'other', text: other }], length: other.length };
}

function weekdayToken(text: string): readonly Token[] {
  return [{ is: 'weekday', weekday: weekdays.indexOf(text.slice(0, 3)) + 1 }];
}

const monthOf = (name: string | undefined) => months.indexOf((name ?? '').slice(0, 3)) + 1;

function dated(text: string, _near: Day): readonly Token[] | null {
  return IsoDate.safeParse(text).success ? [{ is: 'date', from: text, to: text }] : null;
}

/** Days of one month; without a year, of the year that brings the first nearest. */
function dates(
  from: string | undefined,
  to: string | undefined,
  inMonth: number,
  near: Day,
  year?: string,
): readonly Token[] | null {
  const years = year
    ? [Number(year.length === 2 ? `20${year}` : year)]
    : [-1, 0, 1].map((by) => Number(near.slice(0, 4)) + by);
  const iso = (on: string | undefined, y: number) =>
    `${y}-${String(inMonth).padStart(2, '0')}-${String(Number(on)).padStart(2, '0')}`;
  const found = years
    .map((y) => ({ from: iso(from, y), to: iso(to, y) }))
    .filter((one) => IsoDate.safeParse(one.from).success && IsoDate.safeParse(one.to).success)
    .sort((a, b) => Math.abs(daysBetween(near, a.from)) - Math.abs(daysBetween(near, b.from)))[0];
  return found && found.from <= found.to ? [{ is: 'date', ...found }] : null;
}

function timeRange(match: RegExpExecArray): readonly Token[] | null {
  const [, hour, minute, half, endHour, endMinute, endHalf] = match;
  // In "1-3pm" the first takes the second's half of the day, unless that would put it after the second.
  const end = minutesAt(endHour, endMinute, endHalf);
  const own = minutesAt(hour, minute, half);
  const shared = half === undefined && endHalf !== undefined ? minutesAt(hour, minute, endHalf) : null;
  const start = shared !== null && end !== null && shared < end ? shared : own;
  return start !== null && end !== null && start < end ? [{ is: 'window', start, end }] : null;
}

function timeAt(
  hour: string | undefined,
  minute: string | undefined,
  half: string | undefined,
): readonly Token[] | null {
  const at = minutesAt(hour, minute, half);
  return at === null ? null : [{ is: 'time', at }];
}

/** Minutes from midnight. An hour from 1 to 7 with no half of the day is in the afternoon, as an office means it. */
function minutesAt(
  hourText: string | undefined,
  minuteText: string | undefined,
  half: string | undefined,
): number | null {
  const hour = Number(hourText);
  const minute = Number(minuteText ?? 0);
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null;
  if (half) {
    if (hour < 1 || hour > 12) return null;
    return (hour % 12) * 60 + minute + (half.startsWith('p') ? day / 2 : 0);
  }
  const isBare = hourText?.length === 1 && hour >= 1 && hour <= 7;
  return hour * 60 + minute + (isBare ? day / 2 : 0);
}

/** The first day of that weekday on or after a day. */
export function nextWeekday(weekdayNumber: number, on: Day): Day {
  const shift = (weekdayNumber - (((daysBetween('2026-11-23', on) % 7) + 7) % 7) - 1 + 7) % 7;
  return addDays(on, shift);
}
