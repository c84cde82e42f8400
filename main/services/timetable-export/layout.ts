import { slotMinutes } from '../../../shared/domain/meeting.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import type { ExportColumn, ExportMeeting, TimetableExport } from './view.ts';

/** A stretch of one column, or of several side by side, with the meeting in it, or with those that overlap there. */
export type DayCell = {
  readonly row: number;
  readonly rows: number;
  readonly column: number;
  readonly columns: number;
  readonly meetings: readonly ExportMeeting[];
};

/** A day as a grid: quarter hours down, strands across. */
export type DayLayout = {
  readonly day: IsoDate;
  /** The start of each row, in minutes from midnight. */
  readonly slots: readonly number[];
  readonly columns: readonly Omit<ExportColumn, 'id'>[];
  readonly cells: readonly DayCell[];
};

/**
 * Lays out a day: from the earlier of the day's beginning and its first meeting to the later of its end and its last.
 * Meetings without a strand get a last column of their own; a meeting of neighbouring strands becomes one wide cell.
 */
export function layoutDay(view: TimetableExport, day: IsoDate): DayLayout {
  const own = view.meetings.filter((meeting) => meeting.day === day);
  const first = Math.min(view.dayStart, ...own.map((meeting) => meeting.start));
  const last = Math.max(view.dayEnd, ...own.map((meeting) => meeting.end));
  const from = Math.floor(first / slotMinutes);
  const slots = Array.from(
    { length: Math.ceil(last / slotMinutes) - from },
    (_, at) => (from + at) * slotMinutes,
  );
  const perColumn = view.columns.map(({ id }) => own.filter((meeting) => meeting.strandIds.includes(id)));
  const rest = own.filter((meeting) => meeting.strands.length === 0);
  const columns = rest.length > 0 ? [...view.columns, { name: 'No strand', members: '' }] : view.columns;
  if (rest.length > 0) perColumn.push(rest);
  const stacks = perColumn.map((meetings, column) => stacked(meetings, column, from));
  return { day, slots, columns, cells: joined(stacks) };
}

/** The cells of one column; meetings that share a row share a cell. */
function stacked(meetings: readonly ExportMeeting[], column: number, from: number): readonly DayCell[] {
  const cells: DayCell[] = [];
  for (const meeting of [...meetings].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const row = Math.floor(meeting.start / slotMinutes) - from;
    const end = Math.ceil(meeting.end / slotMinutes) - from;
    const above = cells.at(-1);
    if (above && row < above.row + above.rows) {
      const rows = Math.max(above.rows, end - above.row);
      cells[cells.length - 1] = { ...above, rows, meetings: [...above.meetings, meeting] };
    } else {
      cells.push({ row, rows: end - row, column, columns: 1, meetings: [meeting] });
    }
  }
  return cells;
}

/** Joins cells side by side that hold the very same meetings. */
function joined(stacks: readonly (readonly DayCell[])[]): readonly DayCell[] {
  const cells: DayCell[] = [];
  for (const stack of stacks) {
    for (const cell of stack) {
      const at = cells.findIndex(
        (left) => left.column + left.columns === cell.column && isSameCell(left, cell),
      );
      const left = cells[at];
      if (left) cells[at] = { ...left, columns: left.columns + 1 };
      else cells.push(cell);
    }
  }
  return cells.sort((a, b) => a.row - b.row || a.column - b.column);
}

const isSameCell = (a: DayCell, b: DayCell): boolean =>
  a.row === b.row &&
  a.rows === b.rows &&
  a.meetings.length === b.meetings.length &&
  a.meetings.every((meeting, at) => meeting.id === b.meetings[at]?.id);
