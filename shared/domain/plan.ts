import { z } from 'zod';
import { Rating } from './evaluation.ts';
import { CriterionId, PersonId, RowId } from './ids.ts';
import { addDays, IsoDate, IsoInstant, londonInstant } from './time.ts';

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
  /** How it is called in a workbook and at a board, such as "A12"; given when it is added. */
  reference: z.string().trim().max(20),
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
  /** Other actions it works together with, in no order. */
  linkedIds: z.array(RowId).max(40),
  criterionId: CriterionId.nullable(),
  findingId: RowId.nullable(),
  /** For ourselves: never in an export. */
  internalNotes: z.string().max(4000),
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
  /** The earlier inspection or review it is from; null for one of this engagement. */
  reviewId: RowId.nullable(),
  /** Which part or chapter says so, or which review where it is not on the list of earlier ones. */
  from: z.string().trim().max(200),
  criterionId: CriterionId.nullable(),
  on: IsoDate.nullable(),
  progress: z.string().max(2000),
  isResolved: z.boolean(),
  /** Not shown to anybody else before the inspectors' report is published. */
  isEmbargoed: z.boolean(),
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

type Plan = { readonly actions: readonly PlanAction[]; readonly updates: readonly ProgressUpdate[] };

/** Why one action needs a board's attention; for several, `exceptionFinder` looks through the plan once. */
export function exceptionsOf(action: PlanAction, plan: Plan, day: IsoDate): readonly ExceptionReason[] {
  return exceptionFinder(plan, day)(action);
}

/**
 * Says why an action needs a board's attention; empty when it does not. Done and stopped actions never do. Progress
 * counts as missing when nothing was reported in the last 14 days on an action that is under way.
 */
export function exceptionFinder(
  { actions, updates }: Plan,
  day: IsoDate,
): (action: PlanAction) => readonly ExceptionReason[] {
  const byId = new Map(actions.map((action) => [action.id, action]));
  const newest = new Map<RowId, IsoInstant>();
  for (const { actionId, at } of updates) if (at > (newest.get(actionId) ?? '')) newest.set(actionId, at);
  const since = londonInstant(addDays(day, -reportingDays), 0);
  return (action) => {
    if (!isOpenAction(action)) return [];
    const first = action.dependsOnId === null ? undefined : byId.get(action.dependsOnId);
    const last = newest.get(action.id);
    const isSilent = last === undefined || last < since;
    const reasons: readonly (readonly [boolean, ExceptionReason])[] = [
      [action.dueOn !== null && action.dueOn < day, 'overdue'],
      [action.rating === 'red', 'rated-red'],
      [first !== undefined && isOpenAction(first) && isLate(first, action), 'waits-for-another'],
      [action.ownerId === null, 'no-owner'],
      [action.state === 'under-way' && isSilent, 'nothing-reported'],
    ];
    return reasons.flatMap(([holds, reason]) => (holds ? [reason] : []));
  };
}

/** Whether somebody still has something to do. */
export function isOpenAction({ state }: Pick<PlanAction, 'state'>): boolean {
  return state !== 'done' && state !== 'stopped';
}

function isLate(first: PlanAction, then: PlanAction): boolean {
  return first.dueOn === null || then.dueOn === null || first.dueOn > then.dueOn;
}

const letters: Readonly<Record<PlanKind, string>> = { preparation: 'P', improvement: 'A' };

/** The reference of the next action of a plan: "A13" after "A12", whatever was removed in between. */
export function nextReference(
  actions: readonly Pick<PlanAction, 'plan' | 'reference'>[],
  plan: PlanKind,
): string {
  const numbers = actions
    .filter((action) => action.plan === plan)
    .map(({ reference }) => Number(/\d+$/.exec(reference)?.[0] ?? 0));
  return `${letters[plan]}${numbers.reduce((most, one) => Math.max(most, one), 0) + 1}`;
}

/** "a 12" as "A12": how a reference is compared. */
export const plainReference = (reference: string): string =>
  reference.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase();

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
