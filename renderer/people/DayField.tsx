import { parseDay } from '../../shared/domain/parse-day.ts';
import { addDays, type IsoDate, today as todayAt } from '../../shared/domain/time.ts';
import { formatDate, formatDayLong, formatDayShort } from '../../shared/domain/time-words.ts';
import { useNow } from '../state/useNow.ts';
import { DateField } from '../ui/DateField.tsx';
import type { ParsedFieldProps } from '../ui/ParsedField.tsx';

const ways = { 'in-full': formatDayLong, short: formatDayShort, date: formatDate };

/**
 * A day typed as people write it or say it, "Wed" and "tomorrow" included; the arrow keys go a day on or back. Written as
 * "Tuesday 24 November 2026", "Tue 24 Nov" or "24 November 2026".
 */
export function DayField({
  written = 'in-full',
  ...field
}: Omit<ParsedFieldProps<IsoDate>, 'parse' | 'format' | 'step'> & { readonly written?: keyof typeof ways }) {
  const today = todayAt(useNow());
  return (
    <DateField {...field} parse={(text) => parseDay(text, today)} format={ways[written]} step={addDays} />
  );
}
