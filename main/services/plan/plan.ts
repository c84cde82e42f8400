import type { RowId } from '../../../shared/domain/ids.ts';
import { nextReference, wouldCircle } from '../../../shared/domain/plan.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { PlanView, planChannels } from '../../../shared/ipc/plan.ts';
import type { WritableDb } from '../../db/connection.ts';
import { countRows, getRow, listRows } from '../../db/table.ts';
import {
  accuracyPoints,
  findingProgress,
  findings,
  planActions,
  progressUpdates,
  reviews,
} from '../../db/tables.ts';
import { deleteRow, insertRow, updateRow } from '../../db/write.ts';
import { type Context, write } from '../context.ts';

type Input<Name extends keyof typeof planChannels> = ParsedInputOf<(typeof planChannels)[Name]>;

/** Both plans with their progress, what was found, and what we say of a draft report. */
export function readPlan(ctx: Context): PlanView {
  return {
    actions: listRows(ctx.db, planActions, {}, ['area', 'dueOn']),
    updates: listRows(ctx.db, progressUpdates, {}, ['at']).toReversed(),
    findings: listRows(ctx.db, findings, {}, ['on']),
    accuracy: listRows(ctx.db, accuracyPoints, {}, ['paragraph']),
    reviews: listRows(ctx.db, reviews, {}, ['from']).toReversed(),
    findingProgress: listRows(ctx.db, findingProgress, {}, ['on']).toReversed(),
  };
}

/**
 * Adds or changes an action. A report is kept with its time and the rating, and an action that is reported on is under
 * way. Fails with `input/invalid` when actions would wait for each other in a circle.
 */
export function saveAction(ctx: Context, { id, report, ...fields }: Input<'plan:saveAction'>): null {
  if (id && wouldCircle(listRows(ctx.db, planActions), id, fields.dependsOnId))
    throw new AppError('input/invalid', 'The two actions would wait for each other.');
  const { title, rating, plan } = fields;
  const isBegun = report !== '' && fields.state === 'not-started';
  const reference = id
    ? getRow(ctx.db, planActions, id).reference
    : nextReference(listRows(ctx.db, planActions), plan);
  const row = { ...fields, reference, ...(isBegun ? ({ state: 'under-way' } as const) : {}) };
  const summary = report === '' ? `Saved “${title}”` : `Reported on “${title}”`;
  write(ctx, { action: 'saveAction', summary }, (tx) => {
    const { id: actionId } = id
      ? updateRow(tx, planActions, id, row)
      : insertRow(tx, planActions, { ...row, id: ctx.newId() as RowId });
    linkBothWays(tx, actionId, fields.linkedIds);
    if (report !== '')
      insertRow(tx, progressUpdates, {
        id: ctx.newId() as RowId,
        ...{ actionId, at: ctx.clock(), text: report, rating },
      });
  });
  return null;
}

/** Two actions that work together say so of each other. */
function linkBothWays(tx: WritableDb, id: RowId, linkedIds: readonly RowId[]): void {
  for (const other of listRows(tx, planActions)) {
    if (other.id === id) continue;
    const others = other.linkedIds.filter((one) => one !== id);
    const wanted = linkedIds.includes(other.id) ? [...others, id] : others;
    if (wanted.length !== other.linkedIds.length) updateRow(tx, planActions, other.id, { linkedIds: wanted });
  }
}

/** Removes an action with its progress; what waited for it waits no longer. */
export function removeAction(ctx: Context, { id }: Input<'plan:removeAction'>): null {
  const { title } = getRow(ctx.db, planActions, id);
  write(ctx, { action: 'removeAction', summary: `Removed “${title}”` }, (tx) => {
    for (const update of listRows(tx, progressUpdates, { actionId: id }))
      deleteRow(tx, progressUpdates, update.id);
    for (const one of listRows(tx, planActions, { dependsOnId: id }))
      updateRow(tx, planActions, one.id, { dependsOnId: null });
    linkBothWays(tx, id, []);
    deleteRow(tx, planActions, id);
  });
  return null;
}

/** Adds or changes a finding. */
export function saveFinding(ctx: Context, { id, ...fields }: Input<'plan:saveFinding'>): null {
  write(ctx, { action: 'saveFinding', summary: id ? 'Changed a finding' : 'Added a finding' }, (tx) =>
    id
      ? updateRow(tx, findings, id, fields)
      : insertRow(tx, findings, { ...fields, id: ctx.newId() as RowId }),
  );
  return null;
}

/** Removes a finding; fails with `record/in-use` while an action answers it. */
export function removeFinding(ctx: Context, { id }: Input<'plan:removeFinding'>): null {
  getRow(ctx.db, findings, id);
  if (countRows(ctx.db, planActions, { findingId: id }) > 0)
    throw new AppError('record/in-use', 'An action in the plan answers this finding.');
  write(ctx, { action: 'removeFinding', summary: 'Removed a finding' }, (tx) => {
    for (const one of listRows(tx, findingProgress, { findingId: id }))
      deleteRow(tx, findingProgress, one.id);
    deleteRow(tx, findings, id);
  });
  return null;
}

/** Adds or changes what we say of a paragraph of the draft report. */
export function saveAccuracyPoint(ctx: Context, { id, ...fields }: Input<'plan:saveAccuracyPoint'>): null {
  const summary = `Saved the point on paragraph ${fields.paragraph}`;
  write(ctx, { action: 'saveAccuracyPoint', summary }, (tx) =>
    id
      ? updateRow(tx, accuracyPoints, id, fields)
      : insertRow(tx, accuracyPoints, { ...fields, id: ctx.newId() as RowId }),
  );
  return null;
}

/** Removes what we say of a paragraph. */
export function removeAccuracyPoint(ctx: Context, { id }: Input<'plan:removeAccuracyPoint'>): null {
  const { paragraph } = getRow(ctx.db, accuracyPoints, id);
  const summary = `Removed the point on paragraph ${paragraph}`;
  write(ctx, { action: 'removeAccuracyPoint', summary }, (tx) => deleteRow(tx, accuracyPoints, id));
  return null;
}
