import { z } from 'zod';
import { RowId } from '../domain/ids.ts';
import { TableFormat } from '../domain/paper-format.ts';
import { AccuracyPoint, Finding, PlanAction, PlanKind, type ProgressUpdate } from '../domain/plan.ts';
import { MonitoringPeriod } from '../domain/plan-monitoring.ts';
import { FindingProgress, Review } from '../domain/review.ts';
import { engaged } from './channel.ts';

export type PlanView = {
  readonly actions: readonly PlanAction[];
  /** Newest first. */
  readonly updates: readonly ProgressUpdate[];
  readonly findings: readonly Finding[];
  readonly accuracy: readonly AccuracyPoint[];
  /** Earlier inspections and reviews, newest first. */
  readonly reviews: readonly Review[];
  /** What became of each finding, newest first. */
  readonly findingProgress: readonly FindingProgress[];
};

/** What of a plan is shown: everything, what needs a board's attention, or what moved in a period. */
export const PlanShown = z.enum(['all', 'exceptions', ...MonitoringPeriod.options]);
export type PlanShown = z.infer<typeof PlanShown>;

export const planChannels = {
  'plan:readPlan': engaged<PlanView>()(z.object({})),
  /** Adds or changes an action, and reports on it in the same step where a report is given. */
  'plan:saveAction': engaged<null>()(
    PlanAction.extend({ id: RowId.nullable(), report: z.string().trim().max(2000) }),
  ),
  'plan:removeAction': engaged<null>()(z.object({ id: RowId })),
  'plan:saveFinding': engaged<null>()(Finding.extend({ id: RowId.nullable() })),
  'plan:removeFinding': engaged<null>()(z.object({ id: RowId })),
  'plan:saveReview': engaged<null>()(Review.extend({ id: RowId.nullable() })),
  'plan:removeReview': engaged<null>()(z.object({ id: RowId })),
  /** Says what has become of a finding, and since when. */
  'plan:saveFindingProgress': engaged<null>()(FindingProgress.extend({ id: RowId.nullable() })),
  'plan:removeFindingProgress': engaged<null>()(z.object({ id: RowId })),
  /** Makes an action of the preparation plan out of every earlier finding that nothing answers yet. */
  'plan:carryFindingsForward': engaged<{ readonly added: number }>()(z.object({})),
  /** Asks for a template that another engagement left, and adds what was found there; null when none is chosen. */
  'plan:bringFindings': engaged<{ readonly added: number; readonly reviews: number } | null>()(z.object({})),
  'plan:saveAccuracyPoint': engaged<null>()(AccuracyPoint.extend({ id: RowId.nullable() })),
  'plan:removeAccuracyPoint': engaged<null>()(z.object({ id: RowId })),
  /** Saves a plan as a workbook that owners write their reports into, to be imported again by reference. */
  'plan:exportWorkbook': engaged<{ readonly saved: boolean }>()(z.object({ plan: PlanKind })),
  /**
   * Saves a plan, the findings or the accuracy points to be read by a board, whose next meeting it is for; or, for other
   * councils, the practice to share without a name of anybody.
   */
  'plan:exportPlan': engaged<{ readonly saved: boolean }>()(
    z.object({
      what: z.enum([...PlanKind.options, 'findings', 'practice', 'accuracy']),
      show: PlanShown,
      boardId: RowId.nullable(),
      format: TableFormat,
    }),
  ),
};
