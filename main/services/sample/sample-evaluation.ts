import type { CriterionId } from '../../../shared/domain/ids.ts';
import { addDays, type IsoDate } from '../../../shared/domain/time.ts';
import { listRows } from '../../db/table.ts';
import { criteria } from '../../db/tables.ts';
import type { Context } from '../context.ts';
import { keepVersion, saveAssessments, saveContribution, saveImpact } from '../evaluation/evaluation.ts';
import type { SampleData } from './sample-data.ts';

/** Writes the sample's self-evaluation, and keeps what was shown to its board as the first version. */
export function addSampleEvaluation(ctx: Context, sample: SampleData['evaluation'], monday: IsoDate): void {
  const idOf = (code: string): CriterionId => {
    const criterion = listRows(ctx.db, criteria).find((one) => one.code === code);
    if (!criterion) throw new Error(`Broken promise: the framework has a criterion ${code}`);
    return criterion.id;
  };
  for (const { criterion, ...fields } of sample.assessments)
    saveAssessments(ctx, { criterionId: idOf(criterion), said: [{ ...fields, internalNotes: '' }] });
  for (const { criterion, ...fields } of sample.contributions)
    saveContribution(ctx, { ...fields, id: null, criterionId: idOf(criterion) });
  for (const { criterion, daysBefore, ...fields } of sample.impacts)
    saveImpact(ctx, {
      ...fields,
      id: null,
      criterionId: idOf(criterion),
      date: addDays(monday, -daysBefore),
    });
  keepVersion(ctx, { audience: sample.shownTo, note: '' });
}
