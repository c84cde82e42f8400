import { useMemo, useState } from 'react';
import { type Shift, shiftPlan } from '../../../shared/domain/bulk-moves.ts';
import type { MeetingWithPeople } from '../../../shared/domain/meeting.ts';
import { useStore } from '../../state/store.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { BulkDialog } from './BulkDialog.tsx';
import { countMeetings, verdictOnAll } from './bulk-words.ts';
import { PlanLines } from './PlanLines.tsx';
import type { Timetable } from './timetable-model.ts';

/** Moves several meetings together, by minutes and by days of the timetable. */
export function ShiftDialog({
  timetable,
  meetings,
  by: first,
  onClose,
}: {
  readonly timetable: Timetable;
  readonly meetings: readonly MeetingWithPeople[];
  /** How far they were dragged, where that brought a clash. */
  readonly by?: Shift | undefined;
  readonly onClose: () => void;
}) {
  // Days say which way; minutes the other way then count backwards.
  const turn = (first?.days || first?.minutes || 1) < 0 ? -1 : 1;
  const act = useStore((state) => state.act);
  const [way, setWay] = useState<'later' | 'earlier'>(turn < 0 ? 'earlier' : 'later');
  const [minutes, setMinutes] = useState<number | null>(first ? turn * first.minutes : 15);
  const [days, setDays] = useState<number | null>(first ? turn * first.days : 0);
  const sign = way === 'later' ? 1 : -1;
  const by = useMemo(
    () => ({ minutes: sign * (minutes ?? 0) || 0, days: sign * (days ?? 0) || 0 }),
    [sign, minutes, days],
  );
  const plan = useMemo(() => shiftPlan(meetings, by, timetable.days), [meetings, by, timetable.days]);
  const verdict = useMemo(() => verdictOnAll(timetable, plan.changes), [timetable, plan]);

  return (
    <BulkDialog
      timetable={timetable}
      title="Move together"
      fact={countMeetings(meetings.length)}
      saveLabel="Move"
      plan={plan}
      verdict={verdict}
      nothing={
        plan.kept.length > 0 ? 'None of them can move so.' : 'Say by how many minutes or days to move them.'
      }
      send={(override, onFailure) =>
        act(
          'timetable:shiftMeetings',
          { meetings: meetings.map(({ id, version }) => ({ id, version })), ...by, ...override },
          onFailure,
        )
      }
      done={({ ids }) => `Moved ${countMeetings(ids.length)}`}
      onClose={onClose}
    >
      <div className="timetable-shift">
        <NumberField
          label="Minutes"
          min={first ? -720 : 0}
          max={720}
          stepBy={15}
          value={minutes}
          onChange={setMinutes}
        />
        <NumberField label="Days" min={0} max={30} value={days} onChange={setDays} />
        <Segmented
          label="Which way"
          options={[
            { value: 'later', label: 'Later' },
            { value: 'earlier', label: 'Earlier' },
          ]}
          value={way}
          onChange={setWay}
        />
      </div>
      <PlanLines timetable={timetable} changes={plan.changes} />
    </BulkDialog>
  );
}
