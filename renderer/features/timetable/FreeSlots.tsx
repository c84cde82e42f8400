import { formatTime } from '../../../shared/domain/time-words.ts';
import { classNames } from '../../ui/class-names.ts';
import type { Alternative } from './alternatives.ts';
import type { ColumnHead } from './grid-columns.ts';
import type { Hours } from './grid-geometry.ts';
import type { Grouping } from './grouping.ts';
import { type Candidate, runAround } from './move-candidate.ts';
import { placementStyle } from './placement-style.ts';
import type { Timetable } from './timetable-model.ts';

/** The nearest free places of the carried meeting, numbered as in the panel. The panel's buttons say the same. */
export function FreeSlots({
  timetable,
  columns,
  grouping,
  hours,
  alternatives,
  held,
  onTake,
}: {
  readonly timetable: Timetable;
  readonly columns: readonly ColumnHead[];
  readonly grouping: Grouping;
  readonly hours: Hours;
  readonly alternatives: readonly Alternative[];
  /** Where the card in the hand is, which may lie over them. */
  readonly held: Candidate | null;
  readonly onTake: (alternative: Alternative) => void;
}) {
  return alternatives.map((alternative) => {
    const { candidate, number } = alternative;
    const run = runAround(columns, candidate, grouping, null);
    if (!run || candidate.start + candidate.minutes > hours.to || candidate.start < hours.from) return null;
    const place = { ...run, start: candidate.start, end: candidate.start + candidate.minutes };
    return (
      <button
        key={number}
        type="button"
        tabIndex={-1}
        aria-hidden
        className={classNames('timetable-free', isUnder(alternative.candidate, held) && 'timetable-free-low')}
        style={placementStyle(place, { ...hours, columns: columns.length })}
        onClick={() => onTake(alternative)}
      >
        <span className="timetable-number">{number}</span>
        Free, {formatTime(candidate.start, timetable.clock)}
      </button>
    );
  });
}

function isUnder(free: Candidate, held: Candidate | null): boolean {
  return (
    held !== null &&
    held.day === free.day &&
    held.strandIds.some((id) => free.strandIds.includes(id)) &&
    held.start <= free.start &&
    free.start < held.start + held.minutes
  );
}
