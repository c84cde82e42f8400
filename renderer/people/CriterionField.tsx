import type { Criterion } from '../../shared/domain/engagement.ts';
import { useStore } from '../state/store.ts';
import type { FieldText } from '../ui/Field.tsx';
import { Select } from '../ui/Select.tsx';
import { useNames } from './useNames.ts';

const none = '';

/** The criterion or line of enquiry that something speaks to, or none. */
export function CriterionField({
  value,
  onChange,
  ...field
}: FieldText & {
  readonly value: Criterion['id'] | null;
  readonly onChange: (id: Criterion['id'] | null) => void;
}) {
  const names = useNames();
  const criteria = useStore((state) => state.data.engagement?.criteria) ?? [];
  const options = criteria.map(({ id, code, title }) => ({
    value: id as string,
    label: names.withoutNames([code, title].filter(Boolean).join(': ')),
  }));
  return (
    <Select
      {...field}
      value={(value ?? none) as string}
      options={[{ value: none, label: 'No one criterion' }, ...options]}
      onChange={(id) => onChange(criteria.find((one) => one.id === id)?.id ?? null)}
    />
  );
}
