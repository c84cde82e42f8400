import { childLabel } from '../../../shared/domain/child-code.ts';
import type { Reference } from '../../../shared/domain/hand-over/rules.ts';
import { tableRules } from '../../../shared/domain/hand-over/rules.ts';
import { columnName } from '../../../shared/domain/hand-over/words.ts';
import {
  formatDayLong,
  formatDuration,
  formatInstantLong,
  formatTime,
} from '../../../shared/domain/time-words.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { readStored, type StoredRow } from '../../db/table.ts';
import { recordedTables } from '../../db/tables.ts';

export type BothFiles = { readonly ours: ReadableDb; readonly theirs: ReadableDb };

/** The row as either file has it. */
function findIn({ ours, theirs }: BothFiles, name: string, id: unknown): StoredRow | null {
  const table = recordedTables.get(name);
  if (!table || typeof id !== 'string') return null;
  return readStored(ours, table, id) ?? readStored(theirs, table, id);
}

const titleColumns = [
  'title',
  'name',
  'reference',
  'subject',
  'what',
  'text',
  'wording',
  'note',
  'date',
  'rule',
];
const mostLetters = 200;

/** What a row is about, as it is called on screen: "Health leaders", "Child C: Education plan". */
export function thingWords(files: BothFiles, table: string, row: StoredRow): string {
  if (table === 'children') return childLabel({ code: String(row.code) });
  const { partOf } = tableRules[table] ?? {};
  const whole = partOf ? findIn(files, partOf.table, row[partOf.by]) : null;
  const column = titleColumns.find((one) => typeof row[one] === 'string' && row[one] !== '');
  const own =
    table === 'child_names'
      ? 'name'
      : column === undefined
        ? columnName(table).replace(/s$/, '')
        : shortened(String(row[column]));
  return whole && partOf ? `${thingWords(files, partOf.table, whole)}: ${own}` : own;
}

type Said = {
  readonly column: string;
  readonly cell: string | number | null;
  readonly references: readonly Reference[];
};

/** A value as it would be read out. */
export function cellWords(files: BothFiles, { column, cell, references }: Said): string {
  if (cell === null || cell === '' || cell === '[]') return 'nothing';
  const reference = references.find((one) => one.column === column);
  if (reference) {
    const row = findIn(files, reference.table, cell);
    return row ? thingWords(files, reference.table, row) : 'something removed';
  }
  if (typeof cell === 'number') return numberWords(column, cell);
  if (/^\d{4}-\d\d-\d\d$/.test(cell)) return formatDayLong(cell);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(cell)) return formatInstantLong(cell);
  if (cell.startsWith('[') || cell.startsWith('{')) return listWords(cell);
  return shortened(/^[a-z]+(?:-[a-z]+)+$/.test(cell) ? cell.replaceAll('-', ' ') : cell);
}

function numberWords(column: string, cell: number): string {
  if (/^(?:is|has|needs)_/.test(column)) return cell === 1 ? 'yes' : 'no';
  if (/^(?:start|end|due_at|day_start|day_end)$/.test(column)) return formatTime(cell);
  return /minutes$/.test(column) ? formatDuration(cell) : String(cell);
}

function listWords(cell: string): string {
  const list: unknown = JSON.parse(cell);
  if (!Array.isArray(list)) return 'several things';
  const texts = list.filter((one) => typeof one === 'string' && !/[0-9a-f-]{30}/.test(one));
  if (texts.length === list.length) return shortened(texts.join(', '));
  return list.length === 1 ? '1 entry' : `${list.length} entries`;
}

const shortened = (text: string): string =>
  text.length > mostLetters ? `${text.slice(0, mostLetters - 3)}...` : text;

/** A child's name is written out on the child's own page alone: here only so much that two can be told apart. */
export const maskedName = (name: string): string =>
  name === '' ? 'nothing' : `${name.charAt(0)}${'•'.repeat(Math.max(1, name.length - 1))}`;
