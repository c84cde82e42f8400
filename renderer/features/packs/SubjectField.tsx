import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { Select } from '../../ui/Select.tsx';
import { type SubjectKey, subjectOptions } from './pack-words.ts';

/** Chooses what the pack is about: a child, a line of enquiry, a request, or everything. */
export function SubjectField({
  value,
  onChange,
}: {
  readonly value: SubjectKey;
  readonly onChange: (key: SubjectKey) => void;
}) {
  const children = useStore((state) => state.data.children?.children) ?? [];
  const criteria = useStore((state) => state.data.engagement?.criteria) ?? [];
  const requests = useStore((state) => state.data.requests?.requests) ?? [];
  const names = useNames();
  const options = subjectOptions({ children, criteria, requests });
  return (
    <Select<SubjectKey>
      label="What the pack is about"
      value={value}
      options={options.map((option) => ({ ...option, label: names.withoutNames(option.label) }))}
      onChange={onChange}
    />
  );
}
