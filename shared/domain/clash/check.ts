import type { Clash } from '../clash.ts';
import type { MeetingId } from '../ids.ts';
import { isScheduled, type MeetingWithPeople } from '../meeting.ts';
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

/** Every clash and warning of a timetable, day by day. Meetings in the tray have none. */
export function checkTimetable(world: TimetableWorld): readonly Clash[] {
  return checkIndex(indexWorld(world));
}

/** As `checkTimetable`, for a timetable that is already indexed. */
export function checkIndex(index: TimetableIndex): readonly Clash[] {
  const found: Clash[] = [];
  const add = (clashes: readonly Clash[]) => {
    for (const clash of clashes) found.push(clash);
  };
  for (const day of [...index.days.keys()].sort()) {
    const { placed, byOccupant, byPlace } = index.days.get(day) ?? {
      placed: [],
      byOccupant: [],
      byPlace: [],
    };
    for (const [occupant, inOrder] of byOccupant) {
      if (inOrder.length < 2) {
        add(noLunch(index, occupant, day, inOrder, null));
        continue;
      }
      add(personTwice(index, occupant, inOrder, null));
      add(tightTravel(index, occupant, inOrder, null));
      add(noLunch(index, occupant, day, inOrder, null));
    }
    for (const [placeId, inOrder] of byPlace) {
      const place = index.places.get(placeId);
      if (place) add(roomTwice(index, place, inOrder, null));
    }
    for (const one of placed) add(ownClashes(index, one));
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
  const day = index.days.get(meeting.day);
  const clashes: Clash[] = [];
  for (const occupant of moved.occupants) {
    const inOrder = withMoved(day?.byOccupant.get(occupant), moved);
    clashes.push(
      ...personTwice(index, occupant, inOrder, meeting.id),
      ...tightTravel(index, occupant, inOrder, meeting.id),
      ...noLunch(index, occupant, meeting.day, inOrder, meeting.id),
    );
  }
  if (moved.place) {
    const inOrder = withMoved(day?.byPlace.get(moved.place.id), moved);
    clashes.push(...roomTwice(index, moved.place, inOrder, meeting.id));
  }
  clashes.push(...ownClashes(index, moved));
  return {
    blocked: clashes.filter((clash) => clash.severity === 'hard'),
    warnings: clashes.filter((clash) => clash.severity === 'soft'),
  };
}

function ownClashes(index: TimetableIndex, placed: Placed): readonly Clash[] {
  return [
    ...outsideHours(index, placed),
    ...sectorMissing(index, placed),
    ...consentMissing(index, placed),
    ...roomTooSmall(index, placed),
    ...roomUnsuitable(index, placed),
  ];
}

function withMoved(inOrder: readonly Placed[] | undefined, moved: Placed): readonly Placed[] {
  const others = (inOrder ?? []).filter((one) => one.meeting.id !== moved.meeting.id);
  return [...others, moved].sort(byStart);
}
