import { useState } from 'react';
import { countDependents } from '../../../shared/domain/attendance/dependents.ts';
import { type IsoDate, today } from '../../../shared/domain/time.ts';
import { formatDayLong } from '../../../shared/domain/time-words.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import { useNames } from '../../people/useNames.ts';
import type { CoverStart } from '../../state/attendance.ts';
import { useStore } from '../../state/store.ts';
import { useNow } from '../../state/useNow.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { CoverSections } from './CoverSections.tsx';
import { useCover } from './useCover.ts';

const openEnd = 'open';

/** Somebody is off: everything that depends on them, who could take each thing over, and all of it handed on at once. */
export function CoverDialog({ start }: { readonly start: CoverStart }) {
  const person = useStore((state) => state.data.people?.people.find(({ id }) => id === start.personId));
  const days = useStore((state) => state.data.engagement?.timetableDays);
  const meeting = useStore((state) =>
    start.meetingId ? state.data.timetable?.meetings.find(({ id }) => id === start.meetingId) : undefined,
  );
  const closeCover = useStore((state) => state.closeCover);
  const now = today(useNow());
  const ahead = (days ?? []).filter((day) => day >= now);
  const offered = ahead.length > 0 ? ahead : (days ?? []);
  const first = meeting?.day ?? offered[0] ?? now;
  const [from, setFrom] = useState<IsoDate>(first);
  const [to, setTo] = useState<IsoDate | null>(first);
  const names = useNames();
  const cover = useCover({ personId: start.personId, meetingId: start.meetingId, away: { from, to } });
  if (!person) return null;
  const { dependents, failure, reason, isClash } = cover;
  const count = countDependents(dependents);
  const name = names.personName(person);

  async function submit() {
    if (await cover.save(name)) closeCover();
  }

  return (
    <FormDialog
      title={start.meetingId ? `Stand-in for ${name}` : `Who depends on ${name}?`}
      fact={names.withoutNames(person.role)}
      size="wide"
      note={count === 0 ? undefined : cover.summary}
      saveLabel={count > 0 ? 'Hand on' : cover.isRecorded ? 'Record the absence' : 'Close'}
      problem={failure && names.withoutNames(sentenceFor(failure))}
      onSave={() => void submit()}
      onClose={closeCover}
    >
      {!start.meetingId && (
        <div className="form-grid">
          <Select
            label="Away from"
            value={from}
            options={offered.map((day) => ({ value: day, label: formatDayLong(day) }))}
            onChange={(day) => {
              setFrom(day);
              if (to !== null && to < day) setTo(day);
            }}
          />
          <Select
            label="Until the end of"
            value={to ?? openEnd}
            options={[
              ...offered
                .filter((day) => day >= from)
                .map((day) => ({ value: day, label: formatDayLong(day) })),
              { value: openEnd, label: 'Not known yet' },
            ]}
            onChange={(day) => setTo(day === openEnd ? null : day)}
          />
          {count > 1 && (
            <Select
              label="Hand everything to"
              value={null}
              placeholder="Choose for each, or one person"
              options={cover.everybody}
              onChange={cover.handAllTo}
            />
          )}
        </div>
      )}
      {!start.meetingId && (
        <Checkbox
          label="Put the absence on record"
          hint="The timetable then says so when they are asked to a meeting of those days."
          isChecked={cover.isRecorded}
          onChange={cover.setRecorded}
        />
      )}
      {isClash && (
        <TextField
          label="Why it goes ahead all the same"
          hint="Kept with each clash."
          value={reason}
          maxLength={500}
          onChange={cover.setReason}
        />
      )}
      {count === 0 ? (
        <EmptyState title="Nothing depends on them then" inline>
          No meeting of those days and nothing that is due by then is theirs.
        </EmptyState>
      ) : (
        <CoverSections cover={cover} />
      )}
    </FormDialog>
  );
}
