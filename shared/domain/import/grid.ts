import type { IsoDate } from '../time.ts';
import { type KnownWords, readGridCell } from './grid/grid-cell.ts';
import {
  cellName,
  type GridColumn,
  type GridEntry,
  readGridSheet,
  type SheetReading,
  timeColumnOf,
} from './grid/grid-sheet.ts';
import { guessMeeting } from './guess-meeting.ts';
import { proposeMapping } from './rows.ts';
import type { Sheet, Table } from './table.ts';
import { meetingsTarget } from './target-meetings.ts';

/** A meeting that stood in a cell of a hand-made grid. */
export type GridMeeting = {
  readonly sheet: string;
  /** "B4", as a spreadsheet calls it. */
  readonly cell: string;
  readonly day: IsoDate | null;
  readonly start: number;
  readonly minutes: number | null;
  readonly title: string;
  /** The headings of its columns; none where it belongs to no strand. */
  readonly strands: readonly string[];
  readonly place: string | null;
  readonly names: readonly string[];
  /** Whatever else the cell, or the row, says about it. */
  readonly notes: readonly string[];
  /** It stood alone in the first column and was taken to be for every strand. */
  readonly isForAll: boolean;
};

/** Words that are not part of any meeting, with each cell where they stand. */
export type UnreadText = { readonly text: string; readonly where: readonly string[] };

/** A strand as its column is headed, with what else the heading says. */
export type GridStrand = { readonly heading: string; readonly second: string };

/** Everything a hand-made grid says: each word of it is in a meeting, a strand's heading, or unread. */
export type GridReading = {
  readonly meetings: readonly GridMeeting[];
  readonly strands: readonly GridStrand[];
  readonly unread: readonly UnreadText[];
};

/** What a reader of grids knows of the engagement: its days, in order, and who and what is in it. */
export type KnownToGrid = KnownWords & {
  readonly days: readonly IsoDate[];
  readonly isStrand: (heading: string) => boolean;
};

/** Stands below a grid that this app wrote: what that says is meant as it stands, and nothing is guessed. */
export const gridMark = 'Made with LANO Desk';

/** Reads a workbook as the grid that people make by hand; null where no sheet of it is one. */
export function readGrid({ sheets }: Table, known: KnownToGrid): GridReading | null {
  const grids = sheets.map((sheet) => ({ sheet, reading: gridOf(sheet, known) }));
  if (grids.every(({ reading }) => reading === null)) return null;
  const strands = new Map<string, GridStrand>();
  const unread = new Map<string, string[]>();
  const leave = (text: string, where: string) => unread.set(text, [...(unread.get(text) ?? []), where]);
  const meetings: GridMeeting[] = [];
  for (const { sheet, reading } of grids) {
    if (!reading) {
      leave(`The sheet “${sheet.name}” is not a grid, so nothing of it is taken.`, sheet.name);
      continue;
    }
    for (const { kind, heading, second } of reading.columns)
      if (kind === 'strand' && heading && !isNoStrand(heading) && !strands.has(heading))
        strands.set(heading, { heading, second });
    for (const { cell, text } of reading.unread) if (text !== gridMark) leave(text, `${sheet.name}, ${cell}`);
    const isOurs = reading.unread.some(({ text }) => text === gridMark);
    meetings.push(...meetingsOf(sheet, reading, known, { leave, isOurs }));
  }
  return {
    meetings,
    strands: [...strands.values()],
    unread: [...unread].map(([text, where]) => ({ text, where })),
  };
}

/** A sheet with a column of titles beside its times is a list, not a grid. */
function gridOf(sheet: Sheet, known: KnownToGrid): SheetReading | null {
  const timeColumn = timeColumnOf(sheet);
  if (timeColumn === null) return null;
  const columns = proposeMapping(sheet, meetingsTarget)?.columns;
  const isList = columns && typeof columns.title === 'number' && typeof columns.start === 'number';
  if (isList) return null;
  const reading = readGridSheet(sheet, timeColumn, known);
  return reading.entries.some(isStrandEntry) ? reading : null;
}

const isStrandEntry = ({ columns }: GridEntry): boolean => columns[0]?.kind === 'strand';
const isNoStrand = (heading: string): boolean => /^(?:no strand|others?|unassigned)$/i.test(heading);
const isBlank = (text: string): boolean => /^(?:[\s\-–—.]*|n\/?a|none|nil)$/i.test(text);

function meetingsOf(
  sheet: Sheet,
  { entries, columns }: SheetReading,
  known: KnownToGrid,
  { leave, isOurs }: { readonly leave: (text: string, where: string) => void; readonly isOurs: boolean },
): readonly GridMeeting[] {
  const strands = entries.filter((entry) => isStrandEntry(entry) && !isBlank(entry.text));
  const asides = entries.filter((entry) => !isStrandEntry(entry));
  const taken = new Set<GridEntry>();
  const found = joined(strands).map((entry) => {
    const cell = readGridCell(entry.text, known);
    const beside = asides.filter((one) => one.row === entry.row && isAbout(one, entry, columns));
    for (const one of beside) taken.add(one);
    const about = (kind: GridColumn['kind']) =>
      beside.filter((one) => one.columns[0]?.kind === kind).map((one) => one.text);
    const start = cell.time?.start ?? entry.start;
    const end = cell.time ? cell.time.end : entry.end;
    const isForAll = !isOurs && entry.isAlone && isForEverybody(entry.text);
    const everyStrand = columns.filter((one) => one.kind === 'strand' && one.day === entry.columns[0]?.day);
    const own = (isForAll ? everyStrand : entry.columns).map(({ heading }) => heading);
    const [room, ...otherRooms] = [...(cell.place ? [cell.place] : []), ...about('room')];
    return {
      sheet: sheet.name,
      cell: cellName(entry.row, entry.column),
      day: entry.day,
      start,
      minutes: end === null ? null : end - start,
      title: cell.title,
      strands: [...new Set(own)].filter((heading) => heading !== '' && !isNoStrand(heading)),
      place: room ?? null,
      names: [...new Set([...cell.names, ...about('names').flatMap(namesIn)])],
      notes: [...cell.notes, ...otherRooms, ...notesBeside(beside)],
      isForAll,
    };
  });
  for (const one of asides)
    if (!taken.has(one) && !isBlank(one.text))
      leave(one.text, `${sheet.name}, ${cellName(one.row, one.column)}`);
  return found;
}

const namesIn = (text: string): readonly string[] => text.split(/\s*[,;\n]\s*/).filter(Boolean);

const notesBeside = (beside: readonly GridEntry[]): readonly string[] =>
  beside.flatMap(({ columns: [column], text }) =>
    column?.kind === 'notes' ? [`${column.heading}: ${text}`] : [],
  );

/** A note is about each meeting of its row; a room or names are about the strand to the left. */
function isAbout(aside: GridEntry, entry: GridEntry, columns: readonly GridColumn[]): boolean {
  if (aside.columns[0]?.kind === 'notes') return true;
  const left = columns.filter(({ kind, column }) => kind === 'strand' && column < aside.column).at(-1);
  return left !== undefined && entry.columns.some(({ column }) => column === left.column);
}

/** What a whole team does stands alone in the first column where nobody joined the cells. */
const isForEverybody = (text: string): boolean =>
  /\b(?:lunch|break|arriv\w*|welcome|triangulat\w*|team meeting|travel|whole team|all (?:peers|inspectors|strands)|debrief|feedback)\b/i.test(
    text,
  );

/** The same words beside each other at the same time are one meeting of several strands, but not with what has none. */
function joined(entries: readonly GridEntry[]): readonly GridEntry[] {
  const byKey = new Map<string, GridEntry>();
  for (const entry of entries) {
    const { day, start, end, text, row } = entry;
    const isOne =
      text.includes('\n') || guessMeeting(text).kind === 'block' || guessMeeting(text).kind === 'team';
    const isNobodys = entry.columns.every(({ heading }) => isNoStrand(heading));
    const key = [day, start, end, row, text, isOne ? isNobodys : entry.column].join('|');
    const known = byKey.get(key);
    byKey.set(key, known ? { ...known, columns: [...known.columns, ...entry.columns] } : entry);
  }
  return [...byKey.values()];
}
