import { useNames } from '../../people/useNames.ts';
import { Select } from '../../ui/Select.tsx';
import { type SubjectKey, subjectOptions } from './pack-words.ts';
import { useSubjects } from './useSubjects.ts';

/** Chooses what the pack is about: a child, a line of enquiry, a request, a board paper, a role briefing, or everything. */
export function SubjectField({
  value,
  onChange,
}: {
  readonly value: SubjectKey;
  readonly onChange: (key: SubjectKey) => void;
}) {
  const names = useNames();
  const options = subjectOptions(useSubjects());
  return (
    <Select<SubjectKey>
      label="What the pack is about"
      value={value}
      options={options.map((option) => ({ ...option, label: names.withoutNames(option.label) }))}
      onChange={onChange}
    />
  );
}
