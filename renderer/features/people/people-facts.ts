import { counted } from '../../../shared/domain/counted.ts';
import type { MeetingWithPeople } from '../../../shared/domain/meeting.ts';
import type { Organisation, Person } from '../../../shared/domain/people.ts';
import type { Sector } from '../../../shared/domain/sector.ts';
import type { Minutes } from '../../../shared/domain/time.ts';
import { formatDuration } from '../../../shared/domain/time-words.ts';

/** How much the week asks of somebody. */
export type Asked = { readonly meetings: readonly MeetingWithPeople[]; readonly minutes: Minutes };

const nothing: Asked = { meetings: [], minutes: 0 };

/** What each person is asked to, by id, in the tray or in the timetable; members of a strand share its meetings. */
export function askedOf(
  meetings: readonly MeetingWithPeople[],
  people: readonly Person[],
): (id: Person['id']) => Asked {
  const members = new Map<string, Person['id'][]>();
  for (const { id, strandId } of people) {
    if (strandId) members.set(strandId, [...(members.get(strandId) ?? []), id]);
  }
  const byPerson = new Map<Person['id'], MeetingWithPeople[]>();
  for (const meeting of meetings) {
    const ids = new Set([
      ...meeting.personIds,
      ...meeting.strandIds.flatMap((strandId) => members.get(strandId) ?? []),
    ]);
    for (const id of ids) {
      const own = byPerson.get(id);
      if (own) own.push(meeting);
      else byPerson.set(id, [meeting]);
    }
  }
  return (id) => {
    const own = byPerson.get(id);
    if (!own) return nothing;
    return { meetings: own, minutes: own.reduce((sum, meeting) => sum + meeting.minutes, 0) };
  };
}

/** "4 meetings, 3 hours 30 minutes". */
export function askedSentence({ meetings, minutes }: Asked): string {
  if (meetings.length === 0) return 'No meetings';
  return `${counted(meetings.length, 'meeting', 'meetings')}, ${formatDuration(minutes)}`;
}

/** The person's own sector or, where they have none, that of their organisation. */
export function sectorOf(person: Person, organisations: readonly Organisation[]): Sector | null {
  return person.sector ?? organisations.find(({ id }) => id === person.organisationId)?.sector ?? null;
}
