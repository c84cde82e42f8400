import { useMemo, useState } from 'react';
import { copiesOf } from '../../../shared/domain/bulk-moves.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { formatDayLong } from '../../../shared/domain/time-words.ts';
import { useStore } from '../../state/store.ts';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Select } from '../../ui/Select.tsx';
import { BulkDialog } from './BulkDialog.tsx';
import { countMeetings, verdictOnAll } from './bulk-words.ts';
import { dayOptions } from './people-choices.ts';
import type { Timetable } from './timetable-model.ts';

/** Copies a day's meetings, or its blocks alone, to another day. */
export function CopyDayDialog({
  timetable,
  day,
  onClose,
}: {
  readonly timetable: Timetable;
  readonly day: IsoDate;
  readonly onClose: () => void;
}) {
  const act = useStore((state) => state.act);
  const showTimetable = useStore((state) => state.showTimetable);
  const [from, setFrom] = useState<string>(day);
  const [to, setTo] = useState<string>(
    () => firstFree(timetable, day) ?? timetable.days[timetable.days.indexOf(day) + 1] ?? day,
  );
  const [what, setWhat] = useState<'blocks' | 'everything'>('blocks');
  const copies = useMemo(() => {
    let count = 0;
    return copiesOf(timetable.meetings, { from, to, blocksOnly: what === 'blocks' }, () => {
      count += 1;
      return `copy-${count}`;
    });
  }, [timetable.meetings, from, to, what]);
  const changes = useMemo(() => copies.map((after) => ({ before: null, after })), [copies]);
  const verdict = useMemo(() => verdictOnAll(timetable, changes), [timetable, changes]);
  const there = timetable.scheduled.filter((meeting) => meeting.day === to).length;

  return (
    <BulkDialog
      timetable={timetable}
      title="Copy a day"
      fact={copies.length === 0 ? 'nothing that is not there already' : countMeetings(copies.length)}
      saveLabel="Copy"
      plan={{ changes: copies.map((after) => ({ before: after, after })), kept: [] }}
      verdict={verdict}
      nothing={
        from === to
          ? 'Choose another day to copy to.'
          : 'There is nothing on that day that is not on the other already.'
      }
      send={async (override, onFailure) => {
        const done = await act(
          'timetable:copyDay',
          { from, to, blocksOnly: what === 'blocks', ...override },
          onFailure,
        );
        if (done) showTimetable({ day: to });
        return done;
      }}
      done={({ ids }) => `Copied ${countMeetings(ids.length)} to ${formatDayLong(to)}`}
      onClose={onClose}
    >
      <div className="form-grid">
        <Select label="From" value={from} options={dayOptions(timetable.days)} onChange={setFrom} />
        <Select label="To" value={to} options={dayOptions(timetable.days)} onChange={setTo} />
      </div>
      <RadioGroup
        label="What is copied"
        value={what}
        options={[
          { value: 'blocks', label: 'Lunch, travel and team meetings' },
          { value: 'everything', label: 'Everything on that day' },
        ]}
        onChange={setWhat}
      />
      <p className="text-2">
        {there === 0
          ? `Nothing is on ${formatDayLong(to)} yet.`
          : `What is on ${formatDayLong(to)} already stays, and is not copied twice: ${countMeetings(there)}.`}
      </p>
    </BulkDialog>
  );
}

/** The next day that has nothing yet: the likeliest to be copied to. */
function firstFree(timetable: Timetable, day: IsoDate): IsoDate | undefined {
  const busy = new Set(timetable.scheduled.map((meeting) => meeting.day));
  return timetable.days.find((other) => other > day && !busy.has(other));
}
