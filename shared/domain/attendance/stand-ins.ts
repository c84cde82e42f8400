import type { OrganisationId, PersonId } from '../ids.ts';
import { isScheduled, type MeetingWithPeople, type ScheduledMeeting } from '../meeting.ts';
import type { Person } from '../people.ts';
import type { Sector } from '../sector.ts';
import type { Minutes } from '../time.ts';
import { type Attendance, isCancelled, noAttendance } from './attendance.ts';

export type StandInPerson = Pick<Person, 'id' | 'side' | 'role' | 'organisationId' | 'strandId'> & {
  /** The person's own or, where they have none, that of their organisation. */
  readonly sector: Sector | null;
};

export type StandInSources = {
  readonly people: readonly StandInPerson[];
  readonly meetings: readonly MeetingWithPeople[];
  readonly attendance?: Attendance;
  /** What an organisation is called, for the reasons. */
  readonly organisationName?: (id: OrganisationId) => string;
  /** Why somebody cannot come at that time, such as "on leave"; null where nothing is known. */
  readonly awayReason?: (personId: PersonId, meeting: ScheduledMeeting) => string | null;
};

/** Somebody who could come in another's place, and why they are suggested. */
export type StandIn = {
  readonly personId: PersonId;
  readonly isFree: boolean;
  /** "Same role", "Free then", "1 other meeting that day", most telling first. */
  readonly reasons: readonly string[];
};

/**
 * Who could stand in for somebody, best first: those free at the meeting's time before those who are not, then by the
 * same role, the same organisation, the same sector, and the lighter day. Only people of the same side are suggested, of the
 * partnership only those who share at least one of those, and never somebody who is in the meeting already. Without a meeting, as for a
 * document, everybody counts as free.
 */
export function standInsFor(
  personId: PersonId,
  meeting: MeetingWithPeople | null,
  sources: StandInSources,
): readonly StandIn[] {
  const person = sources.people.find((one) => one.id === personId);
  if (!person) return [];
  const placed = meeting && isScheduled(meeting) ? meeting : null;
  const judged = sources.people
    .filter((one) => one.id !== personId && one.side === person.side)
    .filter((one) => !meeting?.personIds.includes(one.id))
    .filter((one) => one.strandId === null || !meeting?.strandIds.includes(one.strandId))
    .flatMap((one) => {
      const likeness = likenessOf(person, one);
      // Anybody of the team can take an inspector's meeting over.
      if (likeness === 0 && person.side === 'partnership') return [];
      const busy = placed ? busyThen(one, placed, sources) : null;
      const dayLoad = placed ? loadOn(one, placed, sources) : { meetings: 0, minutes: 0 };
      const reasons = [
        ...likenessWords(person, one, sources),
        ...(placed ? [busy ?? 'free then'] : []),
        ...(placed && dayLoad.meetings > 0
          ? [`${dayLoad.meetings} other ${dayLoad.meetings === 1 ? 'meeting' : 'meetings'} that day`]
          : []),
      ];
      return { personId: one.id, isFree: busy === null, reasons, likeness, minutes: dayLoad.minutes };
    });
  return judged
    .sort(
      (a, b) =>
        Number(b.isFree) - Number(a.isFree) ||
        b.likeness - a.likeness ||
        a.minutes - b.minutes ||
        (a.personId < b.personId ? -1 : 1),
    )
    .map(({ personId: id, isFree, reasons }) => ({ personId: id, isFree, reasons: sentenceCase(reasons) }));
}

function likenessOf(person: StandInPerson, other: StandInPerson): number {
  const hasOrganisation = person.organisationId !== null && person.organisationId === other.organisationId;
  const hasSector = person.sector !== null && person.sector === other.sector;
  return roleLikeness(person.role, other.role) + Number(hasOrganisation) * 2 + Number(hasSector);
}

/** 4 for the same role, 3 for one with most of its words, such as a deputy's, unless all they share is a rank; else 0. A deputy of one's own organisation comes before one's equal elsewhere. */
function roleLikeness(a: string, b: string): number {
  const [one, two] = [wordsOf(a), wordsOf(b)];
  if (one.length === 0 || two.length === 0) return 0;
  if (one.join(' ') === two.join(' ')) return sameRole;
  const shared = one.filter((word) => two.includes(word));
  const isTelling = shared.some((word) => !ranks.has(word));
  return isTelling && shared.length * 2 > Math.min(one.length, two.length) ? sameRole - 1 : 0;
}

const sameRole = 4;
/** Half a council is a manager of something. */
const ranks = new Set(
  'manager head lead officer director deputy assistant senior principal chair coordinator practitioner service team'.split(
    ' ',
  ),
);
const small = new Set(['of', 'and', 'for', 'the', 'in', 'to', 'a']);
const wordsOf = (role: string) =>
  role
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !small.has(word));

function likenessWords(
  person: StandInPerson,
  other: StandInPerson,
  { organisationName }: StandInSources,
): readonly string[] {
  const role = roleLikeness(person.role, other.role);
  const words = role === sameRole ? ['same role'] : role > 0 ? ['similar role'] : [];
  if (person.organisationId !== null && person.organisationId === other.organisationId)
    return [
      ...words,
      organisationName ? `also ${organisationName(person.organisationId)}` : 'same organisation',
    ];
  return person.sector !== null && person.sector === other.sector ? [...words, 'same sector'] : words;
}

function busyThen(one: StandInPerson, placed: ScheduledMeeting, sources: StandInSources): string | null {
  const clash = othersOf(one, placed, sources).find(
    (other) => other.start < placed.start + placed.minutes && placed.start < other.start + other.minutes,
  );
  if (clash) return `in “${clash.title}” then`;
  return sources.awayReason?.(one.id, placed) ?? null;
}

function loadOn(
  one: StandInPerson,
  placed: ScheduledMeeting,
  sources: StandInSources,
): { readonly meetings: number; readonly minutes: Minutes } {
  const others = othersOf(one, placed, sources);
  return { meetings: others.length, minutes: others.reduce((sum, other) => sum + other.minutes, 0) };
}

/** What else the person is in on the meeting's day. */
function othersOf(
  one: StandInPerson,
  placed: ScheduledMeeting,
  { meetings, attendance = noAttendance }: StandInSources,
): readonly ScheduledMeeting[] {
  return meetings
    .filter(isScheduled)
    .filter(
      (other) =>
        other.id !== placed.id &&
        other.day === placed.day &&
        !isCancelled(other.id, attendance) &&
        (other.personIds.includes(one.id) ||
          (one.strandId !== null && other.strandIds.includes(one.strandId))),
    );
}

function sentenceCase(reasons: readonly string[]): readonly string[] {
  return reasons.map((reason, at) => (at === 0 ? reason.charAt(0).toUpperCase() + reason.slice(1) : reason));
}
