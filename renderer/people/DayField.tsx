import { parseDate } from '../../shared/domain/parse-time.ts';
import type { IsoDate } from '../../shared/domain/time.ts';
import { formatDate, formatDayLong, formatDayShort } from '../../shared/domain/time-words.ts';
import { DateField } from '../ui/DateField.tsx';
import type { ParsedFieldProps } from '../ui/ParsedField.tsx';

const ways = { 'in-full': formatDayLong, short: formatDayShort, date: formatDate };

/** A day typed as people write it; written as "Tuesday 24 November 2026", "Tue 24 Nov" or "24 November 2026". */
export function DayField({
  written = 'in-full',
  ...field
}: Omit<ParsedFieldProps<IsoDate>, 'parse' | 'format'> & { readonly written?: keyof typeof ways }) {
  return <DateField {...field} parse={parseDate} format={ways[written]} />;
}
