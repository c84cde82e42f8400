import type { IsoDate } from '../../../shared/domain/time.ts';
import type { ExportColumn, ExportMeeting, TimetableExport } from './view.ts';

/** A meeting in a row of times, some columns wide. */
export type TimeCell = { readonly column: number; readonly columns: number; readonly meeting: ExportMeeting };

/** A row of the grid that people know: what is from one time to another. */
export type TimeRow = { readonly start: number; readonly end: number; readonly cells: readonly TimeCell[] };

/** A day with a row for each stretch of time that a meeting has, and a column for each strand. */
export type TimeRows = {
  readonly columns: readonly Omit<ExportColumn, 'id'>[];
  readonly rows: readonly TimeRow[];
};

/** What the column of meetings without a strand is called; an import knows it. */
export const noStrand = 'No strand';

/**
 * Lays out a day by its times, as people do by hand: meetings of the same stretch stand in one row, those of several
 * strands side by side are one wide cell, and two in one column at once make two rows of that time.
 */
export function timeRows(view: TimetableExport, day: IsoDate): TimeRows {
  const own = view.meetings.filter((meeting) => meeting.day === day);
  const isWithout = own.some((meeting) => meeting.strands.length === 0);
  const columns = isWithout ? [...view.columns, { name: noStrand, members: '' }] : view.columns;
  const byTime = new Map<string, ExportMeeting[]>();
  for (const meeting of own) {
    const key = `${meeting.start} ${meeting.end}`;
    byTime.set(key, [...(byTime.get(key) ?? []), meeting]);
  }
  const rows = [...byTime.values()].flatMap((meetings) => rowsFor(view, meetings, columns.length));
  return { columns, rows: rows.sort((a, b) => a.start - b.start || a.end - b.end) };
}

function rowsFor(
  view: TimetableExport,
  meetings: readonly ExportMeeting[],
  width: number,
): readonly TimeRow[] {
  const rows: { cells: TimeCell[]; taken: Set<number> }[] = [];
  for (const meeting of meetings) {
    for (const cell of runsOf(view, meeting, width)) {
      const columns = Array.from({ length: cell.columns }, (_, at) => cell.column + at);
      let row = rows.find(({ taken }) => columns.every((column) => !taken.has(column)));
      if (!row) {
        row = { cells: [], taken: new Set() };
        rows.push(row);
      }
      row.cells.push(cell);
      for (const column of columns) row.taken.add(column);
    }
  }
  const [first] = meetings;
  return rows.map(({ cells }) => ({
    start: first?.start ?? 0,
    end: first?.end ?? 0,
    cells: cells.sort((a, b) => a.column - b.column),
  }));
}

/** The stretches of neighbouring columns that a meeting has. */
function runsOf(view: TimetableExport, meeting: ExportMeeting, width: number): readonly TimeCell[] {
  if (meeting.strands.length === 0) return [{ column: width - 1, columns: 1, meeting }];
  const runs: TimeCell[] = [];
  view.columns.forEach(({ id }, column) => {
    if (!meeting.strandIds.includes(id)) return;
    const last = runs.at(-1);
    if (last && last.column + last.columns === column)
      runs[runs.length - 1] = { ...last, columns: last.columns + 1 };
    else runs.push({ column, columns: 1, meeting });
  });
  return runs;
}
