import { z } from 'zod';
import { RowId } from '../domain/ids.ts';
import { PaperFormat } from '../domain/paper-format.ts';
import { AccuracyPoint, Finding, PlanAction, PlanKind, type ProgressUpdate } from '../domain/plan.ts';
import { engaged } from './channel.ts';

export type PlanView = {
  readonly actions: readonly PlanAction[];
  /** Newest first. */
  readonly updates: readonly ProgressUpdate[];
  readonly findings: readonly Finding[];
  readonly accuracy: readonly AccuracyPoint[];
};

export const planChannels = {
  'plan:readPlan': engaged<PlanView>()(z.object({})),
  /** Adds or changes an action, and reports on it in the same step where a report is given. */
  'plan:saveAction': engaged<null>()(
    PlanAction.extend({ id: RowId.nullable(), report: z.string().trim().max(2000) }),
  ),
  'plan:removeAction': engaged<null>()(z.object({ id: RowId })),
  'plan:saveFinding': engaged<null>()(Finding.extend({ id: RowId.nullable() })),
  'plan:removeFinding': engaged<null>()(z.object({ id: RowId })),
  'plan:saveAccuracyPoint': engaged<null>()(AccuracyPoint.extend({ id: RowId.nullable() })),
  'plan:removeAccuracyPoint': engaged<null>()(z.object({ id: RowId })),
  /** Saves a plan, the findings or the accuracy points to be read by a board; `byException` keeps only what needs it. */
  'plan:exportPlan': engaged<{ readonly saved: boolean }>()(
    z.object({
      what: z.enum([...PlanKind.options, 'findings', 'accuracy']),
      byException: z.boolean(),
      format: PaperFormat,
    }),
  ),
};
