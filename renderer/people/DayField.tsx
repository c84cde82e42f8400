import { formatDayLong, type IsoDate, parseDate } from '../../shared/domain/time.ts';
import { DateField } from '../ui/DateField.tsx';
import type { FieldText } from '../ui/Field.tsx';

/** A day that need not be known, written out in full. */
export function DayField({
  value,
  onChange,
  ...field
}: FieldText & {
  readonly value: IsoDate | null;
  readonly onChange: (date: IsoDate | null) => void;
}) {
  return (
    <DateField
      {...field}
      optional
      value={value}
      parse={parseDate}
      format={formatDayLong}
      onChange={onChange}
    />
  );
}
