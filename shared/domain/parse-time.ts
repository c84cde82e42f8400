import { type Parsed, parsed, refused } from './parsed.ts';
import { addDays, daysBetween, daysInMonth, type IsoDate, type MinuteOfDay } from './time.ts';
import { formatDate, MONTHS, WEEKDAYS, weekdayName } from './time-words.ts';

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
/** Two-digit years below this are 20yy, the others 19yy: 49 is 2049 and 50 is 1950. */
const TWO_DIGIT_PIVOT = 50;

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
