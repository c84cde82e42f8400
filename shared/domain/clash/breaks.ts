import { type Clash, clashKey, none } from '../clash.ts';
import type { MeetingId } from '../ids.ts';
import { formatDuration, formatTimeRange } from '../time-words.ts';
import { isTravel, type Occupant, occupantName, type Placed, type TimetableIndex } from './world.ts';

const breakMinutes = 15;

/**
 * For a member of the inspection team, finds where meetings follow one another for longer than the limit with no quarter of
 * an hour between them: the longest such stretch of the day. Blocks are breaks, unless they are travel.
 */
export function noBreak(
  index: TimetableIndex,
  occupant: Occupant,
  inOrder: readonly Placed[],
  only: MeetingId | null,
): readonly Clash[] {
  const limit = index.limits.get('no-break');
  if (limit === undefined) return none;
  const stretch = longestStretch(inOrder);
  if (stretch.end - stretch.start <= limit) return none;
  const meetingIds = stretch.meetings.map((one) => one.meeting.id);
  if (only !== null && !meetingIds.includes(only)) return none;
  const { clock } = index.world.names;
  const long = formatDuration(stretch.end - stretch.start);
  return [
    {
      ...ofTheDay('no-break', occupant, inOrder),
      meetingIds,
      sentence: `${occupantName(index, occupant)} has ${long} without a break, ${formatTimeRange(stretch.start, stretch.end, clock)}`,
      from: stretch.start,
      to: stretch.end,
    },
  ];
}

/** Finds a member of the inspection team with more hours of meetings in a day than the limit; what overlaps counts once. */
export function longDay(
  index: TimetableIndex,
  occupant: Occupant,
  inOrder: readonly Placed[],
  only: MeetingId | null,
): readonly Clash[] {
  const limit = index.limits.get('long-day');
  if (limit === undefined) return none;
  const meetings = inOrder.filter((one) => one.meeting.kind !== 'block');
  let minutes = 0;
  let until = 0;
  for (const { start, end } of meetings) {
    minutes += Math.max(0, end - Math.max(start, until));
    until = Math.max(until, end);
  }
  const meetingIds = meetings.map((one) => one.meeting.id);
  if (minutes <= limit || (only !== null && !meetingIds.includes(only))) return none;
  return [
    {
      ...ofTheDay('long-day', occupant, inOrder),
      meetingIds,
      sentence: `${occupantName(index, occupant)} has ${formatDuration(minutes)} of meetings in the day, more than ${formatDuration(limit)}`,
      from: null,
      to: null,
    },
  ];
}

/** Known by person and day, so that accepting it outlasts a change to one of the meetings. */
function ofTheDay(rule: 'no-break' | 'long-day', subjectId: Occupant, inOrder: readonly Placed[]) {
  const key = clashKey({ rule, meetingIds: [], subjectId, detail: inOrder[0]?.meeting.day });
  return { key, rule, severity: 'soft', subjectId } as const;
}

type Stretch = { readonly start: number; readonly end: number; readonly meetings: readonly Placed[] };

function longestStretch(inOrder: readonly Placed[]): Stretch {
  let longest: Stretch = { start: 0, end: 0, meetings: [] };
  let start = 0;
  let end = Number.NEGATIVE_INFINITY;
  let meetings: Placed[] = [];
  for (const one of inOrder) {
    if (one.meeting.kind === 'block' && !isTravel(one.meeting)) continue;
    if (one.start - end >= breakMinutes) {
      start = one.start;
      meetings = [];
    }
    meetings.push(one);
    end = meetings.length === 1 ? one.end : Math.max(end, one.end);
    if (end - start > longest.end - longest.start) longest = { start, end, meetings: [...meetings] };
  }
  return longest;
}
