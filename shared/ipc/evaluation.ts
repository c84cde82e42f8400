import { z } from 'zod';
import {
  AssessedBy,
  Assessment,
  Contribution,
  type EvaluationVersion,
  Impact,
} from '../domain/evaluation.ts';
import { CriterionId, RowId } from '../domain/ids.ts';
import { TableFormat } from '../domain/paper-format.ts';
import { engaged } from './channel.ts';

/** A kept version without what it says, which only an export needs. */
export type EvaluationVersionSummary = Omit<EvaluationVersion, 'assessments'> & {
  readonly count: number;
  /** Nothing was changed since it was kept. */
  readonly isCurrent: boolean;
};

export type EvaluationView = {
  readonly assessments: readonly Assessment[];
  readonly contributions: readonly Contribution[];
  /** Newest first. */
  readonly impacts: readonly Impact[];
  /** Newest first. */
  readonly versions: readonly EvaluationVersionSummary[];
};

export const evaluationChannels = {
  'evaluation:readEvaluation': engaged<EvaluationView>()(z.object({})),
  /** Writes down what the parties say under a criterion, in one step. */
  'evaluation:saveAssessments': engaged<null>()(
    z.object({
      criterionId: CriterionId,
      said: z.array(Assessment.omit({ id: true, updatedAt: true, criterionId: true })).min(1),
    }),
  ),
  'evaluation:saveContribution': engaged<null>()(
    Contribution.omit({ at: true }).extend({ id: RowId.nullable() }),
  ),
  'evaluation:removeContribution': engaged<null>()(z.object({ id: RowId })),
  'evaluation:saveImpact': engaged<null>()(Impact.extend({ id: RowId.nullable() })),
  'evaluation:removeImpact': engaged<null>()(z.object({ id: RowId })),
  /** Freezes what is said now as the next version, for an audience; it cannot be changed afterwards. */
  'evaluation:keepVersion': engaged<{ readonly number: number }>()(
    z.object({ audience: z.string().trim().min(1).max(200), note: z.string().max(1000) }),
  ),
  /** Saves a version, or what is said now, where the user says, without notes for ourselves or children's names. */
  'evaluation:exportEvaluation': engaged<{ readonly saved: boolean }>()(
    z.object({ versionId: RowId.nullable(), assessedBy: AssessedBy.nullable(), format: TableFormat }),
  ),
};
