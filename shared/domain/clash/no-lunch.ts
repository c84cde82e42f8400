import { type Clash, clashKey } from '../clash.ts';
import type { MeetingId } from '../ids.ts';
import { formatDuration, formatTimeRange, type IsoDate } from '../time.ts';
import { longestGap } from './tight-travel.ts';
import {
  isLunch,
  isOfTheTeam,
  type Occupant,
  occupantName,
  type Placed,
  type TimetableIndex,
} from './world.ts';

const midday = 12 * 60;
const lunchFrom = 11 * 60 + 30;
const lunchTo = 14 * 60 + 30;
const lunchMinutes = 30;

/**
 * Finds a member of the inspection team with meetings on both sides of midday and no half hour free between 11:30am
 * and 2:30pm. A block called lunch is free time; other blocks are not.
 */
export function noLunch(
  index: TimetableIndex,
  occupant: Occupant,
  day: IsoDate,
  inOrder: readonly Placed[],
  only: MeetingId | null,
): readonly Clash[] {
  const meets = (test: (one: Placed) => boolean) =>
    inOrder.some((one) => one.meeting.kind !== 'block' && test(one));
  if (!meets((one) => one.start < midday) || !meets((one) => one.end > midday)) return [];
  const busy = inOrder.filter((one) => one.start < lunchTo && one.end > lunchFrom && !isLunch(one.meeting));
  if (longestGap(busy, lunchFrom, lunchTo) >= lunchMinutes || !isOfTheTeam(index, occupant)) return [];
  const meetingIds = busy.map((one) => one.meeting.id);
  if (only !== null && !meetingIds.includes(only)) return [];
  const window = formatTimeRange(lunchFrom, lunchTo, index.world.names.clock).replace(' to ', ' and ');
  return [
    {
      // Known by person and day, so that accepting it outlasts a change to one of the meetings.
      key: clashKey({ rule: 'no-lunch', meetingIds: [], subjectId: occupant, detail: day }),
      rule: 'no-lunch',
      severity: 'soft',
      meetingIds,
      subjectId: occupant,
      sentence: `${occupantName(index, occupant)} does not have ${formatDuration(lunchMinutes)} for lunch between ${window}`,
      from: lunchFrom,
      to: lunchTo,
    },
  ];
}
