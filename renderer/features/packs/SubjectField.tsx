import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { Select } from '../../ui/Select.tsx';
import { type SubjectKey, subjectOptions } from './pack-words.ts';

/** Chooses the child or the line of enquiry that the pack is about. */
export function SubjectField({
  value,
  onChange,
}: {
  readonly value: SubjectKey;
  readonly onChange: (key: SubjectKey) => void;
}) {
  const children = useStore((state) => state.data.children?.children) ?? [];
  const criteria = useStore((state) => state.data.engagement?.criteria) ?? [];
  const names = useNames();
  const options = subjectOptions({ children, criteria });
  return (
    <Select<SubjectKey>
      label="What the pack is about"
      value={value}
      options={options.map((option) => ({ ...option, label: names.withoutNames(option.label) }))}
      onChange={onChange}
    />
  );
}
