import type { IsoDate } from '../../../shared/domain/time.ts';
import { ClockField } from '../../people/ClockField.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { type FormProblems, type MeetingForm, withStart } from './meeting-form.ts';
import { dayOptions } from './people-choices.ts';
import type { Timetable } from './timetable-model.ts';

const noDay = 'none';

/** Day, start and end; or, while it has no day, how long it is. */
export function MeetingTimes({
  timetable,
  form,
  problems,
  onForm,
}: {
  readonly timetable: Timetable;
  readonly form: MeetingForm;
  readonly problems: FormProblems;
  readonly onForm: (update: (form: MeetingForm) => MeetingForm) => void;
}) {
  const step = (minutes: number, by: 1 | -1) => Math.max(0, Math.min(1439, minutes + by * 15));
  return (
    <div className="timetable-form-times">
      <Select
        label="Day"
        options={[{ value: noDay, label: 'Not scheduled yet' }, ...dayOptions(timetable.days)]}
        value={form.day ?? noDay}
        onChange={(day) => onForm((now) => ({ ...now, day: day === noDay ? null : (day as IsoDate) }))}
      />
      {form.day === null ? (
        <NumberField
          label="Length"
          suffix="minutes"
          min={5}
          max={720}
          stepBy={15}
          value={form.minutes}
          error={problems.minutes}
          onChange={(minutes) => onForm((now) => ({ ...now, minutes, end: endAfter(now.start, minutes) }))}
        />
      ) : (
        <>
          <ClockField
            label="Start"
            step={step}
            value={form.start}
            error={problems.start}
            onChange={(start) => onForm((now) => withStart(now, start))}
          />
          <ClockField
            label="End"
            step={step}
            value={form.end}
            error={problems.end}
            onChange={(end) => onForm((now) => ({ ...now, end }))}
          />
        </>
      )}
    </div>
  );
}

function endAfter(start: number | null, minutes: number | null): number | null {
  return start === null || minutes === null ? null : start + minutes;
}
