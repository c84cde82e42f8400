import { type BulkPlan, type Shift, shiftPlan } from '../../../shared/domain/bulk-moves.ts';
import type { MeetingWithPeople } from '../../../shared/domain/meeting.ts';
import { verdictOnAll } from './bulk-words.ts';
import type { Move } from './hand.ts';
import type { Verdict } from './move-check.ts';
import type { Timetable } from './timetable-model.ts';

/** Several selected meetings in the hand at once: how far they go, and what would come of it. */
export type Together = {
  readonly meetings: readonly MeetingWithPeople[];
  readonly by: Shift;
  readonly plan: BulkPlan;
};

/** The selected meetings that go along when one of them is picked up. */
export function goingAlong(meeting: MeetingWithPeople, picked: readonly string[]): readonly string[] {
  return meeting.start !== null && picked.includes(meeting.id)
    ? picked.filter((id) => id !== meeting.id)
    : [];
}

/** All that is in the hand, moved by as much as the one under the pointer; null where that goes alone. */
export function movedTogether(timetable: Timetable, move: Move): Together | null {
  const lead = timetable.byId.get(move.meetingId);
  if (!lead || lead.day === null || lead.start === null || move.others.length === 0) return null;
  const meetings = [lead, ...move.others.flatMap((id) => timetable.byId.get(id) ?? [])];
  const { day, start } = move.candidate;
  const by = {
    minutes: start - lead.start,
    days: timetable.days.indexOf(day) - timetable.days.indexOf(lead.day),
  };
  return { meetings, by, plan: shiftPlan(meetings, by, timetable.days) };
}

/** What they would clash with there, each judged with the others moved already. */
export function verdictOnTogether(timetable: Timetable, { plan }: Together): Verdict {
  return verdictOnAll(timetable, plan.changes);
}

/** " and 2 more", or nothing for a meeting that goes alone. */
export const andMore = (others: readonly string[]): string =>
  others.length === 0 ? '' : ` and ${others.length} more`;
