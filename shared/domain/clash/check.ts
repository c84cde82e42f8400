import type { Clash } from '../clash.ts';
import type { MeetingId } from '../ids.ts';
import { isScheduled, type MeetingWithPeople } from '../meeting.ts';
import type { Place } from '../people.ts';
import { personAway, roomAway } from './away.ts';
import { longDay, noBreak } from './breaks.ts';
import { consentMissing } from './consent-missing.ts';
import { noKeepInTouch, noTriangulation } from './daily.ts';
import { noLunch } from './no-lunch.ts';
import { outsideHours } from './outside-hours.ts';
import { ownCasework } from './own-casework.ts';
import { peersSplit } from './peers-split.ts';
import { personTwice } from './person-twice.ts';
import { reminded } from './reminders.ts';
import { roomTooSmall, roomUnsuitable } from './room-fit.ts';
import { roomReset } from './room-reset.ts';
import { roomTwice } from './room-twice.ts';
import { schoolHours } from './school-hours.ts';
import { sectorMissing } from './sector-missing.ts';
import { tightTravel } from './tight-travel.ts';
import {
  byStart,
  indexWorld,
  isOfTheTeam,
  type Placed,
  placeMeeting,
  type TimetableIndex,
  type TimetableWorld,
} from './world.ts';

/** What a meeting would come to at a place and time: what refuses it, and what only warns. */
export type MoveCheck = { readonly blocked: readonly Clash[]; readonly warnings: readonly Clash[] };

/** Where a meeting might go; whatever is left out stays as it is. */
export type MoveCandidate = { readonly meetingId: MeetingId } & Partial<
  Pick<MeetingWithPeople, 'day' | 'start' | 'minutes' | 'strandIds' | 'personIds' | 'placeId'>
>;

/** Every clash and warning of a timetable. Meetings in the tray have none. */
export function checkTimetable(world: TimetableWorld): readonly Clash[] {
  return checkIndex(indexWorld(world));
}

/** As `checkTimetable`, for a timetable that is already indexed. */
export function checkIndex(index: TimetableIndex): readonly Clash[] {
  const found: Clash[] = [];
  const hasTeamRules = index.limits.has('no-break') || index.limits.has('long-day');
  const add = (clashes: readonly Clash[]) => {
    if (clashes.length > 0) for (const clash of clashes) found.push(clash);
  };
  eachGroup(
    index,
    (one) => one.occupants,
    (occupant, inOrder) => {
      if (inOrder.length > 1) {
        add(personTwice(index, occupant, inOrder, null));
        add(tightTravel(index, occupant, inOrder, null));
      }
      if (hasTeamRules && isOfTheTeam(index, occupant)) {
        add(noBreak(index, occupant, inOrder, null));
        add(longDay(index, occupant, inOrder, null));
      }
      add(noLunch(index, occupant, inOrder, null));
    },
  );
  eachGroup(index, placesOf, (_, inOrder) => {
    if (inOrder.length < 2) return;
    add(roomTwice(index, inOrder, null));
    add(roomReset(index, inOrder, null));
  });
  for (const placed of index.days.values()) {
    for (const one of placed) for (const rule of ownRules) add(rule(index, one));
  }
  for (const rule of wholeRules) add(rule(index));
  return found;
}

/**
 * The clashes a meeting would have at the candidate's time, place and people: those that `checkTimetable` would find
 * for it once moved, looking only at its own people, room and day. What a day lacks, and reminders that many meetings
 * share, are no part of it. A meeting that is not in the index has none.
 */
export function checkMove(index: TimetableIndex, candidate: MoveCandidate): MoveCheck {
  const { meetingId, ...changes } = candidate;
  const meeting = index.world.meetings.find((one) => one.id === meetingId);
  return meeting ? checkMeeting(index, { ...meeting, ...changes }) : { blocked: [], warnings: [] };
}

/** As `checkMove`, for a meeting given whole, whether or not the index has an older state of it. */
export function checkMeeting(index: TimetableIndex, meeting: MeetingWithPeople): MoveCheck {
  if (!isScheduled(meeting)) return { blocked: [], warnings: [] };
  const moved = placeMeeting(index, meeting);
  const withMoved = [...touching(index, moved), moved].sort(byStart);
  const clashes: Clash[] = [];
  for (const occupant of moved.occupants) {
    const inOrder = withMoved.filter((one) => one.occupants.includes(occupant));
    clashes.push(
      ...personTwice(index, occupant, inOrder, meeting.id),
      ...tightTravel(index, occupant, inOrder, meeting.id),
      ...noLunch(index, occupant, inOrder, meeting.id),
    );
    if (!isOfTheTeam(index, occupant)) continue;
    clashes.push(
      ...noBreak(index, occupant, inOrder, meeting.id),
      ...longDay(index, occupant, inOrder, meeting.id),
    );
  }
  if (moved.place) {
    const inOrder = withMoved.filter((one) => one.place === moved.place);
    clashes.push(...roomTwice(index, inOrder, meeting.id), ...roomReset(index, inOrder, meeting.id));
  }
  for (const rule of ownRules) clashes.push(...rule(index, moved));
  return {
    blocked: clashes.filter((clash) => clash.severity === 'hard'),
    warnings: clashes.filter((clash) => clash.severity === 'soft'),
  };
}

/** The other meetings of the day that share somebody or the room with a meeting. */
function touching(index: TimetableIndex, { meeting, occupants, place }: Placed): readonly Placed[] {
  const people = new Set(occupants);
  return (index.days.get(meeting.day) ?? []).filter(
    (one) =>
      one.meeting.id !== meeting.id &&
      ((place !== null && one.place === place) || one.occupants.some((occupant) => people.has(occupant))),
  );
}

/** The rules that look at a meeting by itself. */
const ownRules: readonly ((index: TimetableIndex, placed: Placed) => readonly Clash[])[] = [
  outsideHours,
  sectorMissing,
  consentMissing,
  roomTooSmall,
  roomUnsuitable,
  personAway,
  roomAway,
  ownCasework,
  peersSplit,
  schoolHours,
];

/** The rules that look at the timetable as a whole: what they find does not turn on where one meeting is put. */
const wholeRules: readonly ((index: TimetableIndex) => readonly Clash[])[] = [
  noKeepInTouch,
  noTriangulation,
  reminded,
];

const placesOf = (one: Placed): readonly Place[] => (one.place ? [one.place] : []);

/**
 * Calls `visit` with the meetings of each person, or in each room, on each day, in order of start. The list is good only
 * during the call: most people have one meeting a day, and a list made for each of them is what takes the time.
 */
function eachGroup<Key>(
  { days }: TimetableIndex,
  keysOf: (one: Placed) => readonly Key[],
  visit: (key: Key, inOrder: readonly Placed[]) => void,
): void {
  const numbers = new Map<Key, number>();
  const keys: Key[] = [];
  const groups: (Placed | Placed[] | null)[] = [];
  for (const placed of days.values()) {
    const today: number[] = [];
    for (const one of placed) {
      for (const key of keysOf(one)) {
        const number = numbers.get(key) ?? keys.length;
        if (number === keys.length) {
          numbers.set(key, number);
          keys.push(key);
          groups.push(null);
        }
        const group = groups[number] ?? null;
        if (Array.isArray(group)) group.push(one);
        else if (group) groups[number] = [group, one];
        else {
          groups[number] = one;
          today.push(number);
        }
      }
    }
    const alone: Placed[] = [];
    for (const number of today) {
      const key = keys[number];
      const group = groups[number];
      groups[number] = null;
      if (key === undefined || !group) continue;
      if (Array.isArray(group)) visit(key, group);
      else {
        alone[0] = group;
        visit(key, alone);
      }
    }
  }
}
