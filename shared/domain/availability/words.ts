import type { Absence } from '../availability.ts';
import { addDays, type IsoDate, weekdayOf } from '../time.ts';
import { type ClockStyle, formatDayLong, formatTime, formatTimeRange, weekdayName } from '../time-words.ts';
import type { Away } from './away.ts';

type When = Pick<Absence, 'fromDay' | 'toDay' | 'weekdays' | 'start' | 'end'>;

const monday: IsoDate = '2026-11-23';
const lastMinute = 24 * 60;

/** "Thursday" for 4. */
export const weekdayWord = (weekday: number): string => weekdayName(addDays(monday, weekday - 1));

/** When somebody is away, to follow "is away": "until Wednesday 25 November", "on Thursdays", "after 3pm". */
export function absenceWords(absence: When, clock: ClockStyle): string {
  const { fromDay, toDay, weekdays } = absence;
  const days = [
    weekdays.length > 0 ? `on ${daysWord(weekdays)}` : '',
    fromDay !== null && toDay !== null
      ? fromDay === toDay
        ? `on ${shortDay(fromDay)}`
        : `from ${shortDay(fromDay)} to ${shortDay(toDay)}`
      : fromDay !== null
        ? `from ${shortDay(fromDay)}`
        : toDay !== null
          ? `until the end of ${shortDay(toDay)}`
          : '',
  ];
  const words = [timeWords(absence, clock), ...days].filter(Boolean).join(' ');
  return words || 'the whole time';
}

/** As `absenceWords`, to stand by itself: "Thursdays", "After 3pm". */
export function absenceLine(absence: When, clock: ClockStyle): string {
  const words = absenceWords(absence, clock).replace(/^on /, '');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Why a person cannot come, to follow the name, without a full stop. */
export function personAwayWords(away: Away, day: IsoDate, clock: ClockStyle): string {
  if (away.why === 'absence') return `is away ${absenceWords(away.absence, clock)}`;
  if (away.why === 'busy')
    return `is busy ${formatTimeRange(away.start, away.end, clock)}, as their calendar has it`;
  const weekday = `${weekdayWord(weekdayOf(day))}s`;
  if (away.usual.length === 0) return `does not work on ${weekday}`;
  return `works ${hoursWords(away, clock)} on ${weekday}`;
}

/** Why a room cannot be had, to follow its name, without a full stop. */
export function placeAwayWords(away: Away, day: IsoDate, clock: ClockStyle): string {
  if (away.why === 'absence') return `cannot be had ${absenceWords(away.absence, clock)}`;
  if (away.why === 'busy')
    return `is booked ${formatTimeRange(away.start, away.end, clock)}, as its calendar has it`;
  const weekday = `${weekdayWord(weekdayOf(day))}s`;
  if (away.usual.length === 0) return `is closed on ${weekday}`;
  return `is open ${hoursWords(away, clock)} on ${weekday}`;
}

const hoursWords = (away: Extract<Away, { readonly why: 'hours' }>, clock: ClockStyle) =>
  away.usual.map(({ start, end }) => formatTimeRange(start, end, clock)).join(' and ');

function timeWords({ start, end }: When, clock: ClockStyle): string {
  if (start === 0 && end === lastMinute) return '';
  if (start === 0) return `before ${formatTime(end, clock)}`;
  if (end === lastMinute) return `after ${formatTime(start, clock)}`;
  return formatTimeRange(start, end, clock);
}

/** "Mondays, Tuesdays and Fridays". */
function daysWord(weekdays: readonly number[]): string {
  const words = weekdays.map((weekday) => `${weekdayWord(weekday)}s`);
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** "Wednesday 25 November": which year is plain from the engagement. */
const shortDay = (day: IsoDate): string => formatDayLong(day).replace(/ \d{4}$/, '');
