import type { MeetingId, PersonId, StrandId } from '../ids.ts';
import type { MeetingWithPeople } from '../meeting.ts';
import { type StandIn, type StandInPerson, type StandInSources, standInsFor } from './stand-ins.ts';

type Member = Pick<StandInPerson, 'id' | 'strandId'>;

/** The strand somebody is in alone; null where they have none, or share it. */
export function ownStrand(personId: PersonId, people: readonly Member[]): StrandId | null {
  const strandId = people.find(({ id }) => id === personId)?.strandId ?? null;
  const isShared = people.some((one) => one.id !== personId && one.strandId === strandId);
  return isShared ? null : strandId;
}

/**
 * A meeting with somebody else in a person's place. Asked by name, they are replaced by name. There as a strand, the
 * stand-in's strand takes over; with nobody it goes on in its other strands, or waits in the tray where it has none.
 */
export function handedOn(
  meeting: MeetingWithPeople,
  person: Member,
  standIn: Member | null,
): MeetingWithPeople {
  const chairId = meeting.chairId === person.id ? (standIn?.id ?? meeting.chairId) : meeting.chairId;
  if (meeting.personIds.includes(person.id)) {
    if (!standIn) return meeting;
    const personIds = meeting.personIds.map((id) => (id === person.id ? standIn.id : id));
    return { ...meeting, chairId, personIds: [...new Set(personIds)] };
  }
  const others = meeting.strandIds.filter((id) => id !== person.strandId);
  if (standIn?.strandId)
    return { ...meeting, chairId, strandIds: [...new Set([...others, standIn.strandId])] };
  if (standIn)
    return { ...meeting, chairId, strandIds: others, personIds: [...meeting.personIds, standIn.id] };
  return others.length > 0 ? { ...meeting, strandIds: others } : { ...meeting, day: null, start: null };
}

/** Who could come to one meeting in somebody's place, and who is proposed; null where nobody suggested is free. */
export type MeetingCover = {
  readonly meeting: MeetingWithPeople;
  readonly standIns: readonly StandIn[];
  readonly proposedId: PersonId | null;
};

/**
 * Proposes a stand-in for each meeting, in the order given, each judged with the ones before already handed on, so
 * that nobody is proposed for two meetings at once. What was chosen by hand counts as handed on too.
 */
export function planCover(
  personId: PersonId,
  meetings: readonly MeetingWithPeople[],
  sources: StandInSources,
  chosen: ReadonlyMap<MeetingId, PersonId | null> = new Map(),
): readonly MeetingCover[] {
  const person = sources.people.find(({ id }) => id === personId) ?? { id: personId, strandId: null };
  const now = new Map(sources.meetings.map((meeting) => [meeting.id, meeting]));
  const handOn = (meeting: MeetingWithPeople, standInId: PersonId | null | undefined) => {
    const standIn = sources.people.find(({ id }) => id === standInId) ?? null;
    const without = meeting.personIds.filter((id) => id !== personId);
    const isGone = !standIn && without.length < meeting.personIds.length;
    now.set(meeting.id, isGone ? { ...meeting, personIds: without } : handedOn(meeting, person, standIn));
  };
  for (const meeting of meetings) handOn(meeting, chosen.get(meeting.id));
  return meetings.map((meeting) => {
    const standIns = standInsFor(personId, meeting, { ...sources, meetings: [...now.values()] });
    const best = standIns[0]?.isFree ? standIns[0].personId : null;
    const proposedId = chosen.get(meeting.id) ?? (chosen.has(meeting.id) ? null : best);
    handOn(meeting, proposedId);
    return { meeting, standIns, proposedId };
  });
}
