import { isBlock } from '../bulk-moves.ts';
import type { ChecklistItem } from '../child.ts';
import type { FeedbackEntry } from '../feedback.ts';
import type { PersonId, StrandId } from '../ids.ts';
import type { MeetingWithPeople } from '../meeting.ts';
import { type InformationRequest, isOpenRequest } from '../request.ts';
import type { IsoDate } from '../time.ts';
import { type Attendance, noAttendance } from './attendance.ts';

/** All that can wait for one person. */
export type DependentSources = {
  readonly meetings: readonly MeetingWithPeople[];
  readonly requests: readonly InformationRequest[];
  readonly checklistItems: readonly ChecklistItem[];
  readonly feedback: readonly FeedbackEntry[];
  readonly attendance?: Attendance;
  /** The strand that nobody else is in, whose meetings therefore wait for them too. */
  readonly ownStrandId?: StrandId | null;
};

/** The days somebody is away; an end left open means until further notice. */
export type Away = { readonly from: IsoDate; readonly to: IsoDate | null };

/** What depends on somebody, each in the order in which it falls due. */
export type Dependents = {
  readonly meetings: readonly MeetingWithPeople[];
  readonly requests: readonly InformationRequest[];
  readonly checklistItems: readonly ChecklistItem[];
  readonly actions: readonly FeedbackEntry[];
};

/**
 * What depends on somebody while they are away: the meetings of those days that are neither held nor cancelled, those
 * of a strand that is theirs alone among them, and everything open that they own which falls due by the end of them, or that has no date.
 */
export function dependentsOf(personId: PersonId, away: Away, sources: DependentSources): Dependents {
  const { attendance = noAttendance, ownStrandId = null } = sources;
  const isTheirs = (one: MeetingWithPeople) =>
    one.personIds.includes(personId) ||
    (ownStrandId !== null && one.strandIds.includes(ownStrandId) && !isBlock(one));
  const isWithin = (date: IsoDate) => date >= away.from && (away.to === null || date <= away.to);
  const isDue = (date: IsoDate | null) => date === null || away.to === null || date <= away.to;
  return {
    meetings: sources.meetings
      .filter((one) => isTheirs(one) && one.day !== null && isWithin(one.day))
      .filter((one) => (attendance.marks.get(one.id)?.outcome ?? 'planned') === 'planned')
      .toSorted((a, b) => byText(whenOf(a), whenOf(b))),
    requests: sources.requests
      .filter((one) => one.ownerId === personId && isOpenRequest(one) && isDue(one.dueOn))
      .toSorted((a, b) => byText(a.dueOn ?? last, b.dueOn ?? last)),
    checklistItems: sources.checklistItems
      .filter((one) => one.ownerId === personId && (one.state === 'missing' || one.state === 'asked'))
      .filter((one) => isDue(one.dueOn))
      .toSorted((a, b) => byText(a.dueOn ?? last, b.dueOn ?? last)),
    actions: sources.feedback
      .filter((one) => one.actionOwnerId === personId && one.action !== '' && !one.isActionDone)
      .filter((one) => isDue(one.actionDueOn))
      .toSorted((a, b) => byText(a.actionDueOn ?? last, b.actionDueOn ?? last)),
  };
}

/** How many things depend on somebody. */
export function countDependents(dependents: Dependents): number {
  return Object.values(dependents).reduce((sum, list) => sum + list.length, 0);
}

const last = '9999-12-31';
const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
const whenOf = ({ day, start }: MeetingWithPeople) => `${day ?? last} ${String(start ?? 0).padStart(4, '0')}`;
