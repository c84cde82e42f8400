import type { Person } from '../../shared/domain/people.ts';
import { useStore } from '../state/store.ts';
import type { FieldText } from '../ui/Field.tsx';
import { SuggestField } from '../ui/SuggestField.tsx';
import { useNames } from './useNames.ts';

/** Who owes something: somebody in the list of people, or a name typed in. */
export type Owner = { readonly ownerId: Person['id'] | null; readonly ownerName: string };

/** Names an owner by typing; a name in the list of people becomes that person. */
export function OwnerField({
  value,
  onChange,
  ...field
}: FieldText & { readonly value: Owner; readonly onChange: (owner: Owner) => void }) {
  const people = useStore((state) => state.data.people?.people);
  const names = useNames();
  const known = (people ?? [])
    .filter((person) => person.side === 'partnership')
    .map((person) => ({ id: person.id, value: names.personName(person), hint: person.role }));
  const isOnly = (text: string) => known.filter((one) => one.value === text).length === 1;
  return (
    <SuggestField
      {...field}
      maxLength={160}
      suggestions={known.filter((one) => isOnly(one.value))}
      value={value.ownerId ? names.personName(value.ownerId) : value.ownerName}
      onChange={(text) => {
        const person = isOnly(text) ? known.find((one) => one.value === text) : undefined;
        onChange({ ownerId: person?.id ?? null, ownerName: person ? '' : text });
      }}
    />
  );
}
