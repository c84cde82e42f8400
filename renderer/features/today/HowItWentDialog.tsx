import { useState } from 'react';
import {
  type MeetingOutcome,
  MeetingOutcome as MeetingOutcomes,
  meetingOutcomeLabels,
} from '../../../shared/domain/attendance/attendance.ts';
import type { PersonId } from '../../../shared/domain/ids.ts';
import type { MeetingWithPeople } from '../../../shared/domain/meeting.ts';
import { formatDayShort, formatTime } from '../../../shared/domain/time-words.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import { useAttendance } from '../../people/useAttendance.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { useSaving } from '../../state/useSaving.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';

/** Says how a meeting went: held or cancelled, how late it began, and who did not attend. */
export function HowItWentDialog({ meetingId }: { readonly meetingId: string }) {
  const meeting = useStore((state) => state.data.timetable?.meetings.find((one) => one.id === meetingId));
  return meeting ? <MarkForm meeting={meeting} /> : null;
}

function MarkForm({ meeting }: { readonly meeting: MeetingWithPeople }) {
  const close = useStore((state) => state.closeMarking);
  const clock = useStore((state) => state.settings.clock);
  const people = useStore((state) => state.data.people?.people);
  const known = useAttendance().marks.get(meeting.id);
  const names = useNames();
  const { failure, save } = useSaving();
  const [outcome, setOutcome] = useState<MeetingOutcome>(known?.outcome ?? 'planned');
  const [lateMinutes, setLate] = useState<number | null>(known?.lateMinutes ?? 0);
  const [absentIds, setAbsent] = useState<readonly PersonId[]>(known?.absentIds ?? []);
  const team = (people ?? [])
    .filter((person) => person.strandId !== null && meeting.strandIds.includes(person.strandId))
    .map((person) => person.id);
  const expected = [...new Set([...meeting.personIds, ...team])];

  async function submit() {
    const mark = { meetingId: meeting.id, outcome, lateMinutes: lateMinutes ?? 0, absentIds: [...absentIds] };
    if (await save('attendance:markMeeting', mark)) close();
  }

  return (
    <FormDialog
      title="How it went"
      fact={
        meeting.day && meeting.start !== null
          ? `${formatDayShort(meeting.day)}, ${formatTime(meeting.start, clock)}`
          : undefined
      }
      size="small"
      problem={failure && sentenceFor(failure)}
      onSave={() => void submit()}
      onClose={close}
    >
      <p className="type-item">{names.withoutNames(meeting.title)}</p>
      <RadioGroup
        label="Was it held?"
        value={outcome}
        across
        options={MeetingOutcomes.options.map((value) => ({ value, label: meetingOutcomeLabels[value] }))}
        onChange={setOutcome}
      />
      <NumberField
        label="Minutes late"
        hint="0 where it began on time."
        value={lateMinutes}
        max={600}
        stepBy={5}
        suffix="minutes"
        onChange={setLate}
      />
      {expected.length > 0 && (
        <fieldset className="field-set">
          <legend className="field-label">Did not attend</legend>
          {expected.map((id) => (
            <Checkbox
              key={id}
              label={names.personName(id)}
              isChecked={absentIds.includes(id)}
              onChange={(isAbsent) =>
                setAbsent(isAbsent ? [...absentIds, id] : absentIds.filter((other) => other !== id))
              }
            />
          ))}
        </fieldset>
      )}
    </FormDialog>
  );
}
