import type { Cell, Row } from 'write-excel-file/node';
import { gridMark } from '../../../shared/domain/import/grid.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import {
  formatDayLong,
  formatDayShort,
  formatInstantLong,
  formatTimeRange,
} from '../../../shared/domain/time-words.ts';
import { guarded } from '../document/guard.ts';
import { type WorkbookSheet, workbookOf } from '../document/workbook.ts';
import { flatHeadings, flatRow } from './csv.ts';
import { kindFills } from './kind-fills.ts';
import { type TimeCell, type TimeRows, timeRows } from './time-rows.ts';
import type { ExportMeeting, TimetableExport } from './view.ts';

const border = { borderColor: '#9aa4b5', borderStyle: 'thin' as const };
const heading = {
  fontWeight: 'bold' as const,
  backgroundColor: '#dfe5ef',
  wrap: true,
  alignVertical: 'top' as const,
  ...border,
};
const headRows = 2;
/** In characters of the workbook's font. */
const strandWidth = 32;
const lineHeight = 13;

/** The timetable as a workbook: for each day the grid that people know, on a page each, then one flat list to sort and filter. */
export function renderXlsx(view: TimetableExport): Promise<Uint8Array> {
  const days = view.days.map((day) => daySheet(view, day, timeRows(view, day)));
  return workbookOf([...days, listSheet(view)], view);
}

function daySheet(view: TimetableExport, day: IsoDate, { columns, rows }: TimeRows): WorkbookSheet {
  const width = columns.length + 1;
  const title = `${view.title}: ${formatDayLong(day)}`;
  const line = (value: string): Row => [{ value, textColor: '#434b59', columnSpan: width }];
  const data: Row[] = [
    [{ value: guarded(title), fontWeight: 'bold', fontSize: 13, height: 22, columnSpan: width }],
    [
      {
        value: 'Time',
        height: heightFor(columns.map((column) => [headOf(column), strandWidth])),
        ...heading,
      },
      ...columns.map((column) => ({ value: guarded(headOf(column)), ...heading })),
    ],
    ...rows.map(({ start, end, cells }): Row => {
      const time = formatTimeRange(start, end);
      const across = columns.map((_, column): Cell => {
        const cell = cells.find((one) => one.column === column);
        if (cell) return meetingCell(cell);
        const isCovered = cells.some((one) => one.column < column && column < one.column + one.columns);
        return isCovered ? null : { value: '', ...border };
      });
      const height = heightFor(
        cells.map(({ meeting, columns: across }) => [inWords(meeting), strandWidth * across]),
      );
      return [{ value: time, height, alignVertical: 'top', textColor: '#434b59', ...border }, ...across];
    }),
    line(printedLine(view)),
    line(gridMark),
  ];
  return {
    sheet: formatDayShort(day),
    data,
    columns: [{ width: 19 }, ...columns.map(() => ({ width: strandWidth }))],
    stickyRowsCount: headRows,
    stickyColumnsCount: 1,
    isOnePage: true,
    showGridLines: false,
  };
}

const headOf = ({ name, members }: TimeRows['columns'][number]): string =>
  [name, members].filter(Boolean).join('\n');

/** As high as the fullest of texts in cells so wide. Where a row says nothing of it, some programs show one line. */
function heightFor(cells: readonly (readonly [string, number])[]): number {
  const lines = cells.map(([text, width]) =>
    text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0),
  );
  return Math.max(1, ...lines) * lineHeight + 4;
}

function meetingCell({ meeting, columns }: TimeCell): Cell {
  return {
    value: guarded(inWords(meeting)),
    columnSpan: columns,
    backgroundColor: kindFills[meeting.kind],
    wrap: true,
    alignVertical: 'top',
    ...border,
  };
}

/** As people write it by hand, and as an import reads it back. */
function inWords({ title, place, people }: ExportMeeting): string {
  return [title, place && `Room: ${place}`, people.join(', ')].filter(Boolean).join('\n');
}

/** Of the columns of `flatHeadings`, in characters of the workbook's font. */
const listWidths = [40, 12, 8, 9, 26, 44, 22, 8, 20, 22] as const;

function listSheet(view: TimetableExport): WorkbookSheet {
  const cells = view.meetings.map((meeting) => {
    const texts = flatRow(meeting);
    const height = heightFor(texts.map((text, at) => [text, listWidths[at] ?? 20]));
    return texts.map((value, at): Cell => {
      const look = { height, alignVertical: 'top' as const };
      if (flatHeadings[at] === 'Date')
        return { value: new Date(`${meeting.day}T00:00:00.000Z`), format: 'dd/mm/yyyy', ...look };
      if (flatHeadings[at] === 'Minutes') return { value: meeting.end - meeting.start, ...look };
      return { value, wrap: true, ...look };
    });
  });
  return {
    sheet: 'All meetings',
    data: [
      flatHeadings.map((value) => ({ value, ...heading })),
      ...cells,
      [],
      [{ value: printedLine(view) }],
    ],
    columns: listWidths.map((width) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
  };
}

const printedLine = (view: TimetableExport) =>
  guarded(
    [view.marking, view.version, `Printed ${formatInstantLong(view.printedAt)}`].filter(Boolean).join('. '),
  );
