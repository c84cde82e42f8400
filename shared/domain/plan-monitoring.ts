import { z } from 'zod';
import type { ClosureDay } from './engagement.ts';
import type { Rating } from './evaluation.ts';
import type { RowId } from './ids.ts';
import { isOpenAction, type PlanAction, type ProgressUpdate } from './plan.ts';
import { addDays, type IsoDate, londonInstant } from './time.ts';

/** How far back a board looks: a development board meets every two weeks, a strategic group every term. */
export const MonitoringPeriod = z.enum(['fortnight', 'term']);
export type MonitoringPeriod = z.infer<typeof MonitoringPeriod>;

export const monitoringLabels: Readonly<Record<MonitoringPeriod, string>> = {
  fortnight: 'Last two weeks',
  term: 'This term',
};

/** When terms begin where nobody has said; schools in England begin within days of these. */
const usualTermStarts = ['01-04', '04-15', '09-01'] as const;

/** The first day that a period looks at: two weeks back, or the day the term began that is on. */
export function periodStart(
  period: MonitoringPeriod,
  day: IsoDate,
  closureDays: readonly Pick<ClosureDay, 'date' | 'kind'>[],
): IsoDate {
  if (period === 'fortnight') return addDays(day, -14);
  const said = closureDays.filter(({ kind, date }) => kind === 'term-start' && date <= day);
  const latest = said
    .map(({ date }) => date)
    .sort()
    .at(-1);
  if (latest !== undefined && latest >= addDays(day, -longestTerm)) return latest;
  const year = Number(day.slice(0, 4));
  const starts = [year - 1, year].flatMap((one) => usualTermStarts.map((start) => `${one}-${start}`));
  return starts.findLast((start) => start <= day) ?? day;
}

/** A term that began longer ago than this is over, and nobody has written down the next. */
const longestTerm = 130;

export type Movement = {
  readonly action: PlanAction;
  /** What was reported in the period, the newest first. */
  readonly reports: readonly ProgressUpdate[];
  /** How it was rated when the period began. */
  readonly before: Rating;
  readonly turn: 'better' | 'worse' | 'same';
};

export const turnLabels: Readonly<Record<Movement['turn'], string>> = {
  better: 'Better than before',
  worse: 'Worse than before',
  same: 'As before',
};

const worth: Readonly<Record<Rating, number>> = { none: 0, red: 1, amber: 2, green: 3 };

/**
 * What moved in a plan since a day: every action that is open or was reported on since. An action without a rating
 * then or now has turned neither way.
 */
export function movements(
  plan: { readonly actions: readonly PlanAction[]; readonly updates: readonly ProgressUpdate[] },
  since: IsoDate,
): readonly Movement[] {
  const begins = londonInstant(since, 0);
  const byAction = new Map<RowId, ProgressUpdate[]>();
  for (const update of plan.updates)
    byAction.set(update.actionId, [...(byAction.get(update.actionId) ?? []), update]);
  return plan.actions.flatMap((action) => {
    const own = (byAction.get(action.id) ?? []).toSorted((a, b) => (a.at < b.at ? 1 : -1));
    const reports = own.filter(({ at }) => at >= begins);
    if (!isOpenAction(action) && reports.length === 0) return [];
    const before = own.find(({ at }) => at < begins)?.rating ?? 'none';
    return [{ action, reports, before, turn: turnOf(before, action.rating) }];
  });
}

function turnOf(before: Rating, now: Rating): Movement['turn'] {
  if (before === 'none' || now === 'none' || before === now) return 'same';
  return worth[now] > worth[before] ? 'better' : 'worse';
}
