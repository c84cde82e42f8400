import { type AwayIndex, indexAvailability } from '../availability/away.ts';
import type { Consent } from '../child.ts';
import type { ChildId, MeetingId, PersonId, PlaceId, StrandId } from '../ids.ts';
import { isScheduled, type MeetingWithPeople, type ScheduledMeeting } from '../meeting.ts';
import type { Organisation, Person, Place, Strand } from '../people.ts';
import type { IsoDate } from '../time.ts';
import type { ClockStyle } from '../time-words.ts';
import type { ChoosableRule, RuleFacts } from '../timetable-rules.ts';
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
  /** When people are to be had, which rules hold, and the rest that only some rules look at. */
  readonly facts: RuleFacts;
  readonly names: TimetableNames;
  /** Meetings that will not happen: they take nobody's time and no room. */
  readonly cancelledIds?: ReadonlySet<MeetingId>;
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
  /** Which site it is at; null online, without a place, and for a block called travel. */
  readonly site: string | null;
};

/** A timetable arranged so that one meeting is checked without looking at the others. Make one with `indexWorld`. */
export type TimetableIndex = {
  readonly world: TimetableWorld;
  readonly people: ReadonlyMap<string, WorldPerson>;
  readonly places: ReadonlyMap<PlaceId, Place>;
  /** Which site each place is at; null online. */
  readonly sites: ReadonlyMap<PlaceId, string | null>;
  readonly members: ReadonlyMap<StrandId, readonly PersonId[]>;
  /** What stands in the way of each child's meetings; a child not in here has no consent recorded. */
  readonly consent: ReadonlyMap<ChildId, ConsentProblem | null>;
  /** When each person and place is away. */
  readonly away: AwayIndex;
  /** The limit of each choosable rule that holds, in minutes. */
  readonly limits: ReadonlyMap<ChoosableRule, number>;
  /** Who works with each child. */
  readonly casework: ReadonlyMap<ChildId, ReadonlySet<PersonId>>;
  /** The scheduled meetings of each day, in order of start. */
  readonly days: ReadonlyMap<IsoDate, readonly Placed[]>;
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

/** Arranges a timetable by day and start. Takes time in proportion to its meetings. */
export function indexWorld(world: TimetableWorld): TimetableIndex {
  const members = new Map<StrandId, PersonId[]>();
  for (const person of world.people) {
    if (!person.strandId) continue;
    const known = members.get(person.strandId);
    if (known) known.push(person.id);
    else members.set(person.strandId, [person.id]);
  }
  const lookUp = {
    members,
    places: byId<PlaceId, Place>(world.places),
    sites: new Map(world.places.map((place) => [place.id, siteOf(place)])),
  };
  const days = new Map<IsoDate, Placed[]>();
  for (const meeting of world.meetings) {
    if (!isScheduled(meeting) || world.cancelledIds?.has(meeting.id)) continue;
    const placed = placeMeeting(lookUp, meeting);
    const day = days.get(meeting.day);
    if (day) day.push(placed);
    else days.set(meeting.day, [placed]);
  }
  for (const placed of days.values()) placed.sort(byStart);
  return {
    ...lookUp,
    world,
    people: byId<string, WorldPerson>(world.people),
    consent: consentProblems(world.consents),
    away: indexAvailability(world.facts.availability),
    limits: new Map(world.facts.applied.map(({ rule, minutes }) => [rule, minutes])),
    casework: new Map(world.facts.casework.map(({ childId, personIds }) => [childId, new Set(personIds)])),
    days,
  };
}

/** Looks up who and where a meeting occupies. */
export function placeMeeting(
  index: Pick<TimetableIndex, 'members' | 'places' | 'sites'>,
  meeting: ScheduledMeeting,
): Placed {
  return {
    meeting,
    start: meeting.start,
    end: meeting.start + meeting.minutes,
    occupants: occupantsOf(index, meeting),
    place: meeting.placeId === null ? null : (index.places.get(meeting.placeId) ?? null),
    site: meeting.placeId === null || isTravel(meeting) ? null : (index.sites.get(meeting.placeId) ?? null),
  };
}

/** What tells sites apart: the site's name, or the place itself where an outlying place has no site; null online. */
export function siteOf(place: Place): string | null {
  if (place.isOnline) return null;
  return place.site.trim().toLowerCase() || (place.travelMinutes === 0 ? '' : place.id);
}

/** Everybody whom a meeting occupies, each once; a strand stands for itself while it has no members. */
export function occupantsOf(
  index: Pick<TimetableIndex, 'members'>,
  meeting: Pick<MeetingWithPeople, 'strandIds' | 'personIds'>,
): readonly Occupant[] {
  if (meeting.strandIds.length === 0) return meeting.personIds;
  const all: Occupant[] = [...meeting.personIds];
  for (const strandId of meeting.strandIds) {
    for (const one of index.members.get(strandId) ?? [strandId]) {
      if (!all.includes(one)) all.push(one);
    }
  }
  return all;
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

function byId<Id, Row extends { readonly id: Id }>(rows: readonly Row[]): ReadonlyMap<Id, Row> {
  const map = new Map<Id, Row>();
  for (const row of rows) map.set(row.id, row);
  return map;
}
