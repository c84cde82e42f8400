import type { ReactNode } from 'react';
import type { Range } from './near-range.ts';

export type SortValue = string | number | null | undefined;

/** One column of a DataTable. */
export type Column<Row> = {
  readonly id: string;
  readonly head: string;
  readonly headHidden?: boolean;
  readonly cell: (row: Row) => ReactNode;
  /** What to sort by; with it the head becomes a button. Blank values go last either way. */
  readonly sortBy?: (row: Row) => SortValue;
  /** Right-aligned, tabular numerals. */
  readonly number?: boolean;
  /** The row's own name: heavier, the row header, and what opens the row. One per table. */
  readonly name?: boolean;
  /** A CSS width, such as "8rem"; left out, the column takes what it needs. */
  readonly width?: string;
  /** Buttons at the end of the row. */
  readonly actions?: boolean;
};

export type TableSort = { readonly column: string; readonly descending: boolean };

/** Rows under one group heading: "Education 2 of 5". */
export type TableGroup = { readonly id: string; readonly title: string; readonly fact?: ReactNode };

const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });

/** The rows in the order asked for, blanks last; equal rows keep their order. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: TableSort | null,
): readonly Row[] {
  const by = columns.find((column) => column.id === sort?.column)?.sortBy;
  if (!sort || !by) return rows;
  const sign = sort.descending ? -1 : 1;
  return rows.toSorted((a, b) => compare(by(a), by(b), sign));
}

/** The rows parted by group, groups in order of first appearance. */
export function groupRows<Row>(
  rows: readonly Row[],
  groupOf: ((row: Row) => TableGroup) | undefined,
): readonly (readonly [TableGroup | null, readonly Row[]])[] {
  if (!groupOf) return [[null, rows]];
  const groups = new Map<string, [TableGroup, Row[]]>();
  for (const row of rows) {
    const group = groupOf(row);
    const known = groups.get(group.id);
    if (known) known[1].push(row);
    else groups.set(group.id, [group, [row]]);
  }
  return [...groups.values()];
}

/** A group as a stretch of the rows of a table. */
export type TablePart<Row> = Range & {
  /** What its head says, where rows are grouped. */
  readonly group: TableGroup | null;
  readonly rows: readonly Row[];
  /** How many rows of the table come before its own: the heads of columns and of groups are rows too. */
  readonly before: number;
};

/** The groups as stretches of one table, in order. */
export function partsOf<Row>(
  groups: readonly (readonly [TableGroup | null, readonly Row[]])[],
): readonly TablePart<Row>[] {
  let from = 0;
  let before = 1;
  return groups.map(([group, rows]) => {
    if (group) before += 1;
    const part = { group, rows, from, to: from + rows.length, before };
    from += rows.length;
    before += rows.length;
    return part;
  });
}

/** How many rows a table has, drawn or not, with its heads. */
export function rowCountOf<Row>(parts: readonly TablePart<Row>[]): number {
  const last = parts.at(-1);
  return last ? last.before + last.rows.length : 1;
}

function compare(a: SortValue, b: SortValue, sign: number): number {
  const isBlankA = a === null || a === undefined || a === '';
  const isBlankB = b === null || b === undefined || b === '';
  if (isBlankA || isBlankB) return Number(isBlankA) - Number(isBlankB);
  if (typeof a === 'number' && typeof b === 'number') return (a - b) * sign;
  return collator.compare(String(a), String(b)) * sign;
}
