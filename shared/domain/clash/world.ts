import type { Consent } from '../child.ts';
import type { ChildId, MeetingId, PersonId, PlaceId, StrandId } from '../ids.ts';
import { isScheduled, type MeetingWithPeople, type ScheduledMeeting } from '../meeting.ts';
import type { Organisation, Person, Place, Strand } from '../people.ts';
import type { ClockStyle, IsoDate } from '../time.ts';
import { type ConsentProblem, consentProblems } from './consent-problem.ts';

/** How things are called in the sentences of clashes: names, or codes where names must not be shown. */
export type TimetableNames = {
  readonly person: (id: PersonId) => string;
  readonly strand: (id: StrandId) => string;
  readonly place: (id: PlaceId) => string;
  /** "Child C"; never a name. */
  readonly child: (id: ChildId) => string;
  readonly clock: ClockStyle;
};

export type WorldPerson = Pick<Person, 'id' | 'side' | 'strandId' | 'sector'>;

/** All that the rules of the timetable look at. */
export type TimetableWorld = {
  readonly meetings: readonly MeetingWithPeople[];
  /** `sector` is the person's own or, where they have none, that of their organisation. */
  readonly people: readonly WorldPerson[];
  readonly strands: readonly Pick<Strand, 'id'>[];
  readonly places: readonly Place[];
  /** The whole history of consent of every child. */
  readonly consents: readonly Consent[];
  /** When the day begins and ends, in minutes from midnight. */
  readonly dayStart: number;
  readonly dayEnd: number;
  readonly names: TimetableNames;
};

/** Somebody who can be in one meeting at a time: a person, or a strand that nobody has been put in yet. */
export type Occupant = PersonId | StrandId;

/** A scheduled meeting with what the rules need, looked up once. */
export type Placed = {
  readonly meeting: ScheduledMeeting;
  readonly start: number;
  readonly end: number;
  /** Everybody in it, each once: those listed and the members of its strands. */
  readonly occupants: readonly Occupant[];
  readonly place: Place | null;
};

export type DayIndex = {
  readonly placed: Placed[];
  /** In order of start. */
  readonly byOccupant: Map<Occupant, Placed[]>;
  readonly byPlace: Map<PlaceId, Placed[]>;
};

/** A timetable arranged so that one meeting is checked without looking at the others. Make one with `indexWorld`. */
export type TimetableIndex = {
  readonly world: TimetableWorld;
  readonly meetings: ReadonlyMap<MeetingId, MeetingWithPeople>;
  readonly people: ReadonlyMap<string, WorldPerson>;
  readonly places: ReadonlyMap<PlaceId, Place>;
  readonly members: ReadonlyMap<StrandId, readonly PersonId[]>;
  /** What stands in the way of each child's meetings; a child not in here has no consent recorded. */
  readonly consent: ReadonlyMap<ChildId, ConsentProblem | null>;
  readonly days: ReadonlyMap<IsoDate, DayIndex>;
};

/** The people as the rules see them, each with their organisation's sector where they have none of their own. */
export function withSectors(
  people: readonly Person[],
  organisations: readonly Pick<Organisation, 'id' | 'sector'>[],
): readonly WorldPerson[] {
  const sectors = new Map(organisations.map((organisation) => [organisation.id, organisation.sector]));
  return people.map(({ id, side, strandId, sector, organisationId }) => ({
    id,
    side,
    strandId,
    sector: sector ?? (organisationId === null ? null : (sectors.get(organisationId) ?? null)),
  }));
}

/** Arranges a timetable by day, person and place. Takes time in proportion to its meetings. */
export function indexWorld(world: TimetableWorld): TimetableIndex {
  const members = new Map<StrandId, PersonId[]>();
  for (const person of world.people) {
    if (person.strandId) entry(members, person.strandId, list<PersonId>).push(person.id);
  }
  const days = new Map<IsoDate, DayIndex>();
  const index: TimetableIndex = {
    world,
    meetings: new Map(world.meetings.map((meeting) => [meeting.id, meeting])),
    people: new Map(world.people.map((person) => [person.id, person])),
    places: new Map(world.places.map((place) => [place.id, place])),
    members,
    consent: consentProblems(world.consents),
    days,
  };
  for (const meeting of world.meetings) {
    if (!isScheduled(meeting)) continue;
    const placed = placeMeeting(index, meeting);
    const day = entry(days, meeting.day, emptyDay);
    day.placed.push(placed);
    for (const occupant of placed.occupants) entry(day.byOccupant, occupant, list<Placed>).push(placed);
    if (placed.place) entry(day.byPlace, placed.place.id, list<Placed>).push(placed);
  }
  for (const day of days.values()) {
    for (const placed of day.byOccupant.values()) placed.sort(byStart);
    for (const placed of day.byPlace.values()) placed.sort(byStart);
  }
  return index;
}

/** Looks up who and where a meeting occupies. */
export function placeMeeting(index: TimetableIndex, meeting: ScheduledMeeting): Placed {
  return {
    meeting,
    start: meeting.start,
    end: meeting.start + meeting.minutes,
    occupants: occupantsOf(index, meeting),
    place: meeting.placeId === null ? null : (index.places.get(meeting.placeId) ?? null),
  };
}

/** Everybody whom a meeting occupies, each once; a strand stands for itself while it has no members. */
export function occupantsOf(
  index: Pick<TimetableIndex, 'members'>,
  meeting: Pick<MeetingWithPeople, 'strandIds' | 'personIds'>,
): readonly Occupant[] {
  if (meeting.strandIds.length === 0) return meeting.personIds;
  const all = new Set<Occupant>(meeting.personIds);
  for (const strandId of meeting.strandIds) {
    const members = index.members.get(strandId);
    if (members) for (const member of members) all.add(member);
    else all.add(strandId);
  }
  return [...all];
}

/** The order in which rules read a day: by start, then end, then id, so that it never depends on the order of input. */
export function byStart(a: Placed, b: Placed): number {
  return a.start - b.start || a.end - b.end || (a.meeting.id < b.meeting.id ? -1 : 1);
}

/** Whether the rules that look after the inspectors' own day apply: they, and strands still without members. */
export function isOfTheTeam(index: TimetableIndex, occupant: Occupant): boolean {
  const person = index.people.get(occupant);
  return person
    ? person.side === 'inspection' || person.strandId !== null
    : index.members.get(occupant as StrandId) === undefined;
}

/** What an occupant is called. */
export function occupantName(index: TimetableIndex, occupant: Occupant): string {
  const { names } = index.world;
  return index.people.has(occupant) ? names.person(occupant as PersonId) : names.strand(occupant as StrandId);
}

export const isLunch = (meeting: Pick<MeetingWithPeople, 'kind' | 'title'>): boolean =>
  meeting.kind === 'block' && /\blunch/i.test(meeting.title);

export const isTravel = (meeting: Pick<MeetingWithPeople, 'kind' | 'title'>): boolean =>
  meeting.kind === 'block' && /\btravel/i.test(meeting.title);

const list = <T>(): T[] => [];
const emptyDay = (): DayIndex => ({ placed: [], byOccupant: new Map(), byPlace: new Map() });

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
