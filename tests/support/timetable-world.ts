import type { Consent } from '../../shared/domain/child.ts';
import type { TimetableWorld, WorldPerson } from '../../shared/domain/clash/world.ts';
import type { ChildId, MeetingId, PersonId, PlaceId, StrandId } from '../../shared/domain/ids.ts';
import {
  MeetingWithPeople as MeetingSchema,
  type MeetingWithPeople,
  plainMeeting,
} from '../../shared/domain/meeting.ts';
import { type Place, Place as PlaceSchema } from '../../shared/domain/people.ts';
import { noRuleFacts } from '../../shared/domain/timetable-rules.ts';

export const tuesday = '2026-11-24';
export const wednesday = '2026-11-25';

export const meetingId = (id: string) => id as MeetingId;
export const strandId = (id: string) => id as StrandId;
export const personId = (id: string) => id as PersonId;
export const placeId = (id: string) => id as PlaceId;
export const childId = (id: string) => id as ChildId;

/** Minutes from midnight: `at(9, 30)`. */
export const at = (hour: number, minute = 0): number => hour * 60 + minute;

type MeetingGiven = Partial<
  Omit<MeetingWithPeople, 'id' | 'strandIds' | 'personIds' | 'placeId' | 'childId'>
> & {
  readonly id?: string;
  readonly strandIds?: readonly string[];
  readonly personIds?: readonly string[];
  readonly placeId?: string | null;
  readonly childId?: string | null;
};

/** An hour at 10am on the Tuesday, with nobody in it and no room, unless said otherwise. */
export function aMeeting(given: MeetingGiven = {}): MeetingWithPeople {
  return MeetingSchema.parse({
    id: 'm1',
    title: `Meeting ${given.id ?? 'm1'}`,
    kind: 'leaders',
    day: tuesday,
    start: at(10),
    minutes: 60,
    ...plainMeeting,
    version: 1,
    strandIds: [],
    personIds: [],
    ...given,
  });
}

/** A participant from the partnership, or with a strand an inspector in it. */
export function aPerson(
  id: string,
  given: { strand?: string; sector?: WorldPerson['sector'] } = {},
): WorldPerson {
  return {
    id: personId(id),
    side: given.strand === undefined ? 'partnership' : 'inspection',
    strandId: given.strand === undefined ? null : strandId(given.strand),
    sector: given.sector ?? null,
  };
}

/** A room at the main site that suits every meeting, unless said otherwise. */
export function aPlace(id: string, given: Partial<Omit<Place, 'id'>> = {}): Place {
  return PlaceSchema.parse({
    id,
    name: id,
    site: 'Civic Centre',
    capacity: null,
    hasVideo: true,
    isStepFree: true,
    isOnline: false,
    travelMinutes: 0,
    ...given,
  });
}

export function aConsent(child: string, given: Partial<Omit<Consent, 'childId'>> = {}): Consent {
  return {
    id: `consent-${child}-${given.at ?? ''}` as Consent['id'],
    childId: childId(child),
    party: 'parent',
    state: 'given',
    recordedBy: 'LANO',
    at: '2026-11-20T09:00:00.000Z',
    note: '',
    ...given,
  };
}

/** A world of a 9am to 5pm day, in which everything is called by its id. */
export function aWorld(given: Partial<TimetableWorld> = {}): TimetableWorld {
  return {
    meetings: [],
    people: [],
    strands: [],
    places: [],
    consents: [],
    dayStart: at(9),
    dayEnd: at(17),
    facts: noRuleFacts,
    names: {
      person: (id) => id,
      strand: (id) => id,
      place: (id) => id,
      child: (id) => `Child ${id}`,
      clock: '12',
    },
    ...given,
  };
}
