import type { OrganisationId, PersonId } from '../ids.ts';
import { isScheduled, type MeetingWithPeople } from '../meeting.ts';
import type { Person } from '../people.ts';
import type { IsoDate, Minutes } from '../time.ts';
import { type Attendance, isCancelled } from './attendance.ts';

/** How much is asked: how many meetings, and for how long altogether. */
export type Amount = { readonly meetings: number; readonly minutes: Minutes };

export type Load = {
  readonly total: Amount;
  readonly byDay: ReadonlyMap<IsoDate, Amount>;
};

export type Loads = {
  readonly people: ReadonlyMap<PersonId, Load>;
  /** Minutes are people's minutes: two people for an hour are two hours. A meeting counts once. */
  readonly organisations: ReadonlyMap<OrganisationId, Load>;
  /** The days on which anything is asked of anybody, in order. */
  readonly days: readonly IsoDate[];
};

export const nothingAsked: Load = { total: { meetings: 0, minutes: 0 }, byDay: new Map() };

/**
 * What the timetable asks of each person of the partnership and of each organisation, by day. Only meetings with a
 * day and a time count, and none that was cancelled.
 */
export function loadsOf(
  meetings: readonly MeetingWithPeople[],
  people: readonly Pick<Person, 'id' | 'side' | 'organisationId'>[],
  attendance: Attendance,
): Loads {
  const partners = new Map(people.filter((one) => one.side === 'partnership').map((one) => [one.id, one]));
  const ofPeople = new Map<PersonId, Load>();
  const ofOrganisations = new Map<OrganisationId, Load>();
  const days = new Set<IsoDate>();
  for (const meeting of meetings) {
    if (!isScheduled(meeting) || isCancelled(meeting.id, attendance)) continue;
    const { day, minutes } = meeting;
    const counts = new Map<OrganisationId, number>();
    for (const id of meeting.personIds) {
      const person = partners.get(id);
      if (!person) continue;
      days.add(day);
      ofPeople.set(id, added(ofPeople.get(id), day, minutes));
      if (person.organisationId)
        counts.set(person.organisationId, (counts.get(person.organisationId) ?? 0) + 1);
    }
    for (const [id, count] of counts)
      ofOrganisations.set(id, added(ofOrganisations.get(id), day, minutes * count));
  }
  return { people: ofPeople, organisations: ofOrganisations, days: [...days].sort() };
}

function added(load: Load = nothingAsked, day: IsoDate, minutes: Minutes): Load {
  const more = (amount: Amount = nothingAsked.total): Amount => ({
    meetings: amount.meetings + 1,
    minutes: amount.minutes + minutes,
  });
  return { total: more(load.total), byDay: new Map(load.byDay).set(day, more(load.byDay.get(day))) };
}
