import { parseTime } from '../../shared/domain/parse-time.ts';
import type { MinuteOfDay } from '../../shared/domain/time.ts';
import { formatTime } from '../../shared/domain/time-words.ts';
import { useStore } from '../state/store.ts';
import type { ParsedFieldProps } from '../ui/ParsedField.tsx';
import { TimeField } from '../ui/TimeField.tsx';

/** A time of day typed as people write it, and written as the settings have it: "9:30am" or "09:30". */
export function ClockField(field: Omit<ParsedFieldProps<MinuteOfDay>, 'parse' | 'format'>) {
  const clock = useStore((state) => state.settings.clock);
  return <TimeField {...field} parse={parseTime} format={(minutes) => formatTime(minutes, clock)} />;
}
