import { type Clash, clashKey, none } from '../clash.ts';
import type { MeetingId } from '../ids.ts';
import { formatDuration, formatTimeRange } from '../time-words.ts';
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
  inOrder: readonly Placed[],
  only: MeetingId | null,
): readonly Clash[] {
  if (!isOnBothSides(inOrder) || !isOfTheTeam(index, occupant)) return none;
  const busy = inOrder.filter((one) => one.start < lunchTo && one.end > lunchFrom && !isLunch(one.meeting));
  if (longestGap(busy, lunchFrom, lunchTo) >= lunchMinutes) return none;
  const meetingIds = busy.map((one) => one.meeting.id);
  if (only !== null && !meetingIds.includes(only)) return none;
  const window = formatTimeRange(lunchFrom, lunchTo, index.world.names.clock).replace(' to ', ' and ');
  return [
    {
      // Known by person and day, so that accepting it outlasts a change to one of the meetings.
      key: clashKey({
        rule: 'no-lunch',
        meetingIds: [],
        subjectId: occupant,
        detail: inOrder[0]?.meeting.day,
      }),
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

function isOnBothSides(inOrder: readonly Placed[]): boolean {
  let isBefore = false;
  let isAfter = false;
  for (const { meeting, start, end } of inOrder) {
    isBefore ||= start < midday && meeting.kind !== 'block';
    isAfter ||= end > midday && meeting.kind !== 'block';
  }
  return isBefore && isAfter;
}
