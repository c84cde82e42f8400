import type { Stamp } from '../../shared/domain/hand-over/stamp.ts';
import { AppError } from '../../shared/errors.ts';
import { appendChange, appendChangeSet, type ChangeSetInput } from './change-log.ts';
import type { Connection, WritableDb } from './connection.ts';
import { statement } from './statement.ts';
import { quoted, readStored, type StoredRow, type Table } from './table.ts';

type Recorder = { readonly set: ChangeSetInput & Stamp; readonly tables: Set<string>; count: number };

const recorders = new WeakMap<object, Recorder>();

export type Written<T> = { readonly value: T; readonly tables: readonly string[] };

/**
 * The one place where anything is written. Runs `work` in a transaction, records every row it touches under one
 * change set, and undoes all of it if `work` fails. A set that touched nothing leaves no trace.
 */
export function writeRecorded<T>(
  db: Connection,
  set: ChangeSetInput,
  work: (tx: WritableDb) => T,
): Written<T> {
  const tables = new Set<string>();
  const tx = db as unknown as WritableDb;
  try {
    const value = db
      .transaction(() => {
        db.pragma('defer_foreign_keys = ON');
        const recorder: Recorder = { set: { ...set, ...appendChangeSet(tx, set) }, tables, count: 0 };
        recorders.set(db, recorder);
        const result = work(tx);
        if (recorder.count === 0) db.prepare('DELETE FROM change_sets WHERE id = ?').run(set.id);
        return result;
      })
      .immediate();
    return { value, tables: [...tables] };
  } catch (error) {
    throw diskFull(error) ?? error;
  } finally {
    recorders.delete(db);
  }
}

/** Adds a row and returns it. */
export function insertRow<Row extends { readonly id: string }>(
  tx: WritableDb,
  table: Table<Row>,
  row: Row,
): Row {
  const stored = table.toStored(row);
  putStored(tx, table, stored, null);
  record(tx, table.name, row.id, null, stored);
  return row;
}

/** Changes some fields of a row and returns it whole; fails with `record/not-found` where there is none. */
export function updateRow<Row extends { readonly id: string }>(
  tx: WritableDb,
  table: Table<Row>,
  id: string,
  patch: Partial<Omit<Row, 'id'>>,
): Row {
  const before = readStored(tx, table, id);
  if (!before) throw new AppError('record/not-found');
  const row = { ...table.toRow(before), ...patch };
  const after = table.toStored(row);
  if (JSON.stringify(before) === JSON.stringify(after)) return row;
  putStored(tx, table, after, before);
  record(tx, table.name, id, before, after);
  return row;
}

/** Removes a row; nothing happens where there is none. */
export function deleteRow<Row extends { readonly id: string }>(
  tx: WritableDb,
  table: Table<Row>,
  id: string,
): void {
  const before = readStored(tx, table, id);
  if (!before) return;
  removeStored(tx, table, id);
  record(tx, table.name, id, before, null);
}

/** When the step that is being written is, and by whom, as other copies will know it. */
export function stampOfStep(tx: WritableDb): Stamp {
  const { writer, clock } = recorderOf(tx).set;
  return { writer, clock };
}

export type RestoredRow = {
  readonly table: { readonly name: string; readonly columns: readonly string[] };
  readonly id: string;
  /** As it is stored; null removes it. */
  readonly row: StoredRow | null;
};

export type BroughtRow = RestoredRow & {
  /** Who wrote its fields when; a row that stays as it is may be recorded for that alone. */
  readonly brought: string | null;
};

/** Writes rows as they are stored, and records them: for undo, which knows rows and not nouns. */
export function restoreRows(tx: WritableDb, rows: readonly RestoredRow[]): void {
  bringRows(
    tx,
    rows.map((row) => ({ ...row, brought: null })),
  );
}

/**
 * Writes rows that came from another copy. Where a table allows something only once, what is to change is first taken
 * away, since what one row gives up may be what another gets.
 */
export function bringRows(tx: WritableDb, rows: readonly BroughtRow[]): void {
  const before = rows.map(({ table, id }) => readStored(tx, table, id));
  const names = new Set(rows.map(({ table }) => table.name));
  const unique = new Set([...names].filter((name) => isUnique(tx, name)));
  const isTakenAway = rows.map(
    ({ table, id, row }, at) =>
      before[at] && (row === null || (unique.has(table.name) && !isSame(row, before[at]))) && { table, id },
  );
  for (const away of isTakenAway) if (away) removeStored(tx, away.table, away.id);
  rows.forEach(({ table, id, row, brought }, at) => {
    if (row) putStored(tx, table, row, isTakenAway[at] ? null : (before[at] ?? null));
    record(tx, table.name, id, before[at] ?? null, row, brought);
  });
}

const isSame = (a: StoredRow, b: StoredRow): boolean =>
  Object.entries(a).every(([column, cell]) => b[column] === cell);

const isUnique = (tx: WritableDb, table: string): boolean =>
  statement(tx, `SELECT 1 FROM pragma_index_list(?) WHERE "unique" = 1 AND origin <> 'pk' LIMIT 1`).get(
    table,
  ) !== undefined;

/** Writes only what differs: what is left alone wakes none of the triggers that keep the search index. */
function putStored(
  tx: WritableDb,
  table: { readonly name: string; readonly columns: readonly string[] },
  row: StoredRow,
  before: StoredRow | null,
): void {
  const cell = (column: string) => row[column] ?? null;
  const columns = before ? table.columns.filter((column) => before[column] !== cell(column)) : table.columns;
  if (columns.length === 0) return;
  const names = columns.map(quoted);
  const sql = before
    ? `UPDATE ${table.name} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`
    : `INSERT INTO ${table.name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
  statement(tx, sql).run(...columns.map(cell), ...(before ? [row.id] : []));
}

function removeStored(tx: WritableDb, table: { readonly name: string }, id: string): void {
  statement(tx, `DELETE FROM ${table.name} WHERE id = ?`).run(id);
}

function record(
  tx: WritableDb,
  table: string,
  id: string,
  before: StoredRow | null,
  after: StoredRow | null,
  brought: string | null = null,
): void {
  const recorder = recorderOf(tx);
  recorder.tables.add(table);
  recorder.count += 1;
  appendChange(tx, recorder.set, { table, rowId: id, before, after, brought });
}

function recorderOf(tx: WritableDb): Recorder {
  const recorder = recorders.get(tx);
  if (!recorder) throw new Error('Broken promise: rows are written only inside writeRecorded');
  return recorder;
}

function diskFull(error: unknown): AppError | null {
  const code = (error as { code?: string } | null)?.code ?? '';
  if (code === 'SQLITE_FULL') return new AppError('disk/full');
  if (code.startsWith('SQLITE_IOERR') || code === 'SQLITE_READONLY') return new AppError('disk/cannot-write');
  if (code === 'SQLITE_CORRUPT' || code === 'SQLITE_NOTADB') return new AppError('vault/damaged');
  return null;
}
