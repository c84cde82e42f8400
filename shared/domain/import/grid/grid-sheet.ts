import type { IsoDate } from '../../time.ts';
import { cleanText, rawText } from '../cells.ts';
import type { Cell, Merge, Sheet } from '../table.ts';
import { findDay } from './grid-day.ts';
import { type GridTime, readGridTime } from './grid-time.ts';

/** What a column of a grid holds: a strand, or something about the strand to its left, or about the whole row. */
export type GridColumn = {
  readonly column: number;
  readonly kind: 'strand' | 'room' | 'names' | 'notes' | 'end';
  /** The first line of its heading. */
  readonly heading: string;
  /** What else its heading says. */
  readonly second: string;
  /** The day that the heading names, where days stand side by side. */
  readonly day: IsoDate | null;
};

/** Text of one cell with where and when it stands. */
export type GridEntry = {
  readonly row: number;
  readonly column: number;
  readonly day: IsoDate | null;
  readonly start: number;
  readonly end: number | null;
  readonly columns: readonly GridColumn[];
  readonly text: string;
  /** The only entry of its row, in the first strand, and not joined across. */
  readonly isAlone: boolean;
};

export type UnreadCell = { readonly sheet: string; readonly cell: string; readonly text: string };

export type SheetReading = {
  readonly columns: readonly GridColumn[];
  readonly entries: readonly GridEntry[];
  readonly unread: readonly UnreadCell[];
};

/** The days that are planned, in order, and what strands are called. */
export type KnownHeadings = {
  readonly days: readonly IsoDate[];
  readonly isStrand: (heading: string) => boolean;
};

type Slot = GridTime & { readonly row: number };

/** The words of a cell, also those that elsewhere stand for nothing, such as "TBC". */
const wordsOf = (cell: Cell): string | null => cleanText(cell) ?? (rawText(cell).trim() || null);

/** Finds the column in which most cells are times; null where there are not two, nor one under "Time". */
export function timeColumnOf({ rows }: Sheet): number | null {
  const counts = new Map<number, number>();
  for (const row of rows)
    row.slice(0, 8).forEach((cell, column) => {
      if (readGridTime(cell)) counts.set(column, (counts.get(column) ?? 0) + 1);
    });
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  if (!best) return null;
  const isHeaded = rows.some((row) => /^times?$/i.test(wordsOf(row[best[0]] ?? null) ?? ''));
  return best[1] >= 2 || isHeaded ? best[0] : null;
}

/** Reads one sheet as a grid: times down one column, strands across. Each cell with words is an entry or unread. */
export function readGridSheet(sheet: Sheet, timeColumn: number, known: KnownHeadings): SheetReading {
  const planned = known.days;
  const merges = mergeLookUp(sheet.merges ?? []);
  const unread: UnreadCell[] = [];
  const entries: GridEntry[] = [];
  const used: GridColumn[] = [];
  let columns: readonly GridColumn[] = [];
  let isHeaded = false;
  let day = findDay(sheet.name, planned)?.day ?? null;
  let slot: Slot | null = null;
  const leave = (row: number, column: number, text: string) =>
    unread.push({ sheet: sheet.name, cell: cellName(row, column), text });

  sheet.rows.forEach((cells, row) => {
    const filled = cells.flatMap((cell, column) => {
      const text = wordsOf(cell);
      return text === null ? [] : [{ column, cell, text }];
    });
    if (filled.length === 0) return;
    const own = readGridTime(cells[timeColumn] ?? null);
    const isUnderTime =
      own === null && slot !== null && (merges(slot.row, timeColumn)?.bottom ?? -1) >= row && isHeaded;
    if (own === null && !isUnderTime) {
      const [only] = filled;
      const found = only && filled.length === 1 ? findDay(only.cell, planned) : null;
      const isTimeHead = /^(?:times?|when|slots?|start|from)\b/i.test(
        wordsOf(cells[timeColumn] ?? null) ?? '',
      );
      if (only && found) {
        day = found.day;
        slot = null;
        if (found.rest || found.isOdd) leave(row, only.column, found.isOdd ? only.text : found.rest);
      } else if ((isTimeHead || !isHeaded) && filled.length > 1) {
        columns = headings(sheet, row, timeColumn, known);
        isHeaded = true;
        slot = null;
        used.push(...columns);
        // Days beside each other are in the headings; what stands over the times says nothing more.
        for (const { column, text } of filled)
          if (column === timeColumn && !isTimeHead) leave(row, column, text);
      } else if (slot === null && isHeaded && filled.length > 0 && entries.length === 0) {
        columns = columns.map((column) => withSecond(column, wordsOf(cells[column.column] ?? null)));
        used.splice(0, used.length, ...columns);
        for (const { column, text } of filled)
          if (!columns.some((one) => one.column === column)) leave(row, column, text);
      } else if (slot !== null && isHeaded && wordsOf(cells[timeColumn] ?? null) === null) {
        addTo(entries, slot, filled, (one) => leave(row, one.column, one.text));
      } else for (const { column, text } of filled) leave(row, column, text);
      return;
    }
    if (!isHeaded) {
      columns = unnamed(sheet, timeColumn);
      isHeaded = true;
      used.push(...columns);
    }
    if (own) slot = { ...own, end: own.end ?? endBeside(cells, columns), row };
    if (slot === null) return;
    const time: Slot = slot;
    const inColumns = filled.filter(({ column }) => column !== timeColumn);
    const strands = columns.filter(({ kind }) => kind === 'strand');
    const inStrands = inColumns.filter(({ column }) => strands.some((one) => one.column === column));
    for (const { column, text } of inColumns) {
      const merge = merges(row, column);
      const covered = columns.filter(
        (one) => one.column === column || (merge && one.column > column && one.column <= merge.right),
      );
      const [first] = covered;
      if (!first) leave(row, column, text);
      else if (first.kind !== 'end')
        entries.push({
          row,
          column,
          day: first.day ?? day,
          start: time.start,
          end: endUnder(sheet, timeColumn, merge) ?? time.end,
          columns: first.kind === 'strand' ? covered.filter(({ kind }) => kind === 'strand') : [first],
          text,
          isAlone: inStrands.length === 1 && column === strands[0]?.column && !merge,
        });
    }
  });
  return { columns: used, entries: withEnds(entries), unread };
}

const kinds: readonly (readonly [GridColumn['kind'], RegExp])[] = [
  ['end', /^(?:end|ends|finish|until|to)$/i],
  ['room', /^(?:rooms?|venues?|locations?|places?|where)$/i],
  ['names', /^(?:attendees|people|participants|who|with)$/i],
  ['notes', /^(?:logistics|notes?|comments?|remarks?|catering|admin|parking|actions?|info\w*)\b/i],
];

function headings(
  sheet: Sheet,
  row: number,
  timeColumn: number,
  { days, isStrand }: KnownHeadings,
): readonly GridColumn[] {
  return (sheet.rows[row] ?? []).flatMap((cell, column): readonly GridColumn[] => {
    const text = wordsOf(cell);
    if (text === null || column === timeColumn) return [];
    const [heading = '', ...more] = text.split('\n');
    const isKnown = isStrand(heading);
    const kind = (isKnown ? null : kinds.find(([, pattern]) => pattern.test(heading))?.[0]) ?? 'strand';
    const found = kind === 'strand' && !isKnown ? findDay(cell, days) : null;
    const second = more.join(', ');
    return [{ column, kind, heading: found ? found.rest : heading, second, day: found?.day ?? null }];
  });
}

function unnamed({ rows }: Sheet, timeColumn: number): readonly GridColumn[] {
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: widest }, (_, column) => column)
    .filter((column) => column !== timeColumn)
    .map((column) => ({
      column,
      kind: 'strand' as const,
      heading: `Column ${letters(column)}`,
      second: '',
      day: null,
    }));
}

const withSecond = (column: GridColumn, text: string | null): GridColumn =>
  text === null ? column : { ...column, second: [column.second, text].filter(Boolean).join(', ') };

/** Words below an entry, in a row without a time, belong to it. */
function addTo(
  entries: GridEntry[],
  slot: Slot,
  filled: readonly { readonly column: number; readonly text: string }[],
  leave: (one: { readonly column: number; readonly text: string }) => void,
): void {
  for (const one of filled) {
    const at = entries.findLastIndex((entry) => entry.column === one.column && entry.row >= slot.row);
    const above = entries[at];
    if (above) entries[at] = { ...above, text: `${above.text}\n${one.text}` };
    else leave(one);
  }
}

function endBeside(cells: Sheet['rows'][number], columns: readonly GridColumn[]): number | null {
  const end = columns.find(({ kind }) => kind === 'end');
  return end ? (readGridTime(cells[end.column] ?? null)?.start ?? null) : null;
}

/** An entry that is joined down ends when the last of its rows does. */
function endUnder({ rows }: Sheet, timeColumn: number, merge: Merge | null): number | null {
  if (!merge || merge.bottom === merge.top) return null;
  for (let row = merge.bottom; row > merge.top; row -= 1) {
    const time = readGridTime(rows[row]?.[timeColumn] ?? null);
    if (time) return time.end;
  }
  return null;
}

const longestGuess = 180;

/** Where only starts are given, an entry lasts until the next row of its day, unless that is more than three hours. */
function withEnds(entries: readonly GridEntry[]): readonly GridEntry[] {
  return entries.map((entry) => {
    if (entry.end !== null) return entry;
    const later = entries
      .filter((one) => one.day === entry.day && one.start > entry.start)
      .map(({ start }) => start);
    const next = Math.min(...later);
    return next - entry.start <= longestGuess ? { ...entry, end: next } : entry;
  });
}

function mergeLookUp(merges: readonly Merge[]): (row: number, column: number) => Merge | null {
  const byCorner = new Map(merges.map((merge) => [`${merge.top} ${merge.left}`, merge]));
  return (row, column) => byCorner.get(`${row} ${column}`) ?? null;
}

/** "B4", as a spreadsheet calls it. */
export const cellName = (row: number, column: number): string => `${letters(column)}${row + 1}`;

function letters(column: number): string {
  const before = Math.floor(column / 26) - 1;
  return (before < 0 ? '' : letters(before)) + String.fromCharCode(65 + (column % 26));
}
