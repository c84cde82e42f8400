import type { RowId } from '../../../shared/domain/ids.ts';
import { nextReference, type PlanAction } from '../../../shared/domain/plan.ts';
import { toCarryForward } from '../../../shared/domain/review.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { planChannels } from '../../../shared/ipc/plan.ts';
import { countRows, getRow, listRows } from '../../db/table.ts';
import { findingProgress, findings, planActions, reviews } from '../../db/tables.ts';
import { insertRow } from '../../db/write.ts';
import { addCarriedFindings } from '../after/carried-findings.ts';
import { templateFilter } from '../after/template-filter.ts';
import { type Context, write } from '../context.ts';
import { removeRecord, saveRecord } from '../records.ts';

type Input<Name extends keyof typeof planChannels> = ParsedInputOf<(typeof planChannels)[Name]>;

/** Adds or changes an earlier inspection or review. Fails with `input/invalid` when it would end before it begins. */
export function saveReview(ctx: Context, review: Input<'plan:saveReview'>): null {
  const { title, from, to } = review;
  if (from !== null && to !== null && to < from)
    throw new AppError('input/invalid', 'It would end before it begins.');
  return saveRecord(ctx, reviews, review, { action: 'saveReview', summary: `Saved “${title}”` });
}

/** Removes an earlier inspection or review. Fails with `record/in-use` while a finding is from it. */
export function removeReview(ctx: Context, { id }: Input<'plan:removeReview'>): null {
  const { title } = getRow(ctx.db, reviews, id);
  if (countRows(ctx.db, findings, { reviewId: id }) > 0)
    throw new AppError('record/in-use', `There are findings from ${title}.`);
  return removeRecord(ctx, reviews, id, { action: 'removeReview', summary: `Removed “${title}”` });
}

/** Says what has become of a finding since a day. */
export function saveFindingProgress(ctx: Context, progress: Input<'plan:saveFindingProgress'>): null {
  const summary = 'Saved progress against a finding';
  return saveRecord(ctx, findingProgress, progress, { action: 'saveFindingProgress', summary });
}

/** Takes back what was said to have become of a finding. */
export function removeFindingProgress(ctx: Context, { id }: Input<'plan:removeFindingProgress'>): null {
  const summary = 'Removed progress against a finding';
  return removeRecord(ctx, findingProgress, id, { action: 'removeFindingProgress', summary });
}

const longestTitle = 400;

/** Makes an action of the preparation plan out of every earlier finding that nothing answers yet, as one step. */
export function carryFindingsForward(ctx: Context): { readonly added: number } {
  const actions = [...listRows(ctx.db, planActions)];
  const open = toCarryForward(listRows(ctx.db, findings), actions);
  const titles = new Map(listRows(ctx.db, reviews).map(({ id, title }) => [id, title]));
  const count = open.length === 1 ? 'one earlier finding' : `${open.length} earlier findings`;
  write(ctx, { action: 'carryFindingsForward', summary: `Planned how to answer ${count}` }, (tx) => {
    for (const { id, text, reviewId, criterionId } of open) {
      const action: PlanAction = {
        ...{
          id: ctx.newId() as RowId,
          plan: 'preparation',
          findingId: id,
          criterionId,
          state: 'not-started',
        },
        reference: nextReference(actions, 'preparation'),
        area: (reviewId && titles.get(reviewId))?.slice(0, 160) ?? '',
        title: `Show progress: ${text}`.slice(0, longestTitle),
        ...{ ownerId: null, partner: '', measure: '', dueOn: null, rating: 'none', dependsOnId: null },
        ...{ linkedIds: [], internalNotes: '' },
      };
      actions.push(insertRow(tx, planActions, action));
    }
  });
  return { added: open.length };
}

/**
 * Asks for the template that another engagement left, of whatever kind, and adds what was found there as one step; null
 * when none is chosen. What is there already is not added again. Fails with `template/not-one` or `disk/cannot-read`.
 */
export async function bringFindings(
  ctx: Context,
): Promise<{ readonly added: number; readonly reviews: number } | null> {
  const [path] = await ctx.outside.chooseFiles('Bring findings from another engagement', templateFilter);
  if (!path) return null;
  const { readTemplate } = await import('../after/read-template.ts');
  const { reviews: found } = await readTemplate(path);
  const summary = 'Brought findings from another engagement';
  const added = write(ctx, { action: 'bringFindings', summary }, (tx) => addCarriedFindings(ctx, tx, found));
  return { added, reviews: found.length };
}
