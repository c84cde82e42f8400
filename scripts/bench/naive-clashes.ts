import type { MeetingWithPeople } from '../../shared/domain/meeting.ts';

/** The peer: each meeting against each other one, counting people and rooms that are in two at once. */
export const countNaively = (meetings: readonly MeetingWithPeople[]): number => {
  let found = 0;
  for (let at = 0; at < meetings.length; at += 1) {
    const one = meetings[at];
    if (one) found += countAgainst(one, meetings, at + 1);
  }
  return found;
};

/** The clashes of one meeting with those from a place in the list onwards. */
export const countAgainst = (
  one: MeetingWithPeople,
  meetings: readonly MeetingWithPeople[],
  from = 0,
): number => {
  if (one.day === null || one.start === null) return 0;
  let found = 0;
  for (let at = from; at < meetings.length; at += 1) {
    const other = meetings[at];
    if (!other || other === one || other.day !== one.day || other.start === null) continue;
    if (other.start >= one.start + one.minutes || one.start >= other.start + other.minutes) continue;
    for (const person of one.personIds) if (other.personIds.includes(person)) found += 1;
    if (one.placeId !== null && one.placeId === other.placeId) found += 1;
  }
  return found;
};
