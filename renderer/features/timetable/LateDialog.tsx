import { useMemo, useState } from 'react';
import { type Lateness, latePlan } from '../../../shared/domain/bulk-moves.ts';
import type { MeetingId, StrandId } from '../../../shared/domain/ids.ts';
import { slotMinutes } from '../../../shared/domain/meeting.ts';
import type { IsoDate, Minutes } from '../../../shared/domain/time.ts';
import { ClockField } from '../../people/ClockField.tsx';
import { useStore } from '../../state/store.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Select } from '../../ui/Select.tsx';
import { BulkDialog } from './BulkDialog.tsx';
import { countMeetings, verdictOnAll } from './bulk-words.ts';
import { PlanTimes } from './PlanLines.tsx';
import { dayOptions } from './people-choices.ts';
import { type Timetable, titleOf } from './timetable-model.ts';
import { strandsOf } from './timetable-words.ts';

/** Pushes what is still to come in one strand, and shows beforehand what that moves and breaks. */
export function LateDialog({
  timetable,
  strandId: firstStrandId,
  day: firstDay,
  from: firstFrom,
  onClose,
}: {
  readonly timetable: Timetable;
  readonly strandId: string | null;
  readonly day: IsoDate;
  readonly from: Minutes;
  readonly onClose: () => void;
}) {
  const act = useStore((state) => state.act);
  const [strandId, setStrandId] = useState(firstStrandId ?? timetable.strands[0]?.id ?? '');
  const [day, setDay] = useState<string>(firstDay);
  const [from, setFrom] = useState<number | null>(firstFrom);
  const [minutes, setMinutes] = useState<number | null>(15);
  const [gaps, setGaps] = useState<'push' | 'absorb'>('push');
  const [leaving, setLeaving] = useState<readonly MeetingId[]>([]);
  const late = useMemo(
    (): Lateness => ({
      strandId: strandId as StrandId,
      day,
      from: from ?? 0,
      minutes: minutes ?? 0,
      absorbs: gaps === 'absorb',
      leaving,
    }),
    [strandId, day, from, minutes, gaps, leaving],
  );
  const plan = useMemo(
    () => (from === null || !minutes ? { changes: [], kept: [] } : latePlan(timetable.meetings, late)),
    [timetable.meetings, late, from, minutes],
  );
  // All that would move were nothing left out, so that what was left out can be taken in again.
  const whole = useMemo(
    () => latePlan(timetable.meetings, { ...late, minutes: late.minutes || 15, leaving: [] }).changes,
    [timetable.meetings, late],
  );
  const verdict = useMemo(() => verdictOnAll(timetable, plan.changes), [timetable, plan]);
  const isLeft = (id: MeetingId) => leaving.includes(id);

  return (
    <BulkDialog
      timetable={timetable}
      title="Running late"
      fact={plan.changes.length > 0 ? `${countMeetings(plan.changes.length)} pushed back` : undefined}
      saveLabel="Push back"
      size="wide"
      plan={plan}
      verdict={verdict}
      nothing={
        from === null
          ? 'Say from when, such as 10.45am.'
          : minutes
            ? 'Nothing that can be pushed back is still to come in this strand.'
            : 'Say by how many minutes.'
      }
      send={async (override, onFailure) =>
        act('timetable:runLate', { ...late, leaving: [...leaving], ...override }, onFailure)
      }
      done={({ ids }) => `Pushed ${countMeetings(ids.length)} back by ${minutes ?? 0} minutes`}
      onClose={onClose}
    >
      <div className="timetable-late">
        <Select
          label="Strand"
          value={strandId}
          options={timetable.strands.map((strand) => ({
            value: strand.id,
            label: timetable.names.strandName(strand),
          }))}
          onChange={setStrandId}
        />
        <Select label="Day" value={day} options={dayOptions(timetable.days)} onChange={setDay} />
        <ClockField
          label="Everything from"
          step={(value, by) => Math.max(0, Math.min(1439, value + by * slotMinutes))}
          value={from}
          onChange={setFrom}
        />
        <NumberField
          label="Later by"
          suffix="minutes"
          min={1}
          max={480}
          stepBy={5}
          value={minutes}
          onChange={setMinutes}
        />
      </div>
      <RadioGroup
        label="Gaps"
        across
        value={gaps}
        options={[
          { value: 'push', label: 'Push everything by as much' },
          { value: 'absorb', label: 'Let gaps take up the delay' },
        ]}
        onChange={setGaps}
      />
      {whole.length > 0 && (
        <fieldset className="timetable-late-list">
          <legend className="field-label">What is pushed back</legend>
          {whole.map((change) => {
            const { id } = change.before;
            const own = plan.changes.find((one) => one.before.id === id);
            const shared = change.before.strandIds.length > 1 && strandsOf(timetable, change.before);
            return (
              <Checkbox
                key={id}
                label={
                  <span className="timetable-plan-line">
                    <span>
                      <span className="timetable-plan-title">{titleOf(change.before, timetable.names)}</span>
                      {shared && <span className="text-2">, {shared}</span>}
                    </span>
                    {own && <PlanTimes timetable={timetable} change={own} />}
                  </span>
                }
                isChecked={!isLeft(id)}
                onChange={(isIn) => setLeaving(isIn ? leaving.filter((one) => one !== id) : [...leaving, id])}
              />
            );
          })}
        </fieldset>
      )}
    </BulkDialog>
  );
}
