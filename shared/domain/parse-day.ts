import { parseDate } from './parse-time.ts';
import { type Parsed, parsed } from './parsed.ts';
import { addDays, daysBetween, type IsoDate, weekdayOf } from './time.ts';
import { WEEKDAYS } from './time-words.ts';

/**
 * Reads a day as people say it on a day: whatever `parseDate` reads, "today", "tomorrow", "yesterday", "Wed" for the first
 * from today on, "next Wed" for the one of next week, and "24 Nov" or "24/11" in the year that brings it nearest.
 */
export function parseDay(input: string, today: IsoDate): Parsed<IsoDate> {
  const text = input.trim().toLowerCase().replace(/\s+/g, ' ');
  const said = daySaid(text, today);
  if (said !== null) return parsed(said);
  const date = parseDate(input);
  if (date.ok || /\d{4}/.test(text)) return date;
  const year = Number(today.slice(0, 4));
  const near = [year - 1, year, year + 1]
    .map((one) => parseDate(/^\d{1,2}[/.-]\d{1,2}$/.test(text) ? `${text}/${one}` : `${text} ${one}`))
    .filter((read) => read.ok)
    .toSorted((a, b) => distance(a.value, today) - distance(b.value, today));
  return near[0] ?? date;
}

const distance = (date: IsoDate, today: IsoDate): number => Math.abs(daysBetween(today, date));

const nearDays: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 };

function daySaid(text: string, today: IsoDate): IsoDate | null {
  const near = nearDays[text];
  if (near !== undefined) return addDays(today, near);
  const [, next, word = ''] = /^(next )?([a-z]{3,9})\.?$/.exec(text) ?? [];
  const spelt = word === 'weds' ? 'wed' : word;
  const at = WEEKDAYS.findIndex((name) => spelt !== '' && name.toLowerCase().startsWith(spelt));
  if (at < 0) return null;
  const monday = addDays(today, 1 - weekdayOf(today));
  if (next) return addDays(monday, 7 + at);
  const own = addDays(monday, at);
  return own < today ? addDays(own, 7) : own;
}
