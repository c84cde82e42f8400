import { type Clash, clashKey, none } from '../clash.ts';
import type { MeetingId } from '../ids.ts';
import { formatDuration, formatTime } from '../time-words.ts';
import { listed } from './wording.ts';
import type { Placed, TimetableIndex } from './world.ts';

/** Finds a room in which one meeting follows another with less than the limit between them: one clash for each room and day. */
export function roomReset(
  index: TimetableIndex,
  inOrder: readonly Placed[],
  only: MeetingId | null,
): readonly Clash[] {
  const limit = index.limits.get('room-reset');
  const place = inOrder[0]?.place;
  if (limit === undefined || !place || place.isOnline || inOrder.length < 2) return none;
  const { names } = index.world;
  const involved = new Set<MeetingId>();
  const starts: string[] = [];
  let earlier: Placed | null = null;
  for (const one of inOrder) {
    if (one.meeting.kind === 'block') continue;
    if (earlier && one.start >= earlier.end && one.start - earlier.end < limit) {
      involved.add(earlier.meeting.id).add(one.meeting.id);
      starts.push(formatTime(one.start, names.clock));
    }
    if (!earlier || one.end > earlier.end) earlier = one;
  }
  const meetingIds = [...involved];
  if (meetingIds.length === 0 || (only !== null && !involved.has(only))) return none;
  return [
    {
      key: clashKey({
        rule: 'room-reset',
        meetingIds: [],
        subjectId: place.id,
        detail: inOrder[0]?.meeting.day,
      }),
      rule: 'room-reset',
      severity: 'soft',
      meetingIds,
      subjectId: place.id,
      sentence: `${names.place(place.id)} has less than ${formatDuration(limit)} to be made ready before the ${starts.length === 1 ? 'meeting' : 'meetings'} at ${listed([...new Set(starts)])}`,
      from: null,
      to: null,
    },
  ];
}
