import { type Clash, clashKey, none } from '../clash.ts';
import type { MeetingId } from '../ids.ts';
import { formatTimeRange } from '../time-words.ts';
import { eachOverlap } from './overlaps.ts';
import { sharedTime } from './wording.ts';
import type { Placed, TimetableIndex } from './world.ts';

/** Finds where a room holds two meetings at once; a link for online meetings holds any number. */
export function roomTwice(
  index: TimetableIndex,
  inOrder: readonly Placed[],
  only: MeetingId | null,
): readonly Clash[] {
  const place = inOrder[0]?.place;
  if (!place || place.isOnline) return none;
  const clashes: Clash[] = [];
  const { names } = index.world;
  eachOverlap(inOrder, only, (earlier, later) => {
    const from = later.start;
    const to = Math.min(earlier.end, later.end);
    const [own, other] = later.meeting.id === only ? [later, earlier] : [earlier, later];
    const who = only === null ? `${earlier.meeting.title} and ${later.meeting.title}` : other.meeting.title;
    const when =
      only === null
        ? `, ${formatTimeRange(from, to, names.clock)}`
        : ` ${sharedTime(own, other, names.clock)}`;
    const identity = {
      rule: 'room-twice',
      meetingIds: [earlier.meeting.id, later.meeting.id],
      subjectId: place.id,
    } as const;
    clashes.push({
      ...identity,
      key: clashKey(identity),
      severity: 'hard',
      sentence: `${names.place(place.id)} is taken by ${who}${when}`,
      from,
      to,
    });
  });
  return clashes;
}
