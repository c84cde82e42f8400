import { Clock } from 'lucide-react';
import { ParsedField, type ParsedFieldProps } from './ParsedField.tsx';

/** A time of day typed as people write it: 9, 9.30, 9:30am, 14:00, as far as `parse` understands. */
export function TimeField<T = number>(props: ParsedFieldProps<T>) {
  return <ParsedField icon={Clock} {...props} />;
}
