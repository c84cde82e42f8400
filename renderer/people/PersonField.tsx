import type { Person } from '../../shared/domain/people.ts';
import { useStore } from '../state/store.ts';
import { ComboBox } from '../ui/ComboBox.tsx';
import type { FieldText } from '../ui/Field.tsx';
import { useNames } from './useNames.ts';

/** One person of the partnership, found by name or role. */
export function PersonField({
  value,
  onChange,
  placeholder,
  ...field
}: FieldText & {
  readonly value: Person['id'] | null;
  readonly onChange: (id: Person['id'] | null) => void;
  readonly placeholder?: string;
}) {
  const people = useStore((state) => state.data.people?.people);
  const names = useNames();
  const choices = (people ?? [])
    .filter((person) => person.side === 'partnership' || person.id === value)
    .map((person) => ({
      id: person.id,
      label: names.personName(person),
      ...(person.role && person.role !== person.name ? { hint: person.role } : {}),
    }));
  return (
    <ComboBox
      {...field}
      choices={choices}
      value={value}
      placeholder={placeholder}
      none="Nobody of that name"
      onChange={(id) => onChange(people?.find((person) => person.id === id)?.id ?? null)}
    />
  );
}
