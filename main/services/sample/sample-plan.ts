import { addDays, type IsoDate } from '../../../shared/domain/time.ts';
import type { Context } from '../context.ts';
import { readPlan, saveAction } from '../plan/plan.ts';
import type { SampleData } from './sample-data.ts';
import type { SampleIds } from './sample-people.ts';

/** Writes the sample's plans. An action answers the finding of that number. */
export function addSamplePlan(
  ctx: Context,
  sample: SampleData['plan'],
  { ids, monday }: { readonly ids: SampleIds; readonly monday: IsoDate },
): void {
  const found = readPlan(ctx).findings;
  for (const { owner, due, answers, report, ...action } of sample.actions) {
    const finding = answers === undefined ? undefined : sample.findings[answers];
    saveAction(ctx, {
      ...action,
      id: null,
      report: report ?? '',
      ownerId: (owner && ids.people.get(owner)) || null,
      dueOn: addDays(monday, due),
      dependsOnId: null,
      criterionId: null,
      ...{ reference: '', linkedIds: [], internalNotes: '' },
      findingId: found.find((one) => one.text === finding?.text)?.id ?? null,
    });
  }
}
