import { z } from 'zod';
import { EvidenceId, RowId } from './ids.ts';
import { type Finding, type FindingKind, isOpenAction, type PlanAction } from './plan.ts';
import { IsoDate } from './time.ts';

export const ReviewKind = z.enum([
  'inspection',
  'revisit',
  'monitoring',
  'thematic',
  'peer-challenge',
  'regional-review',
  'other',
]);
export type ReviewKind = z.infer<typeof ReviewKind>;

export const reviewKindLabels: Readonly<Record<ReviewKind, string>> = {
  inspection: 'Area inspection',
  revisit: 'Revisit',
  monitoring: 'Monitoring inspection',
  thematic: 'Thematic visit',
  'peer-challenge': 'Peer challenge',
  'regional-review': 'Regional peer review',
  other: 'Other review',
};

/** An earlier inspection or review: when, by whom, what came of it, and what was said when they came back. */
export const Review = z.object({
  id: RowId,
  kind: ReviewKind,
  title: z.string().trim().min(1).max(200),
  by: z.string().max(200),
  from: IsoDate.nullable(),
  to: IsoDate.nullable(),
  outcome: z.string().max(1000),
  documentId: EvidenceId.nullable(),
  revisitOn: IsoDate.nullable(),
  revisitResult: z.string().max(1000),
  /** How others fared, such as "Half of all areas had to write a statement of action". */
  benchmark: z.string().max(1000),
});
export type Review = z.infer<typeof Review>;

/** What has become of a finding, with its day and what shows it. */
export const FindingProgress = z.object({
  id: RowId,
  findingId: RowId,
  on: IsoDate,
  text: z.string().trim().min(1).max(2000),
  documentId: EvidenceId.nullable(),
});
export type FindingProgress = z.infer<typeof FindingProgress>;

export type FindingStanding = 'resolved' | 'in-hand' | 'nothing-done';

export const findingStandingLabels: Readonly<Record<FindingStanding, string>> = {
  resolved: 'Resolved',
  'in-hand': 'In hand',
  'nothing-done': 'Nothing done yet',
};

/** Kinds of finding that ask for something; a strength does not. */
const asking: ReadonlySet<FindingKind> = new Set([
  'recommendation',
  'area-for-improvement',
  'priority-action',
  'weakness',
]);

/** Whether a finding asks for anything to be done. */
export const asksForMore = ({ kind }: Pick<Finding, 'kind'>): boolean => asking.has(kind);

/** How far a finding has got: resolved, with an open action or progress, or with neither. */
export function findingStanding(
  { id, isResolved, progress }: Finding,
  { actions, findingProgress }: Known,
): FindingStanding {
  if (isResolved) return 'resolved';
  const isInHand =
    progress.trim() !== '' ||
    actions.some((action) => action.findingId === id && isOpenAction(action)) ||
    findingProgress.some(({ findingId }) => findingId === id);
  return isInHand ? 'in-hand' : 'nothing-done';
}

type Known = {
  readonly actions: readonly PlanAction[];
  readonly findingProgress: readonly FindingProgress[];
};

/**
 * What an earlier inspection or review asked for and no action answers: what the next inspectors will ask about first.
 * Findings of this engagement are not among them; those are for the plan that follows it.
 */
export function toCarryForward(
  findings: readonly Finding[],
  actions: readonly PlanAction[],
): readonly Finding[] {
  const answered = new Set(actions.map(({ findingId }) => findingId));
  return findings.filter(
    (one) => one.reviewId !== null && asksForMore(one) && !one.isResolved && !answered.has(one.id),
  );
}
