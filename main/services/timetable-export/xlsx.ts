import writeExcelFile, { type Cell, type Row } from 'write-excel-file/node';
import type { MeetingKind } from '../../../shared/domain/meeting.ts';
import {
  formatDayLong,
  formatDayShort,
  formatInstantLong,
  formatTime,
  formatTimeRange,
} from '../../../shared/domain/time.ts';
import { flatHeadings, flatRow } from './csv.ts';
import { guarded } from './guard.ts';
import { type DayCell, type DayLayout, layoutDay } from './layout.ts';
import type { ExportMeeting, TimetableExport } from './view.ts';

const fills: Readonly<Record<MeetingKind, string>> = {
  leaders: '#e6effb',
  child: '#eee9fa',
  'focus-group': '#e2f2ef',
  visit: '#f4f0da',
  family: '#fbe8ef',
  team: '#eef0f4',
  block: '#eef0f4',
};
const border = { borderColor: '#9aa4b5', borderStyle: 'thin' as const };
const heading = {
  fontWeight: 'bold' as const,
  backgroundColor: '#dfe5ef',
  wrap: true,
  alignVertical: 'top' as const,
  ...border,
};
const headRows = 2;

/** The timetable as a workbook: for each day the grid that people know, then one flat list to sort and filter. */
export async function renderXlsx(view: TimetableExport): Promise<Uint8Array> {
  const days = view.days.map((day) => daySheet(view, layoutDay(view, day)));
  return new Uint8Array(
    await writeExcelFile([...days, listSheet(view)], { fontFamily: 'Arial', fontSize: 10 }).toBuffer(),
  );
}

function daySheet(view: TimetableExport, { day, slots, columns, cells }: DayLayout) {
  const width = columns.length + 1;
  const title = `${view.title}: ${formatDayLong(day)}`;
  const rows: Row[] = [
    [{ value: guarded(title), fontWeight: 'bold', fontSize: 13, height: 22, columnSpan: width }],
    [
      { value: 'Time', ...heading },
      ...columns.map(({ name, members }) => ({
        value: guarded([name, members].filter(Boolean).join('\n')),
        ...heading,
      })),
    ],
  ];
  const covered = new Set<string>();
  const byCorner = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  for (const cell of cells) {
    for (let row = cell.row; row < cell.row + cell.rows; row += 1)
      for (let column = cell.column; column < cell.column + cell.columns; column += 1)
        covered.add(`${row} ${column}`);
  }
  slots.forEach((slot, row) => {
    const time: Cell = {
      value: formatTime(slot),
      alignVertical: 'top',
      textColor: '#434b59',
      height: 19,
      ...border,
    };
    const across = columns.map((_, column): Cell => {
      const cell = byCorner.get(`${row} ${column}`);
      if (cell) return meetingCell(cell);
      return covered.has(`${row} ${column}`) ? null : { value: '', ...border };
    });
    rows.push([time, ...across]);
  });
  rows.push([{ value: printedLine(view), textColor: '#434b59', columnSpan: width }]);
  return {
    sheet: formatDayShort(day),
    data: rows,
    columns: [{ width: 10 }, ...columns.map(() => ({ width: 30 }))],
    stickyRowsCount: headRows,
    stickyColumnsCount: 1,
    orientation: 'landscape' as const,
    showGridLines: false,
  };
}

function meetingCell({ meetings, rows, columns }: DayCell): Cell {
  const [first] = meetings;
  return {
    value: guarded(meetings.map(inWords).join('\n\n')),
    rowSpan: rows,
    columnSpan: columns,
    backgroundColor: fills[first?.kind ?? 'team'],
    wrap: true,
    alignVertical: 'top',
    ...border,
  };
}

function inWords({ title, start, end, place, people, kind }: ExportMeeting): string {
  const when = formatTimeRange(start, end);
  if (kind === 'block') return [title, when].join('\n');
  return [title, [when, place].filter(Boolean).join(', '), people.join(', ')].filter(Boolean).join('\n');
}

function listSheet(view: TimetableExport) {
  const cells = view.meetings.map((meeting) =>
    flatRow(meeting).map((value, at): Cell => {
      if (flatHeadings[at] === 'Date')
        return { value: new Date(`${meeting.day}T00:00:00.000Z`), format: 'dd/mm/yyyy' };
      if (flatHeadings[at] === 'Minutes') return { value: meeting.end - meeting.start };
      return { value, wrap: true, alignVertical: 'top' };
    }),
  );
  const widths = [40, 12, 8, 9, 26, 44, 22, 8, 20, 22];
  return {
    sheet: 'All meetings',
    data: [
      flatHeadings.map((value) => ({ value, ...heading })),
      ...cells,
      [],
      [{ value: printedLine(view) }],
    ],
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
  };
}

const printedLine = (view: TimetableExport) =>
  guarded(
    [view.marking, view.version, `Printed ${formatInstantLong(view.printedAt)}`].filter(Boolean).join('. '),
  );
