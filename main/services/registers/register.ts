import type { RegisterKind } from '../../../shared/domain/register.ts';
import type { IsoDate, IsoInstant } from '../../../shared/domain/time.ts';
import { formatDayMonth, formatInstantShort } from '../../../shared/domain/time-words.ts';
import type { Paper } from '../document/paper.ts';

/** What stands in a cell of a register; in a workbook, dates and numbers can be sorted and counted as such. */
export type RegisterCell = string | number | { readonly date: IsoDate } | { readonly at: IsoInstant } | null;

export type RegisterColumn = {
  readonly head: string;
  /** The share of the width on paper, in per cent; 0 for what only a spreadsheet has room for. */
  readonly width: number;
};

/** A list as it leaves the app, said once for paper, workbook and plain text. */
export type Register = {
  readonly title: string;
  readonly columns: readonly RegisterColumn[];
  readonly rows: readonly (readonly RegisterCell[])[];
  /** What was left out for those it is for, in sentences; and whom it is for. */
  readonly notes: readonly string[];
};

/** How a register is filled: for the partnership itself, or for others, who never get what is embargoed or internal. */
export type RegisterReader = { readonly isForOthers: boolean };

/** A register with who made it, when, and its marking. */
export type MadeRegister = Register & {
  readonly kind: RegisterKind;
  readonly from: string;
  readonly printed: string;
  readonly marking: string;
};

/** A cell in words, as paper and plain text have it. */
export function cellWords(cell: RegisterCell): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return 'date' in cell ? shortDate(cell.date) : formatInstantShort(cell.at);
  return String(cell);
}

/** "24 Nov 2026": short, for a narrow column. */
const shortDate = (date: IsoDate): string => `${formatDayMonth(date)} ${date.slice(0, 4)}`;

/** A register as a paper to print or to open in Word: the columns that paper has room for and in which anything stands. */
export function registerPaper({ title, columns, rows, notes, from, printed, marking }: MadeRegister): Paper {
  const isFilled = (at: number) => rows.length === 0 || rows.some((row) => cellWords(row[at] ?? null) !== '');
  const kept = columns.flatMap((column, at) => (column.width > 0 && isFilled(at) ? [{ ...column, at }] : []));
  const sum = kept.reduce((total, { width }) => total + width, 0);
  const shown = kept.map((column) => ({ ...column, width: (column.width / sum) * 100 }));
  return {
    title,
    facts: [from, printed, ...notes].filter(Boolean),
    marking,
    isLandscape: true,
    blocks: [
      {
        is: 'table',
        caption: title,
        head: shown.map(({ head }) => head),
        widths: shown.map(({ width }) => width),
        rows: rows.map((row) => shown.map(({ at }) => cellWords(row[at] ?? null))),
      },
    ],
  };
}
