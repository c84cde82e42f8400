import { type Away, type AwayIndex, awayAt } from '../availability/away.ts';
import type { PersonId, PlaceId } from '../ids.ts';
import { isScheduled, type MeetingWithPeople, type ScheduledMeeting } from '../meeting.ts';
import type { Person, Place } from '../people.ts';
import type { IsoDate, Minutes } from '../time.ts';
import { type Attendance, isCancelled } from './attendance.ts';

/** A time on a day for which somebody is wanted. */
export type WantedTime = { readonly day: IsoDate; readonly start: Minutes; readonly minutes: Minutes };

/** What keeps somebody, or a room, from that time; neither where they are free. */
export type Freedom<Id> = {
  readonly id: Id;
  readonly meeting: ScheduledMeeting | null;
  readonly away: Away | null;
};

export type FreedomSources = {
  readonly people: readonly Pick<Person, 'id' | 'strandId'>[];
  readonly places: readonly Pick<Place, 'id' | 'isOnline'>[];
  readonly meetings: readonly MeetingWithPeople[];
  readonly attendance: Attendance;
  readonly away: AwayIndex;
};

/**
 * Who and which rooms are free for the whole of a time: in no meeting or block that lies across it, and not away. A
 * cancelled meeting keeps nobody, and a video link is never taken.
 */
export function whoIsFree(
  { day, start, minutes }: WantedTime,
  { people, places, meetings, attendance, away }: FreedomSources,
): { readonly people: readonly Freedom<PersonId>[]; readonly places: readonly Freedom<PlaceId>[] } {
  const end = start + minutes;
  const then = meetings
    .filter(isScheduled)
    .filter(
      (meeting) => meeting.day === day && meeting.start < end && start < meeting.start + meeting.minutes,
    )
    .filter(({ id }) => !isCancelled(id, attendance));
  const awayThen = (id: string) => awayAt(away, id, { day, start, end }) ?? null;
  return {
    people: people.map(({ id, strandId }) => ({
      id,
      meeting:
        then.find(
          ({ personIds, strandIds }) =>
            personIds.includes(id) || (strandId !== null && strandIds.includes(strandId)),
        ) ?? null,
      away: awayThen(id),
    })),
    places: places.map(({ id, isOnline }) => ({
      id,
      meeting: isOnline ? null : (then.find(({ placeId }) => placeId === id) ?? null),
      away: isOnline ? null : awayThen(id),
    })),
  };
}

/** Whether nothing stands in the way. */
export const isFree = ({ meeting, away }: Pick<Freedom<string>, 'meeting' | 'away'>): boolean =>
  meeting === null && away === null;
