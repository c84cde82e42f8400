import { type ChangeSet, type UndoState, undoState } from '../../shared/domain/change.ts';
import { AppError } from '../../shared/errors.ts';
import { type Change, listChangeSets, listChanges } from '../db/change-log.ts';
import type { WritableDb } from '../db/connection.ts';
import { readStored, type StoredRow } from '../db/table.ts';
import { cohorts, recordedTables } from '../db/tables.ts';
import { type RestoredRow, restoreRows, writeRecorded } from '../db/write.ts';
import type { Context } from './context.ts';
import { isListAside, putListBack, setListAside } from './hand-over/lists-aside.ts';

const reach = 1000;

/** What Undo and Redo would act on now, and the newest steps for the history. */
export function readHistory(ctx: Context): UndoState & { readonly recent: readonly ChangeSet[] } {
  const sets = listChangeSets(ctx.db, reach);
  return { ...undoState(sets), recent: sets.slice(0, 200) };
}

/** Puts back every row the last undoable step touched; refuses if any has changed since. */
export function undoLast(ctx: Context): ChangeSet {
  const target = undoState(listChangeSets(ctx.db, reach)).undo;
  if (!target) throw new AppError('undo/nothing');
  const changes = listChanges(ctx.db, target.id).toReversed();
  replay(
    ctx,
    target,
    'undo',
    changes.map(({ before, after, ...row }) => ({ ...row, from: after, to: before })),
  );
  return target;
}

/** Does again what was last undone. */
export function redoLast(ctx: Context): ChangeSet {
  const target = undoState(listChangeSets(ctx.db, reach)).redo;
  if (!target) throw new AppError('undo/nothing');
  const changes = listChanges(ctx.db, target.id);
  replay(
    ctx,
    target,
    'redo',
    changes.map(({ before, after, ...row }) => ({ ...row, from: before, to: after })),
  );
  return target;
}

type Step = Pick<Change, 'table' | 'rowId'> & {
  readonly from: Change['before'];
  readonly to: Change['after'];
};

function replay(ctx: Context, target: ChangeSet, kind: 'undo' | 'redo', steps: readonly Step[]): void {
  const set = {
    id: ctx.newId(),
    at: ctx.clock(),
    actor: ctx.actor,
    action: `${kind}Last`,
    summary: `${kind === 'undo' ? 'Undid' : 'Did again'}: ${target.summary}`,
    kind,
    targetId: target.id,
  } as const;
  const { tables } = writeRecorded(ctx.db, set, (tx) => {
    const rows = rowsAfter(tx, steps).map((one) => ({ ...one, row: allowed(ctx, kind, one) }));
    const lists = rows.filter(({ table }) => table.name === cohorts.name);
    for (const { id, row } of lists) if (row === null) setListAside(ctx.db, tx, id);
    restoreRows(tx, rows);
    for (const { id, row } of lists) if (row?.shredded_at === null) putListBack(ctx.db, tx, id);
  });
  ctx.changed(tables);
}

type Replayed = RestoredRow & { readonly now: StoredRow | null };

/** What each row comes to when every step is taken; fails with `undo/changed-since` where one does not fit. */
function rowsAfter(tx: WritableDb, steps: readonly Step[]): readonly Replayed[] {
  const rows = new Map<string, Replayed>();
  for (const { table: name, rowId: id, from, to } of steps) {
    const table = recordedTables.get(name);
    if (!table) throw new AppError('undo/changed-since');
    const key = `${name}/${id}`;
    const known = rows.get(key);
    const now = known ? known.now : readStored(tx, table, id);
    if (!sameRow(known ? known.row : now, from, name)) throw new AppError('undo/changed-since');
    rows.set(key, { table, id, now, row: to });
  }
  return [...rows.values()];
}

/**
 * The children of a list are outside the log, so a list comes back only as long as they are remembered. What was shredded
 * stays shredded, whatever is undone.
 */
function allowed(ctx: Context, kind: 'undo' | 'redo', { table, id, now, row }: Replayed): StoredRow | null {
  if (table.name !== cohorts.name || row === null || row.shredded_at !== null) return row;
  if (now !== null) return { ...row, shredded_at: now.shredded_at ?? null };
  if (isListAside(ctx.db, id)) return row;
  if (kind === 'redo') throw new AppError('undo/list-gone');
  return { ...row, shredded_at: ctx.clock() };
}

function sameRow(a: Change['before'], b: Change['before'], table: string): boolean {
  if (a === null || b === null) return a === b;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  // A list that was shredded meanwhile is the same list.
  if (table === cohorts.name) keys.delete('shredded_at');
  return [...keys].every((key) => (a[key] ?? null) === (b[key] ?? null));
}
