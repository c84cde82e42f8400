import { addDays, type IsoDate, weekdayOf } from '../../../shared/domain/time.ts';

/** The day asked for, else the first from today on that has meetings, else the first from today on, else the last there is. */
export function shownDay(
  days: readonly IsoDate[],
  chosen: IsoDate | null,
  today: IsoDate,
  busy: ReadonlySet<IsoDate>,
): IsoDate {
  if (chosen !== null && days.includes(chosen)) return chosen;
  const ahead = days.filter((day) => day >= today);
  return ahead.find((day) => busy.has(day)) ?? ahead[0] ?? days.at(-1) ?? today;
}

/** The days on offer that lie in the same Monday to Sunday as a day. */
export function weekOf(days: readonly IsoDate[], day: IsoDate): readonly IsoDate[] {
  const monday = addDays(day, 1 - weekdayOf(day));
  const sunday = addDays(monday, 6);
  return days.filter((other) => other >= monday && other <= sunday);
}

const weeksShown = 3;

/** The days on offer in three weeks that hold a day: the one before the day's and the one before that, where there are. */
export function weeksOf(days: readonly IsoDate[], day: IsoDate): readonly IsoDate[] {
  const mondays = [...new Set(days.map((one) => addDays(one, 1 - weekdayOf(one))))];
  const own = mondays.indexOf(addDays(day, 1 - weekdayOf(day)));
  const first = Math.max(0, Math.min(own - weeksShown + 1, mondays.length - weeksShown));
  const shown = new Set(mondays.slice(first, first + weeksShown));
  return days.filter((one) => shown.has(addDays(one, 1 - weekdayOf(one))));
}
