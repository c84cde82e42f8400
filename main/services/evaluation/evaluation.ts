import { frozen, saysTheSame } from '../../../shared/domain/evaluation.ts';
import type { CriterionId, RowId } from '../../../shared/domain/ids.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { EvaluationView, evaluationChannels } from '../../../shared/ipc/evaluation.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { getRow, listRows } from '../../db/table.ts';
import { assessments, contributions, criteria, evaluationVersions, impacts } from '../../db/tables.ts';
import { deleteRow, insertRow, updateRow } from '../../db/write.ts';
import { type Context, write } from '../context.ts';

type Input<Name extends keyof typeof evaluationChannels> = ParsedInputOf<(typeof evaluationChannels)[Name]>;

/** Everything that is said of ourselves, with its contributions, its impact and its versions. */
export function readEvaluation(ctx: Context): EvaluationView {
  const now = frozen(listRows(ctx.db, assessments), listRows(ctx.db, criteria, {}, ['position']));
  return {
    assessments: listRows(ctx.db, assessments),
    contributions: listRows(ctx.db, contributions, {}, ['at']),
    impacts: listRows(ctx.db, impacts, {}, ['date']).toReversed(),
    versions: listRows(ctx.db, evaluationVersions, {}, ['number'])
      .toReversed()
      .map(({ assessments: said, ...version }) => ({
        ...version,
        count: said.length,
        isCurrent: saysTheSame(said, now),
      })),
  };
}

/** Writes down what the parties say under a criterion, in place of what each said before. */
export function saveAssessments(
  ctx: Context,
  { criterionId, said }: Input<'evaluation:saveAssessments'>,
): null {
  const summary = `Saved what we say under ${called(ctx.db, criterionId)}`;
  write(ctx, { action: 'saveAssessments', summary }, (tx) => {
    for (const own of said) {
      const fields = { ...own, criterionId, updatedAt: ctx.clock() };
      const [before] = listRows(tx, assessments, { criterionId, assessedBy: own.assessedBy });
      if (before) updateRow(tx, assessments, before.id, fields);
      else insertRow(tx, assessments, { ...fields, id: ctx.newId() as RowId });
    }
  });
  return null;
}

/** Adds a comment, or what became of one. */
export function saveContribution(
  ctx: Context,
  { id, ...fields }: Input<'evaluation:saveContribution'>,
): null {
  const about = called(ctx.db, fields.criterionId);
  const summary = `${id ? 'Changed' : 'Added'} a contribution to ${about}`;
  write(ctx, { action: 'saveContribution', summary }, (tx) =>
    id
      ? updateRow(tx, contributions, id, fields)
      : insertRow(tx, contributions, { ...fields, id: ctx.newId() as RowId, at: ctx.clock() }),
  );
  return null;
}

/** Removes a comment. */
export function removeContribution(ctx: Context, { id }: Input<'evaluation:removeContribution'>): null {
  const { criterionId } = getRow(ctx.db, contributions, id);
  const summary = `Removed a contribution to ${called(ctx.db, criterionId)}`;
  write(ctx, { action: 'removeContribution', summary }, (tx) => deleteRow(tx, contributions, id));
  return null;
}

/** Adds or changes a line of the timeline of impact. */
export function saveImpact(ctx: Context, { id, ...fields }: Input<'evaluation:saveImpact'>): null {
  write(ctx, { action: 'saveImpact', summary: `Saved “${fields.title}”` }, (tx) =>
    id ? updateRow(tx, impacts, id, fields) : insertRow(tx, impacts, { ...fields, id: ctx.newId() as RowId }),
  );
  return null;
}

/** Removes a line of the timeline of impact. */
export function removeImpact(ctx: Context, { id }: Input<'evaluation:removeImpact'>): null {
  const { title } = getRow(ctx.db, impacts, id);
  write(ctx, { action: 'removeImpact', summary: `Removed “${title}”` }, (tx) => deleteRow(tx, impacts, id));
  return null;
}

/** Freezes what is said now as the next version. Fails with `evaluation/empty` when nothing is said yet. */
export function keepVersion(
  ctx: Context,
  { audience, note }: Input<'evaluation:keepVersion'>,
): { readonly number: number } {
  const said = frozen(listRows(ctx.db, assessments), listRows(ctx.db, criteria, {}, ['position']));
  if (said.length === 0) throw new AppError('evaluation/empty');
  const number =
    listRows(ctx.db, evaluationVersions).reduce((last, one) => Math.max(last, one.number), 0) + 1;
  const row = { id: ctx.newId() as RowId, number, at: ctx.clock(), audience, note, assessments: [...said] };
  write(ctx, { action: 'keepVersion', summary: `Kept version ${number} of the self-evaluation` }, (tx) =>
    insertRow(tx, evaluationVersions, row),
  );
  return { number };
}

function called(db: ReadableDb, id: CriterionId): string {
  const { code, title } = getRow(db, criteria, id);
  return code || `“${title}”`;
}
