import type { Clash } from '../../../shared/domain/clash.ts';
import type { MeetingWithPeople } from '../../../shared/domain/meeting.ts';
import type { PlaceOptions } from '../../../shared/domain/place-all/places-to-try.ts';
import type { PlacePlan } from '../../../shared/domain/place-all.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { formatDayLong, formatTimeRange } from '../../../shared/domain/time-words.ts';
import type { ChannelInput } from '../../../shared/ipc/contract.ts';
import type { Now } from './alternatives.ts';
import { type Timetable, titleOf } from './timetable-model.ts';
import { placeName, strandsOf } from './timetable-words.ts';

/** A meeting with the place planned for it, in words. */
export type PlacedRow = {
  readonly id: string;
  readonly day: IsoDate;
  readonly dayTitle: string;
  readonly title: string;
  readonly when: string;
  readonly who: string;
  readonly where: string;
  readonly warnings: readonly string[];
};

/** A meeting for which there is no place, why, and what would free one. */
export type LeftRow = {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly remedies: readonly string[];
};

/** A plan as the dialog shows it, with names or codes. */
export function rowsOf(
  timetable: Timetable,
  { placed, unplaced }: PlacePlan,
): { readonly placed: readonly PlacedRow[]; readonly left: readonly LeftRow[] } {
  const { names, clock } = timetable;
  const title = (meeting: MeetingWithPeople) => titleOf(meeting, names);
  return {
    placed: placed.map(({ meeting, warnings }) => ({
      id: meeting.id,
      day: meeting.day,
      dayTitle: formatDayLong(meeting.day),
      title: title(meeting),
      when: formatTimeRange(meeting.start, meeting.start + meeting.minutes, clock),
      who: strandsOf(timetable, meeting),
      where: placeName(timetable, meeting),
      warnings: warnings.map((clash: Clash) => names.withoutNames(clash.sentence)),
    })),
    left: unplaced.map(({ meeting, why, remedies }) => ({
      id: meeting.id,
      title: title(meeting),
      why: names.withoutNames(why),
      remedies: remedies.map(names.withoutNames),
    })),
  };
}

/** What is sent to place the chosen meetings of a plan. */
export function placementsOf(
  { placed }: PlacePlan,
  chosen: ReadonlySet<string>,
): ChannelInput<'timetable:placeMeetings'>['placements'] {
  return placed
    .filter(({ meeting }) => chosen.has(meeting.id))
    .map(({ meeting: { id, version, day, start, strandIds, placeId } }) => ({
      ...{ id, version, day, start, placeId },
      strandIds: [...strandIds],
    }));
}

/** Nothing is planned before now, unless the whole timetable lies in the past. */
export function notBefore(days: readonly IsoDate[], now: Now): Pick<PlaceOptions, 'after'> {
  return days.some((day) => day >= now.day) ? { after: { day: now.day, start: now.minutes } } : {};
}
