import { addDays, type IsoDate } from '../../../shared/domain/time.ts';
import type { Context } from '../context.ts';
import { readPlan, saveAction, saveFinding } from '../plan/plan.ts';
import type { SampleData } from './sample-data.ts';
import type { SampleIds } from './sample-people.ts';

/** Writes the sample's plans and what an earlier inspection found. An action answers the finding of that number. */
export function addSamplePlan(
  ctx: Context,
  sample: SampleData['plan'],
  { ids, monday }: { readonly ids: SampleIds; readonly monday: IsoDate },
): void {
  for (const { daysBefore, ...finding } of sample.findings)
    saveFinding(ctx, { ...finding, id: null, on: addDays(monday, -daysBefore) });
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
      findingId: found.find((one) => one.text === finding?.text)?.id ?? null,
    });
  }
}
