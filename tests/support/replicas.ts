import { type Choice, type Merged, mergeSides } from '../../shared/domain/hand-over/merge.ts';
import {
  afterChange,
  type Cells,
  isThere,
  keyOf,
  type RowState,
  untouched,
} from '../../shared/domain/hand-over/row-state.ts';
import { fieldsOf, type Shape } from '../../shared/domain/hand-over/rules.ts';
import { nextClock } from '../../shared/domain/hand-over/stamp.ts';

/** Copies of a small engagement as the rules see them: without a file, and with a clock each that may be wrong. */
export type Replica = {
  readonly name: string;
  readonly rows: ReadonlyMap<string, RowState>;
  /** What the copy shows: the row of each key, null where it was removed. */
  readonly shown: ReadonlyMap<string, Cells | null>;
  readonly known: ReadonlyMap<string, number>;
  readonly clock: number;
};

export const shape: Shape = {
  references: (table) =>
    table === 'meeting_people'
      ? [
          { column: 'meeting_id', table: 'meetings', isRequired: true },
          { column: 'person_id', table: 'people', isRequired: true },
        ]
      : table === 'meetings'
        ? [{ column: 'place_id', table: 'places', isRequired: false }]
        : [],
  unique: (table) =>
    table === 'meeting_people' ? [['meeting_id', 'person_id']] : table === 'children' ? [['code']] : [],
};

/** A copy that holds some rows, all from before the parting. */
export function replica(name: string, rows: readonly (readonly [string, Cells])[]): Replica {
  const base = rows.map(([table, row]) => [`${table}/${row.id}`, row] as const);
  return { name, rows: new Map(), shown: new Map(base), known: new Map(), clock: 1000 };
}

/** Writes as the change log sees it: null removes. `minutes` is what the copy's own clock says has passed. */
export function put(
  copy: Replica,
  steps: readonly { readonly table: string; readonly id: string; readonly row: Cells | null }[],
  minutes = 1,
): Replica {
  const clock = nextClock(1000 + minutes, copy.clock);
  const stamp = { clock, writer: copy.name };
  const rows = new Map(copy.rows);
  const shown = new Map(copy.shown);
  for (const { table, id, row } of steps) {
    const key = keyOf({ table, id });
    const before = shown.get(key) ?? null;
    const after = row && { ...before, ...row, id };
    rows.set(key, afterChange(rows.get(key), { table, id }, { before, after, stamp }, fieldsOf(table)));
    shown.set(key, after);
  }
  return { ...copy, rows, shown, clock, known: new Map([...copy.known, [copy.name, clock]]) };
}

/** What comes of bringing one copy back into another. */
export function bring(
  into: Replica,
  from: Replica,
  choices: ReadonlyMap<string, Choice> = new Map(),
): { readonly copy: Replica; readonly merged: Merged } {
  const mine = new Map(into.rows);
  for (const key of from.rows.keys()) {
    const row = into.shown.get(key);
    const [table = '', id = ''] = key.split('/');
    if (!mine.has(key) && row) mine.set(key, untouched(table, id, row));
  }
  const clock = nextClock(Math.max(into.clock, from.clock), Math.max(into.clock, from.clock));
  const merged = mergeSides({
    mine: { rows: mine, known: into.known },
    theirs: { rows: from.rows, known: from.known },
    shape,
    choices,
    now: { clock, writer: into.name },
    labels: (table) =>
      new Map(
        [...into.shown].flatMap(([key, row]) =>
          row && key.startsWith(`${table}/`) && typeof row.code === 'string'
            ? [[String(row.id), row.code]]
            : [],
        ),
      ),
  });
  const rows = new Map([...merged.rows].map(([key, { state }]) => [key, state]));
  const shown = new Map(into.shown);
  for (const [key, one] of merged.rows) shown.set(key, one.shown);
  const known = new Map(into.known);
  for (const [writer, at] of from.known) known.set(writer, Math.max(at, known.get(writer) ?? 0));
  known.set(into.name, clock);
  return { copy: { ...into, rows, shown, known, clock }, merged };
}

/** Everything that a copy shows, in an order that says nothing. */
export const showing = (copy: Replica): readonly (readonly [string, Cells])[] =>
  [...copy.shown]
    .flatMap(([key, row]) => (row ? [[key, row] as const] : []))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));

export const isGone = (copy: Replica, key: string): boolean => {
  const state = copy.rows.get(key);
  return state !== undefined && !isThere(state);
};
