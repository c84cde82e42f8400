import { z } from 'zod';
import { Rating } from './evaluation.ts';
import { CriterionId, PersonId, RowId } from './ids.ts';
import { addDays, IsoDate, IsoInstant, today } from './time.ts';

/** Getting ready before, or putting right after: the same kind of list, kept apart. */
export const PlanKind = z.enum(['preparation', 'improvement']);
export type PlanKind = z.infer<typeof PlanKind>;

export const planKindLabels: Readonly<Record<PlanKind, string>> = {
  preparation: 'Preparation plan',
  improvement: 'Action plan',
};

export const ActionState = z.enum(['not-started', 'under-way', 'done', 'stopped']);
export type ActionState = z.infer<typeof ActionState>;

export const actionStateLabels: Readonly<Record<ActionState, string>> = {
  'not-started': 'Not started',
  'under-way': 'Under way',
  done: 'Done',
  stopped: 'Stopped',
};

/** One line of a plan: what, by whom, by when, and how it will be known to have worked. */
export const PlanAction = z.object({
  id: RowId,
  plan: PlanKind,
  /** The heading it stands under, such as an area for priority action. */
  area: z.string().trim().max(160),
  title: z.string().trim().min(1).max(400),
  ownerId: PersonId.nullable(),
  /** The partner who does it with us. */
  partner: z.string().max(160),
  measure: z.string().max(600),
  dueOn: IsoDate.nullable(),
  state: ActionState,
  rating: Rating,
  /** The action that must be done first. */
  dependsOnId: RowId.nullable(),
  criterionId: CriterionId.nullable(),
  findingId: RowId.nullable(),
});
export type PlanAction = z.infer<typeof PlanAction>;

/** What was reported of an action, and how it was rated then. */
export const ProgressUpdate = z.object({
  id: RowId,
  actionId: RowId,
  at: IsoInstant,
  text: z.string().trim().min(1).max(2000),
  rating: Rating,
});
export type ProgressUpdate = z.infer<typeof ProgressUpdate>;

export const FindingKind = z.enum([
  'strength',
  'practice-to-share',
  'recommendation',
  'area-for-improvement',
  'priority-action',
  'weakness',
]);
export type FindingKind = z.infer<typeof FindingKind>;

export const findingKindLabels: Readonly<Record<FindingKind, string>> = {
  strength: 'Strength',
  'practice-to-share': 'Practice to share',
  recommendation: 'Recommendation',
  'area-for-improvement': 'Area for improvement',
  'priority-action': 'Area for priority action',
  weakness: 'Significant weakness',
};

/** Something an inspection or review found, this one or an earlier one. It may stand under several headings at once. */
export const Finding = z.object({
  id: RowId,
  kind: FindingKind,
  text: z.string().trim().min(1).max(2000),
  headings: z.array(z.string().trim().min(1).max(120)).max(12),
  /** Which inspection or review, such as "Peer challenge, March 2025". */
  from: z.string().trim().max(200),
  on: IsoDate.nullable(),
  progress: z.string().max(2000),
  isResolved: z.boolean(),
});
export type Finding = z.infer<typeof Finding>;

/** A point of the draft report that we say is not accurate, with what shows it. */
export const AccuracyPoint = z.object({
  id: RowId,
  paragraph: z.string().trim().min(1).max(40),
  theySay: z.string().trim().min(1).max(2000),
  weSay: z.string().trim().min(1).max(2000),
  shownBy: z.string().max(1000),
  answer: z.enum(['waiting', 'accepted', 'not-accepted']),
});
export type AccuracyPoint = z.infer<typeof AccuracyPoint>;

export const answerLabels: Readonly<Record<AccuracyPoint['answer'], string>> = {
  waiting: 'No answer yet',
  accepted: 'Accepted',
  'not-accepted': 'Not accepted',
};

export type ExceptionReason = 'overdue' | 'rated-red' | 'waits-for-another' | 'no-owner' | 'nothing-reported';

export const exceptionLabels: Readonly<Record<ExceptionReason, string>> = {
  overdue: 'Overdue',
  'rated-red': 'Rated red',
  'waits-for-another': 'Waits for another action',
  'no-owner': 'Nobody owns it',
  'nothing-reported': 'Nothing reported for two weeks',
};

/** Boards that watch a plan are told every two weeks in the cases on record. */
const reportingDays = 14;

/**
 * Why an action needs a board's attention; empty when it does not. Done and stopped actions never do. Progress counts as
 * missing when nothing was reported in the last 14 days on an action that is under way.
 */
export function exceptionsOf(
  action: PlanAction,
  plan: { readonly actions: readonly PlanAction[]; readonly updates: readonly ProgressUpdate[] },
  day: IsoDate,
): readonly ExceptionReason[] {
  if (!isOpenAction(action)) return [];
  const first = plan.actions.find((one) => one.id === action.dependsOnId);
  const newest = plan.updates
    .filter((one) => one.actionId === action.id)
    .reduce<IsoDate | null>(
      (last, one) => (last === null || today(one.at) > last ? today(one.at) : last),
      null,
    );
  const isSilent = newest === null || newest < addDays(day, -reportingDays);
  const reasons: readonly (readonly [boolean, ExceptionReason])[] = [
    [action.dueOn !== null && action.dueOn < day, 'overdue'],
    [action.rating === 'red', 'rated-red'],
    [first !== undefined && isOpenAction(first) && isLate(first, action), 'waits-for-another'],
    [action.ownerId === null, 'no-owner'],
    [action.state === 'under-way' && isSilent, 'nothing-reported'],
  ];
  return reasons.flatMap(([holds, reason]) => (holds ? [reason] : []));
}

/** Whether somebody still has something to do. */
export function isOpenAction({ state }: Pick<PlanAction, 'state'>): boolean {
  return state !== 'done' && state !== 'stopped';
}

function isLate(first: PlanAction, then: PlanAction): boolean {
  return first.dueOn === null || then.dueOn === null || first.dueOn > then.dueOn;
}

/** Whether making one action wait for another would go round in a circle. */
export function wouldCircle(
  actions: readonly Pick<PlanAction, 'id' | 'dependsOnId'>[],
  id: RowId,
  dependsOnId: RowId | null,
): boolean {
  const next = new Map(actions.map((one) => [one.id, one.dependsOnId]));
  const seen = new Set<RowId>([id]);
  for (let at = dependsOnId; at !== null; at = next.get(at) ?? null) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}
