import { afterChange, type Cells, keyOf, type RowState } from '../../shared/domain/hand-over/row-state.ts';
import { fieldsOf, type Reference, type Shape } from '../../shared/domain/hand-over/rules.ts';
import type { Known, Stamp } from '../../shared/domain/hand-over/stamp.ts';
import { readBrought } from './brought.ts';
import type { ReadableDb } from './connection.ts';
import { statement } from './statement.ts';
import { readStored } from './table.ts';
import { recordedTables } from './tables.ts';

/** The action of the step that brings a copy back. */
export const bringingBack = 'bringBack';

/**
 * The number of the last entry that two logs have in common; 0 where they have none. Each hash covers all before it, so
 * that where one is the same everything before is.
 */
export function findParting(one: ReadableDb, other: ReadableDb): number {
  const hashAt = (db: ReadableDb, seq: number) =>
    statement(db, 'SELECT hash FROM change_log WHERE seq = ?').pluck().get(seq);
  const isShared = (seq: number) => {
    const hash = hashAt(one, seq);
    return hash !== undefined && hash === hashAt(other, seq);
  };
  const last = 'SELECT coalesce(max(seq), 0) FROM change_log';
  let [from, to] = [0, Math.min(...[one, other].map((db) => Number(statement(db, last).pluck().get())))];
  while (from < to) {
    const middle = Math.ceil((from + to) / 2);
    if (isShared(middle)) from = middle;
    else to = middle - 1;
  }
  return from;
}

/** Whether anything was written since then by a version of the app that did not say by which copy. */
export function isUnsigned(db: ReadableDb, since: number): boolean {
  const sql = `SELECT 1 FROM change_log JOIN change_sets ON change_sets.id = set_id
    WHERE change_log.seq > ? AND writer = '' LIMIT 1`;
  return statement(db, sql).get(since) !== undefined;
}

/** Up to when a copy has seen what each writer wrote, in itself and in the copies that were brought back into it. */
export function readKnown(db: ReadableDb): Known {
  const sql = `SELECT writer, max(clock) AS clock FROM
    (SELECT writer, clock FROM change_sets UNION ALL SELECT writer, clock FROM merged_steps) GROUP BY writer`;
  const rows = statement(db, sql).all() as Stamp[];
  return new Map(rows.map(({ writer, clock }) => [writer, clock]));
}

/** The step that a stamp is of, where this copy knows it. */
export function findStep(db: ReadableDb, { writer, clock }: Stamp): Pick<Step, 'at' | 'actor'> | null {
  const sql = `SELECT at, actor FROM change_sets WHERE writer = ? AND clock = ?
    UNION ALL SELECT at, actor FROM merged_steps WHERE writer = ? AND clock = ? LIMIT 1`;
  const step = statement(db, sql).get(writer, clock, writer, clock);
  return (step as Pick<Step, 'at' | 'actor'> | undefined) ?? null;
}

export type Step = {
  readonly id: string;
  readonly writer: string;
  readonly clock: number;
  readonly at: string;
  readonly actor: string;
  readonly summary: string;
};

/** What was done in a copy since the parting, and what it got to know from others; the oldest first. */
export function listStepsSince(db: ReadableDb, since: number): readonly Step[] {
  const sql = `SELECT id, writer, clock, at, actor, summary FROM change_sets
      WHERE id IN (SELECT set_id FROM change_log WHERE seq > ?)
    UNION ALL SELECT id, writer, clock, at, actor, summary FROM merged_steps ORDER BY clock`;
  return statement(db, sql).all(since) as Step[];
}

type Entry = {
  readonly table: string;
  readonly id: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly brought: string | null;
  readonly setId: string;
  readonly kind: string;
  readonly targetId: string | null;
  readonly action: string;
} & Stamp;

type Turn = { readonly before: RowState | undefined; readonly after: RowState };

/** Every row that a copy touched since the parting, with who wrote which of its fields when. */
export function readTouched(db: ReadableDb, since: number): ReadonlyMap<string, RowState> {
  const sql = `SELECT table_name AS "table", row_id AS id, before, after, brought, set_id AS setId, kind,
      target_id AS targetId, action, writer, clock
    FROM change_log JOIN change_sets ON change_sets.id = set_id
    WHERE change_log.seq > ? ORDER BY change_log.seq`;
  const rows = new Map<string, RowState>();
  const turns = new Map<string, Map<string, Turn>>();
  for (const entry of statement(db, sql).iterate(since) as Iterable<Entry>) {
    if (!recordedTables.has(entry.table)) continue;
    const key = keyOf(entry);
    const known = rows.get(key);
    const turn = entry.targetId === null ? undefined : turns.get(entry.targetId)?.get(key);
    if (turn) {
      // To undo bringing a copy back is to know again what was known before: the copy can be brought back anew.
      const state = entry.kind === 'undo' ? turn.before : turn.after;
      if (state) rows.set(key, state);
      else rows.delete(key);
      continue;
    }
    const after = stateAfter(entry, known);
    rows.set(key, after);
    if (entry.action !== bringingBack) continue;
    const own = turns.get(entry.setId) ?? new Map<string, Turn>();
    turns.set(entry.setId, own.set(key, { before: known, after }));
  }
  for (const [key, state] of rows) rows.set(key, withNewColumns(db, state));
  return rows;
}

function stateAfter(entry: Entry, known: RowState | undefined): RowState {
  const [before, after] = [entry.before, entry.after].map((text) =>
    text === null ? null : (JSON.parse(text) as Cells),
  ) as [Cells | null, Cells | null];
  if (entry.brought !== null) return readBrought(entry, entry.brought, after);
  const stamp = { clock: entry.clock, writer: entry.writer };
  return afterChange(known, entry, { before, after, stamp }, fieldsOf(entry.table));
}

/** What was logged before a column was added does not know it. */
function withNewColumns(db: ReadableDb, state: RowState): RowState {
  const table = recordedTables.get(state.table);
  if (!table || table.columns.every((column) => column in state.row)) return state;
  return { ...state, row: { ...readStored(db, table, state.id), ...state.row } };
}

/** What the file declares of its tables: what refers to what, and what there may be only one of. */
export function readShape(db: ReadableDb): Shape {
  const references = new Map<string, readonly Reference[]>();
  const unique = new Map<string, readonly (readonly string[])[]>();
  for (const table of recordedTables.keys()) {
    const columns = db
      .prepare('SELECT name FROM pragma_table_info(?) WHERE "notnull" = 1')
      .pluck()
      .all(table);
    const made = db.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(table);
    // Where a check ties columns together, none of them can be emptied by itself.
    const isChecked = /\bCHECK\b/.test(String(made));
    const keys = db.prepare('SELECT "from" AS name, "table" FROM pragma_foreign_key_list(?)').all(table);
    references.set(
      table,
      (keys as { name: string; table: string }[]).map((key) => ({
        ...{ column: key.name, table: key.table },
        isRequired: isChecked || columns.includes(key.name),
      })),
    );
    const indexes = db
      .prepare(`SELECT name FROM pragma_index_list(?) WHERE "unique" = 1 AND origin <> 'pk'`)
      .pluck()
      .all(table) as string[];
    const columnsOf = db.prepare('SELECT name FROM pragma_index_info(?)').pluck();
    unique.set(
      table,
      indexes.map((index) => columnsOf.all(index) as string[]),
    );
  }
  return {
    references: (table) => references.get(table) ?? [],
    unique: (table) => unique.get(table) ?? [],
  };
}

/** The values of one column of a table, by row. */
export function readColumn(
  db: ReadableDb,
  table: string,
  column: string,
): ReadonlyMap<string, string | number> {
  const rows = db.prepare(`SELECT id, "${column}" AS cell FROM ${table}`).all();
  return new Map((rows as { id: string; cell: string | number }[]).map(({ id, cell }) => [id, cell]));
}
