import type { MovedMeeting } from '../../../shared/domain/bulk-moves.ts';
import { classNames } from '../../ui/class-names.ts';
import { changedTime, presentTime } from './bulk-words.ts';
import { kindLook } from './kind-look.ts';
import { type Timetable, titleOf } from './timetable-model.ts';

const shown = 8;

/** What would move: each meeting with its time now and then. */
export function PlanLines({
  timetable,
  changes,
}: {
  readonly timetable: Timetable;
  readonly changes: readonly MovedMeeting[];
}) {
  if (changes.length === 0) return null;
  const hidden = changes.length - shown;
  return (
    <ul className="timetable-plan" aria-label="What moves">
      {changes.slice(0, shown).map((change) => (
        <li key={change.after.id} className={classNames('timetable-plan-line', kindLook(change.after.kind))}>
          <span className="timetable-plan-title">{titleOf(change.after, timetable.names)}</span>
          <PlanTimes timetable={timetable} change={change} />
        </li>
      ))}
      {hidden > 0 && <li className="text-2">And {hidden} more</li>}
    </ul>
  );
}

/** "10am to 11am, then 10:15am to 11:15am", with an arrow for those who see it. */
export function PlanTimes({
  timetable,
  change,
}: {
  readonly timetable: Timetable;
  readonly change: MovedMeeting;
}) {
  return (
    <span className="timetable-plan-times num">
      <span className="text-3">{presentTime(timetable, change)}</span>
      <span aria-hidden> → </span>
      <span className="visually-hidden">, then </span>
      <span>{changedTime(timetable, change)}</span>
    </span>
  );
}
