import { type ChangeSet, type UndoState, undoState } from '../../shared/domain/change.ts';
import { AppError } from '../../shared/errors.ts';
import { type Change, listChangeSets, listChanges } from '../db/change-log.ts';
import { dropCohort } from '../db/cohort.ts';
import { readStored } from '../db/table.ts';
import { cohorts, recordedTables } from '../db/tables.ts';
import { restoreStored, writeRecorded } from '../db/write.ts';
import type { Context } from './context.ts';

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
    for (const step of steps) {
      const table = recordedTables.get(step.table);
      if (!table) throw new AppError('undo/changed-since');
      const now = readStored(tx, table, step.rowId);
      if (!sameRow(now, step.from)) throw new AppError('undo/changed-since');
      // A list that was brought in goes with its children, which are outside the log.
      if (step.table === cohorts.name && step.to === null) dropCohort(tx, step.rowId);
      restoreStored(tx, table, step.rowId, step.to);
    }
  });
  ctx.changed(tables);
}

function sameRow(a: Change['before'], b: Change['before']): boolean {
  if (a === null || b === null) return a === b;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => (a[key] ?? null) === (b[key] ?? null));
}
