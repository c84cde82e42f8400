import { Select } from '../../ui/Select.tsx';
import type { MeetingForm } from './meeting-form.ts';
import type { Timetable } from './timetable-model.ts';

const nobody = '';

/** Who chairs a meeting, out of those who are in it. */
export function ChairField({
  timetable,
  form,
  onForm,
}: {
  readonly timetable: Timetable;
  readonly form: MeetingForm;
  readonly onForm: (changes: Partial<MeetingForm>) => void;
}) {
  const there = timetable.people.filter(
    ({ id, strandId }) =>
      form.personIds.includes(id) || (strandId !== null && form.strandIds.includes(strandId)),
  );
  const isThere = there.some(({ id }) => id === form.chairId);
  return (
    <Select
      label="Chaired by"
      options={[
        { value: nobody, label: 'Nobody named' },
        ...there.map((person) => ({ value: person.id as string, label: timetable.names.personName(person) })),
      ]}
      value={isThere ? (form.chairId ?? nobody) : nobody}
      onChange={(id) => onForm({ chairId: id === nobody ? null : id })}
    />
  );
}
