import { cleanText, rawText } from './cells.ts';
import { findHeader, type Header, headingKey } from './heading.ts';
import {
  type ColumnMapping,
  type GuessedMapping,
  guessMapping,
  type RefusedColumn,
  refusedColumns,
} from './mapping.ts';
import type { Cell, Row, Sheet } from './table.ts';
import {
  type FieldProblem,
  knownHeadings,
  type Target,
  type TargetField,
  type TargetShape,
} from './target.ts';

/** Where the headings are and what each column means. */
export type SheetMapping = { readonly header: Header; readonly columns: ColumnMapping };

/** A row that can be imported; `rowNumber` is the number beside it in the spreadsheet. */
export type ReadRow<Values> = {
  readonly rowNumber: number;
  readonly values: Values;
  readonly problems: readonly FieldProblem[];
  /** Fields whose value is a guess, to be confirmed. */
  readonly guessed: readonly (keyof Values & string)[];
};

/** A row that cannot be imported, what it says, and a sentence that says why. */
export type BadRow = {
  readonly rowNumber: number;
  readonly sentence: string;
  readonly problems: readonly FieldProblem[];
  readonly cells: readonly string[];
};

export type ReadRows<Values> = {
  readonly rows: readonly ReadRow<Values>[];
  readonly badRows: readonly BadRow[];
  readonly skippedBlank: number;
  /** Headings repeated further down, as on each printed page. */
  readonly skippedHeadings: number;
  readonly refusedColumns: readonly RefusedColumn[];
};

/** Finds the headings of a sheet and guesses what they mean; null when no row looks like headings. */
export function proposeMapping(sheet: Sheet, target: TargetShape): (SheetMapping & GuessedMapping) | null {
  const header = findHeader(sheet.rows, knownHeadings(target));
  return header && { header, ...guessMapping(header.headings, target) };
}

/**
 * Reads every row under the headings into values of a target. A value that cannot be read is left empty and named
 * in the row's problems; a row that cannot be imported at all is among `badRows` with its reason; no row is lost:
 * rows, bad rows and skipped rows together are all the rows under the headings.
 */
export function readRows<Draft, Values>(
  sheet: Sheet,
  target: Target<Draft, Values>,
  { header, columns }: SheetMapping,
): ReadRows<Values> {
  const rows: ReadRow<Values>[] = [];
  const badRows: BadRow[] = [];
  const headingKeys = header.headings.map(headingKey);
  let skippedBlank = 0;
  let skippedHeadings = 0;
  for (const [index, row] of sheet.rows.entries()) {
    if (index < header.firstDataRow) continue;
    if (row.every((cell) => cleanText(cell) === null)) skippedBlank += 1;
    else if (repeatsHeadings(row, headingKeys)) skippedHeadings += 1;
    else {
      const read = readRow(row, target, { header, columns });
      if ('sentence' in read) badRows.push({ rowNumber: index + 1, ...read });
      else rows.push({ rowNumber: index + 1, ...read });
    }
  }
  const refused = refusedColumns(header.headings, target, columns);
  return { rows, badRows, skippedBlank, skippedHeadings, refusedColumns: refused };
}

function readRow<Draft, Values>(
  row: Row,
  target: Target<Draft, Values>,
  { header, columns }: SheetMapping,
): Omit<ReadRow<Values>, 'rowNumber'> | Omit<BadRow, 'rowNumber'> {
  const isOverfull = row.slice(header.width).some((cell) => cleanText(cell) !== null);
  if (isOverfull) return { sentence: overfull(row, header), problems: [], cells: row.map(rawText) };
  const problems: FieldProblem[] = [];
  const draft: Record<string, unknown> = {};
  for (const field of target.fields) {
    const { cell, parse } = sourceOf(field, row, columns);
    const value = parse(cell);
    const empty = parse(null);
    draft[field.field] = value.ok ? value.value : empty.ok ? empty.value : null;
    if (!value.ok) problems.push({ field: field.field, reason: value.reason, raw: rawText(cell) });
  }
  // Each key was just read by the parser that the target declares for it.
  const finished = target.finish(draft as Draft, header.headings);
  const all = [...problems, ...finished.problems];
  const missing = target.fields.find((field) => field.required && draft[field.field] === null);
  const refusal = missing ? lackOf(missing, problems) : finished.refusal;
  if (refusal !== undefined) return { sentence: refusal, problems: all, cells: row.map(rawText) };
  return { values: finished.values, problems: all, guessed: finished.guessed };
}

type Source<Draft> = { readonly cell: Cell; readonly parse: TargetField<Draft>['parse'] };

function sourceOf<Draft>(field: TargetField<Draft>, row: Row, columns: ColumnMapping): Source<Draft> {
  const own = columns[field.field];
  if (typeof own === 'number') return { cell: row[own] ?? null, parse: field.parse };
  const other = field.orFrom ? columns[field.orFrom.field] : null;
  if (field.orFrom && typeof other === 'number')
    return { cell: row[other] ?? null, parse: field.orFrom.parse };
  return { cell: null, parse: field.parse };
}

function lackOf(
  field: { readonly field: string; readonly label: string },
  problems: readonly FieldProblem[],
): string {
  const problem = problems.find((other) => other.field === field.field);
  return problem ? `${field.label}: ${problem.reason}` : `There is nothing under "${field.label}".`;
}

function overfull(row: Row, header: Header): string {
  const last = row.findLastIndex((cell) => cleanText(cell) !== null) + 1;
  return `This row has ${last} values but there are only ${header.width} headings. Check for a stray comma.`;
}

function repeatsHeadings(row: Row, keys: readonly string[]): boolean {
  let filled = 0;
  for (const [column, cell] of row.entries()) {
    const text = cleanText(cell);
    if (text === null) continue;
    if (headingKey(text) !== keys[column]) return false;
    filled += 1;
  }
  return filled > 1;
}
