import { type Clash, clashKey, none } from '../clash.ts';
import { formatTime } from '../time-words.ts';
import type { Placed, TimetableIndex } from './world.ts';

/**
 * Finds a meeting that starts before the engagement's day does, or ends after it. The team's own time, with nobody else in
 * it, may lie where the team likes: peers often meet in the evening.
 */
export function outsideHours(index: TimetableIndex, { meeting, start, end }: Placed): readonly Clash[] {
  const { dayStart, dayEnd, names } = index.world;
  const isEarly = start < dayStart;
  if (!isEarly && end <= dayEnd) return none;
  const isTheirs = (meeting.kind === 'team' || meeting.kind === 'block') && meeting.personIds.length === 0;
  if (isTheirs) return none;
  const identity = { rule: 'outside-hours', meetingIds: [meeting.id], subjectId: '' } as const;
  const sentence = isEarly
    ? `${meeting.title} starts before ${formatTime(dayStart, names.clock)}, when the day begins`
    : `${meeting.title} ends after ${formatTime(dayEnd, names.clock)}, when the day ends`;
  const [from, to] = isEarly ? [start, Math.min(end, dayStart)] : [Math.max(start, dayEnd), end];
  return [{ ...identity, key: clashKey(identity), severity: 'hard', sentence, from, to }];
}
