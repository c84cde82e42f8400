import { type Clash, clashKey } from '../clash.ts';
import type { MeetingId } from '../ids.ts';
import type { Place } from '../people.ts';
import { formatDuration } from '../time-words.ts';
import { isTravel, type Occupant, occupantName, type Placed, type TimetableIndex } from './world.ts';

/**
 * Finds where somebody has less time between two meetings than the way takes. Places know only how far they are from
 * the main site, so from one outlying site to another the way is counted through the main site. Meetings online or
 * without a place are nowhere, but what they take from the time between counts; blocks called travel take nothing.
 */
export function tightTravel(
  index: TimetableIndex,
  occupant: Occupant,
  inOrder: readonly Placed[],
  only: MeetingId | null,
): readonly Clash[] {
  const clashes: Clash[] = [];
  let earlier: Somewhere | null = null;
  for (const placed of inOrder) {
    if (!isSomewhere(placed)) continue;
    const clash =
      earlier && earlier.site !== placed.site && between(index, occupant, inOrder, earlier, placed);
    if (clash && (only === null || clash.meetingIds.includes(only))) clashes.push(clash);
    earlier = placed;
  }
  return clashes;
}

type Somewhere = Placed & { readonly place: Place; readonly site: string };

const isSomewhere = (placed: Placed): placed is Somewhere => placed.site !== null;

function between(
  index: TimetableIndex,
  occupant: Occupant,
  inOrder: readonly Placed[],
  from: Somewhere,
  to: Somewhere,
): Clash | null {
  const needed = from.place.travelMinutes + to.place.travelMinutes;
  if (needed === 0 || to.start < from.end) return null;
  const inTheWay = inOrder.filter(
    (one) =>
      one !== from && one !== to && one.start < to.start && one.end > from.end && !isTravel(one.meeting),
  );
  const free = longestGap(inTheWay, from.end, to.start);
  if (free >= needed) return null;
  const identity = {
    rule: 'tight-travel',
    meetingIds: [from, ...inTheWay, to].map((one) => one.meeting.id),
    subjectId: occupant,
  } as const;
  const throughMain = from.place.travelMinutes > 0 && to.place.travelMinutes > 0;
  const time = free === 0 ? 'no time' : formatDuration(free);
  const way = `${siteName(index, from.place)} to ${siteName(index, to.place)}`;
  return {
    ...identity,
    key: clashKey(identity),
    severity: 'soft',
    sentence: `${occupantName(index, occupant)} has ${time} to get from ${way}, which takes ${formatDuration(needed)}${throughMain ? ' by way of the main site' : ''}`,
    from: from.end,
    to: to.start,
  };
}

/** The longest stretch from `start` to `end` that no meeting of an ordered list covers, in minutes. */
export function longestGap(inOrder: readonly Placed[], start: number, end: number): number {
  let free = 0;
  let until = start;
  for (const one of inOrder) {
    if (one.start >= end) break;
    free = Math.max(free, one.start - until);
    until = Math.max(until, one.end);
  }
  return Math.max(free, end - until);
}

const siteName = (index: TimetableIndex, place: Place) =>
  place.site.trim() || index.world.names.place(place.id);
