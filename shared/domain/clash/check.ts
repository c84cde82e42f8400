import type { Clash } from '../clash.ts';
import type { MeetingId } from '../ids.ts';
import { isScheduled, type MeetingWithPeople } from '../meeting.ts';
import type { Place } from '../people.ts';
import { consentMissing } from './consent-missing.ts';
import { noLunch } from './no-lunch.ts';
import { outsideHours } from './outside-hours.ts';
import { personTwice } from './person-twice.ts';
import { roomTooSmall, roomUnsuitable } from './room-fit.ts';
import { roomTwice } from './room-twice.ts';
import { sectorMissing } from './sector-missing.ts';
import { tightTravel } from './tight-travel.ts';
import {
  byStart,
  indexWorld,
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
  const add = (clashes: readonly Clash[]) => {
    for (const clash of clashes) found.push(clash);
  };
  for (const placed of index.days.values()) {
    for (const [occupant, inOrder] of grouped(placed, (one) => one.occupants)) {
      if (inOrder.length > 1) {
        add(personTwice(index, occupant, inOrder, null));
        add(tightTravel(index, occupant, inOrder, null));
      }
      add(noLunch(index, occupant, inOrder, null));
    }
    for (const inOrder of grouped(placed, placesOf).values()) {
      if (inOrder.length > 1) add(roomTwice(index, inOrder, null));
    }
    for (const one of placed) for (const rule of ownRules) add(rule(index, one));
  }
  return found;
}

/**
 * The clashes a meeting would have at the candidate's time, place and people: those that `checkTimetable` would find
 * for it once moved, looking only at its own people, room and day. A meeting that is not in the index has none.
 */
export function checkMove(index: TimetableIndex, candidate: MoveCandidate): MoveCheck {
  const { meetingId, ...changes } = candidate;
  const meeting = index.meetings.get(meetingId);
  return meeting ? checkMeeting(index, { ...meeting, ...changes }) : { blocked: [], warnings: [] };
}

/** As `checkMove`, for a meeting given whole, whether or not the index has an older state of it. */
export function checkMeeting(index: TimetableIndex, meeting: MeetingWithPeople): MoveCheck {
  if (!isScheduled(meeting)) return { blocked: [], warnings: [] };
  const moved = placeMeeting(index, meeting);
  const others = index.days.get(meeting.day)?.filter((one) => one.meeting.id !== meeting.id) ?? [];
  const withMoved = [...others, moved].sort(byStart);
  const clashes: Clash[] = [];
  for (const occupant of moved.occupants) {
    const inOrder = withMoved.filter((one) => one.occupants.includes(occupant));
    clashes.push(
      ...personTwice(index, occupant, inOrder, meeting.id),
      ...tightTravel(index, occupant, inOrder, meeting.id),
      ...noLunch(index, occupant, inOrder, meeting.id),
    );
  }
  if (moved.place) {
    const inOrder = withMoved.filter((one) => one.place === moved.place);
    clashes.push(...roomTwice(index, inOrder, meeting.id));
  }
  for (const rule of ownRules) clashes.push(...rule(index, moved));
  return {
    blocked: clashes.filter((clash) => clash.severity === 'hard'),
    warnings: clashes.filter((clash) => clash.severity === 'soft'),
  };
}

/** The rules that look at a meeting by itself. */
const ownRules: readonly ((index: TimetableIndex, placed: Placed) => readonly Clash[])[] = [
  outsideHours,
  sectorMissing,
  consentMissing,
  roomTooSmall,
  roomUnsuitable,
];

const placesOf = (one: Placed): readonly Place[] => (one.place ? [one.place] : []);

/** A day's meetings by each of those who are in them. Made for one day at a time: short-lived lists cost little. */
function grouped<Key>(
  placed: readonly Placed[],
  keysOf: (one: Placed) => readonly Key[],
): ReadonlyMap<Key, Placed[]> {
  const groups = new Map<Key, Placed[]>();
  for (const one of placed) {
    for (const key of keysOf(one)) {
      const group = groups.get(key);
      if (group) group.push(one);
      else groups.set(key, [one]);
    }
  }
  return groups;
}
