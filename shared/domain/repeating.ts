import type { Repeats } from './engagement.ts';
import { addDays, addMonths, type IsoDate } from './time.ts';

/** A term is a third of a year. */
const monthsOf = { monthly: 1, termly: 4, yearly: 12 } as const;

/** The date of something that comes round again: its first, or the next that is not before `today`. */
export function nextOccurrence(first: IsoDate, repeats: Repeats, today: IsoDate): IsoDate {
  if (repeats === 'once') return first;
  const at = (times: number): IsoDate =>
    repeats === 'fortnightly' ? addDays(first, 14 * times) : addMonths(first, monthsOf[repeats] * times);
  let times = 0;
  while (at(times) < today) times += 1;
  return at(times);
}
