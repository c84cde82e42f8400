import { slotMinutes } from '../../../shared/domain/meeting.ts';
import { type GridColumn, isColumnOf, keepWithin, stepStart } from './grid-geometry.ts';
import { idsOf } from './grouping.ts';
import type { Move } from './hand.ts';
import { type Candidate, inColumn } from './move-candidate.ts';
import type { MoveSetting } from './move-state.ts';

// Where a meeting in the hand goes next. What changes nothing gives the same move, so that nothing is drawn again.

/** To a column and a time of the grid; several together change their day and time alone. */
export function toColumn(move: Move, setting: MoveSetting, column: GridColumn, start: number): Move {
  const { timetable, grouping } = setting;
  if (!timetable.byId.has(move.meetingId)) return move;
  const isAlone = move.others.length === 0;
  const moved = isAlone
    ? inColumn(move.candidate, grouping, move.heldId, column)
    : { ...move.candidate, day: column.day };
  const candidate = { ...moved, start };
  const ids = idsOf(grouping, candidate);
  const isStill = column.isWhole || idsOf(grouping, move.candidate).includes(column.id ?? '');
  const heldId =
    !isAlone || (isStill && ids.includes(move.heldId ?? '')) ? move.heldId : (column.id ?? ids[0] ?? null);
  return isSame(candidate, move.candidate) && move.over === 'grid'
    ? move
    : { ...move, candidate, heldId, over: 'grid', failure: null };
}

/** One slot earlier or later, within the hours shown. */
export function bySlot(move: Move, { hours }: MoveSetting, by: 1 | -1): Move {
  const { start, minutes } = move.candidate;
  const next = keepWithin(stepStart(start, by), minutes, hours);
  return next === start ? move : withCandidate(move, { start: next });
}

/** One slot shorter or longer; a length is a matter of one meeting alone. */
export function byLength(move: Move, { hours }: MoveSetting, by: 1 | -1): Move {
  const { start, minutes } = move.candidate;
  const end = stepStart(start + minutes, by);
  return toMinutes(move, Math.max(slotMinutes, Math.min(end, hours.to) - start));
}

/** To a length in minutes, without the others. */
export function toMinutes(move: Move, minutes: number): Move {
  return move.candidate.minutes === minutes ? move : { ...withCandidate(move, { minutes }), others: [] };
}

/** To the next column, on this side or on the next day, that the meeting is not in yet. */
export function byColumn(move: Move, setting: MoveSetting, by: 1 | -1): Move {
  const { columns, grouping } = setting;
  const { day, start } = move.candidate;
  if (move.others.length > 0) return move;
  const ids = idsOf(grouping, move.candidate);
  const at = columns.findIndex(
    (column) => column.day === day && (column.isWhole || column.id === move.heldId),
  );
  // A meeting stays with its child, so columns of children are stepped through by day.
  const isFree = (column: GridColumn) =>
    column.day !== day || (grouping.by !== 'children' && !isColumnOf(column, ids));
  const ahead = by === 1 ? columns.slice(at + 1) : columns.slice(0, Math.max(at, 0)).reverse();
  const column = ahead.find(isFree);
  return column ? toColumn(move, setting, column, start) : move;
}

/** With something of where it goes changed; what was said when it was refused no longer counts. */
export function withCandidate(move: Move, changes: Partial<Candidate>): Move {
  return { ...move, candidate: { ...move.candidate, ...changes }, failure: null };
}

function isSame(a: Candidate, b: Candidate): boolean {
  return (
    a.day === b.day &&
    a.start === b.start &&
    a.minutes === b.minutes &&
    a.placeId === b.placeId &&
    a.strandIds.join() === b.strandIds.join() &&
    a.personIds.join() === b.personIds.join()
  );
}
