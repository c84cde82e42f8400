import type { MeetingId, PersonId } from '../ids.ts';
import type { MeetingWithPeople } from '../meeting.ts';
import { type StandIn, type StandInSources, standInsFor } from './stand-ins.ts';

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
  const now = new Map(sources.meetings.map((meeting) => [meeting.id, meeting]));
  const handOn = (meeting: MeetingWithPeople, standInId: PersonId | null | undefined) => {
    const others = meeting.personIds.filter((id) => id !== personId);
    now.set(meeting.id, { ...meeting, personIds: standInId ? [...others, standInId] : others });
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
