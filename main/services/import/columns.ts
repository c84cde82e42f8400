import type { Header } from '../../../shared/domain/import/heading.ts';
import {
  type ColumnMapping,
  guessMapping,
  headerSignature,
  missingFields,
  recallMapping,
} from '../../../shared/domain/import/mapping.ts';
import { proposeMapping } from '../../../shared/domain/import/rows.ts';
import { type Sheet, type Table, tableLimits } from '../../../shared/domain/import/table.ts';
import type { TargetShape } from '../../../shared/domain/import/target.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { listRows } from '../../db/table.ts';
import { importMappings } from '../../db/tables.ts';

/** Where the headings of a sheet are, what each column means, and whether that was remembered from before. */
export type ChosenColumns = {
  readonly sheet: Sheet;
  readonly header: Header;
  readonly columns: ColumnMapping;
  readonly wasRemembered: boolean;
};

/** Takes the sheet that looks most like the target; the first of several that look alike. */
export function chooseSheet(db: ReadableDb, table: Table, target: TargetShape): ChosenColumns | null {
  let best: ChosenColumns | null = null;
  for (const sheet of table.sheets) {
    const chosen = chooseColumns(db, sheet, target);
    if (best === null || mappedCount(chosen) > mappedCount(best)) best = chosen;
  }
  return best;
}

/** Finds the headings of a sheet, and takes the mapping remembered for such headings or else a guess. */
export function chooseColumns(db: ReadableDb, sheet: Sheet, target: TargetShape): ChosenColumns {
  const proposal = proposeMapping(sheet, target);
  if (!proposal) return { sheet, ...withoutHeadings(sheet, target), wasRemembered: false };
  const { header } = proposal;
  const remembered = listRows(db, importMappings, {
    target: target.kind,
    signature: headerSignature(header.headings),
  })[0];
  const recalled = remembered && recallMapping(header.headings, remembered.mapping, target);
  if (!recalled || missingFields(target, recalled).length > 0)
    return { sheet, header, columns: proposal.columns, wasRemembered: false };
  return { sheet, header, columns: recalled, wasRemembered: true };
}

/** No row looks like headings, so every row may hold data, and the user says what each column is. */
function withoutHeadings(sheet: Sheet, target: TargetShape): Pick<ChosenColumns, 'header' | 'columns'> {
  const widest = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const width = Math.min(widest, tableLimits.columns);
  const headings = Array.from({ length: width }, () => '');
  return {
    header: { rowIndex: 0, rowCount: 1, headings, firstDataRow: 0, width },
    columns: guessMapping(headings, target).columns,
  };
}

function mappedCount({ columns }: ChosenColumns): number {
  return Object.values(columns).filter((column) => column !== null).length;
}

/** What each column is called on screen: its heading, told apart from others like it, or its letter. */
export function columnNames({ headings, width }: Header): readonly string[] {
  const seen = new Map<string, number>();
  return Array.from({ length: Math.max(headings.length, width) }, (_, column) => {
    const heading = headings[column] || `Column ${letterOf(column)}`;
    const count = (seen.get(heading) ?? 0) + 1;
    seen.set(heading, count);
    return count === 1 ? heading : `${heading} (${count})`;
  });
}

function letterOf(column: number): string {
  const before = Math.floor(column / 26) - 1;
  return (before < 0 ? '' : letterOf(before)) + String.fromCharCode(65 + (column % 26));
}

/** Turns a mapping from field to column name, as the user made it, into columns. */
export function columnsFor(
  header: Header,
  mapping: Readonly<Record<string, string>>,
  target: TargetShape,
): ColumnMapping {
  const names = columnNames(header);
  return Object.fromEntries(
    target.fields.map(({ field }) => {
      const column = mapping[field] === undefined ? -1 : names.indexOf(mapping[field]);
      return [field, column === -1 ? null : column];
    }),
  );
}
