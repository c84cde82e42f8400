import { titleWithChild } from '../child-code.ts';
import { type Occupant, occupantsOf } from '../clash/world.ts';
import type { MeetingId, PersonId, PlaceId, StrandId } from '../ids.ts';
import type { MeetingKind } from '../meeting.ts';
import type { IsoDate } from '../time.ts';
import type {
  Aspect,
  ChangeKind,
  Snapshot,
  SnapshotMeeting,
  SnapshotPerson,
  SnapshotPlace,
} from './version.ts';

export type SeenPerson = {
  readonly id: PersonId;
  readonly name: string;
  readonly isOfTheTeam: boolean;
  /** Whether they are in it as a member of its strand, and not because they were asked. */
  readonly isOfItsStrand: boolean;
};

/** A meeting of one version as people saw it. */
export type SeenMeeting = {
  readonly title: string;
  readonly kind: MeetingKind;
  readonly day: IsoDate;
  readonly start: number;
  readonly minutes: number;
  readonly place: string;
  readonly site: string;
  readonly strands: readonly string[];
  readonly people: readonly SeenPerson[];
};

/** What became of one meeting between two versions: `before` is null for a new one, `after` for a cancelled one. */
export type MeetingChange = {
  readonly meetingId: MeetingId;
  readonly kind: ChangeKind;
  /** Empty for new and cancelled ones. */
  readonly aspects: readonly Aspect[];
  readonly before: SeenMeeting | null;
  readonly after: SeenMeeting | null;
};

/**
 * Says what became of each meeting from one version to another, in the order of the days: new, cancelled, or changed in
 * time, length, room, people or title. Meetings that look the same to everybody are left out, whoever they are asked
 * through. Takes time in proportion to the meetings.
 */
export function diffVersions(before: Snapshot, after: Snapshot): readonly MeetingChange[] {
  const [was, is] = [lookUp(before), lookUp(after)];
  const changes: MeetingChange[] = [];
  for (const meeting of before.meetings) {
    const now = is.meetings.get(meeting.meetingId);
    if (!now) changes.push(changeOf(meeting.meetingId, 'cancelled', [], seen(was, meeting), null));
    else {
      const aspects = aspectsOf(was, meeting, is, now);
      if (aspects.length > 0)
        changes.push(changeOf(meeting.meetingId, 'changed', aspects, seen(was, meeting), seen(is, now)));
    }
  }
  for (const meeting of after.meetings) {
    if (!was.meetings.has(meeting.meetingId))
      changes.push(changeOf(meeting.meetingId, 'new', [], null, seen(is, meeting)));
  }
  return changes.sort(byDay);
}

type LookUp = {
  readonly meetings: ReadonlyMap<MeetingId, SnapshotMeeting>;
  readonly members: ReadonlyMap<StrandId, readonly PersonId[]>;
  readonly people: ReadonlyMap<Occupant, SnapshotPerson>;
  readonly places: ReadonlyMap<PlaceId, SnapshotPlace>;
  readonly strands: Snapshot['strands'];
};

function lookUp({ meetings, people, strands, places }: Snapshot): LookUp {
  const members = new Map<StrandId, PersonId[]>();
  for (const { personId, strandId } of people) {
    if (strandId === null) continue;
    const known = members.get(strandId);
    if (known) known.push(personId);
    else members.set(strandId, [personId]);
  }
  return {
    members,
    strands: [...strands].sort((a, b) => a.position - b.position),
    meetings: new Map(meetings.map((meeting) => [meeting.meetingId, meeting])),
    people: new Map(people.map((person) => [person.personId, person])),
    places: new Map(places.map((place) => [place.placeId, place])),
  };
}

function aspectsOf(was: LookUp, a: SnapshotMeeting, is: LookUp, b: SnapshotMeeting): readonly Aspect[] {
  const aspects: Aspect[] = [];
  if (a.day !== b.day || a.start !== b.start) aspects.push('moved');
  if (a.minutes < b.minutes) aspects.push('lengthened');
  if (a.minutes > b.minutes) aspects.push('shortened');
  const [from, to] = [placeOf(was, a), placeOf(is, b)];
  if (from.name !== to.name || from.site !== to.site) aspects.push('room');
  if (!isSameSet(occupantsOf(was, a), occupantsOf(is, b))) aspects.push('people');
  if (titleOf(a) !== titleOf(b)) aspects.push('title');
  return aspects;
}

const nowhere = { name: '', site: '' };
const placeOf = ({ places }: LookUp, { placeId }: SnapshotMeeting) =>
  (placeId === null ? undefined : places.get(placeId)) ?? nowhere;

const titleOf = ({ title, childCode }: SnapshotMeeting) => titleWithChild(title, childCode);

function isSameSet(a: readonly Occupant[], b: readonly Occupant[]): boolean {
  const [one, other] = [new Set(a), new Set(b)];
  return one.size === other.size && [...one].every((id) => other.has(id));
}

function seen(from: LookUp, meeting: SnapshotMeeting): SeenMeeting {
  const { kind, day, start, minutes, strandIds } = meeting;
  const { name, site } = placeOf(from, meeting);
  return {
    title: titleOf(meeting),
    ...{ kind, day, start, minutes, place: name, site },
    strands: from.strands.filter(({ strandId }) => strandIds.includes(strandId)).map((strand) => strand.name),
    people: [...new Set(occupantsOf(from, meeting))].flatMap((id) => {
      const person = from.people.get(id);
      if (!person) return [];
      const isOfItsStrand = person.strandId !== null && strandIds.includes(person.strandId);
      const isOfTheTeam = person.side === 'inspection';
      return [{ id: person.personId, name: person.name, isOfTheTeam, isOfItsStrand }];
    }),
  };
}

function changeOf(
  meetingId: MeetingId,
  kind: ChangeKind,
  aspects: readonly Aspect[],
  before: SeenMeeting | null,
  after: SeenMeeting | null,
): MeetingChange {
  return { meetingId, kind, aspects, before, after };
}

function byDay(a: MeetingChange, b: MeetingChange): number {
  const [one, other] = [a.after ?? a.before, b.after ?? b.before];
  if (!one || !other) return 0;
  if (one.day !== other.day) return one.day < other.day ? -1 : 1;
  return one.start - other.start || (a.meetingId < b.meetingId ? -1 : 1);
}
