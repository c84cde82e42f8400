import type { MeetingId } from '../ids.ts';
import type { Placed } from './world.ts';

/** Calls `found` with each two meetings of a list, in order of start, that have a minute in common. With `only`, just those of one meeting. */
export function eachOverlap(
  inOrder: readonly Placed[],
  only: MeetingId | null,
  found: (earlier: Placed, later: Placed) => void,
): void {
  for (let at = 0; at < inOrder.length; at += 1) {
    const earlier = inOrder[at];
    if (!earlier) continue;
    for (let next = at + 1; next < inOrder.length; next += 1) {
      const later = inOrder[next];
      if (!later || later.start >= earlier.end) break;
      if (only === null || earlier.meeting.id === only || later.meeting.id === only) found(earlier, later);
    }
  }
}
