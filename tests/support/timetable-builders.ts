import type { Context } from '../../main/services/context.ts';
import { savePerson } from '../../main/services/people.ts';
import { savePlace } from '../../main/services/places.ts';
import { addMeeting } from '../../main/services/timetable.ts';
import { type MeetingWithPeople, plainMeeting } from '../../shared/domain/meeting.ts';
import type { Person, Place } from '../../shared/domain/people.ts';

type PersonGiven = Partial<Omit<Person, 'id' | 'organisationId'>> & {
  readonly id?: Person['id'] | null;
  readonly organisation?: string;
};

/** What a form sends for a participant called Sarah Lindqvist, unless said otherwise. */
export function aPersonForm(given: PersonGiven = {}): Parameters<typeof savePerson>[1] {
  return {
    id: null,
    name: 'Sarah Lindqvist',
    side: 'partnership',
    role: '',
    discipline: '',
    strandId: null,
    organisation: '',
    sector: null,
    email: '',
    phone: '',
    availability: '',
    notes: '',
    ...given,
  };
}

/** Adds somebody of the partnership, or with `side: 'inspection'` an inspector with a strand. */
export const addedPerson = (ctx: Context, given: PersonGiven = {}): Person =>
  savePerson(ctx, aPersonForm(given));

/** Adds a room at the main site. */
export function addedPlace(ctx: Context, given: Partial<Omit<Place, 'id'>> = {}): Place {
  return savePlace(ctx, {
    id: null,
    name: 'Room 2.14',
    site: 'Civic Centre',
    capacity: null,
    hasVideo: true,
    isStepFree: true,
    isOnline: false,
    travelMinutes: 0,
    ...given,
  });
}

type MeetingGiven = Partial<Omit<MeetingWithPeople, 'id' | 'version'>> & { readonly overrideReason?: string };

/** What a form sends for a meeting on Tuesday at 10am for an hour, unless said otherwise. */
export function aMeetingForm(given: MeetingGiven = {}): Parameters<typeof addMeeting>[1] {
  return {
    title: 'Joint commissioning',
    kind: 'leaders',
    day: '2026-11-24',
    start: 600,
    minutes: 60,
    ...plainMeeting,
    strandIds: [],
    personIds: [],
    ...given,
  };
}

export const addedMeeting = (ctx: Context, given: MeetingGiven = {}): MeetingWithPeople =>
  addMeeting(ctx, aMeetingForm(given)).meeting;
