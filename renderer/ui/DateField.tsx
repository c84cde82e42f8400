import { Calendar } from 'lucide-react';
import { ParsedField, type ParsedFieldProps } from './ParsedField.tsx';

/** A date typed as people write it; `parse` and `format` come from the caller, the value is whatever they use. */
export function DateField<T = string>(props: ParsedFieldProps<T>) {
  return <ParsedField inputMode="text" icon={Calendar} {...props} />;
}
