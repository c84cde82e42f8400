import { type Clash, clashKey, none } from '../clash.ts';
import type { MeetingWithPeople } from '../meeting.ts';
import { formatTimeRange } from '../time-words.ts';
import type { Placed, TimetableIndex } from './world.ts';

const opens = 9 * 60;
const closes = 15 * 60 + 15;

/** Finds a group of children or young people that begins before school does or goes on after it. */
export function schoolHours(index: TimetableIndex, { meeting, start, end }: Placed): readonly Clash[] {
  if ((start >= opens && end <= closes) || !index.limits.has('school-hours') || !isChildrensGroup(meeting))
    return none;
  const identity = { rule: 'school-hours', meetingIds: [meeting.id], subjectId: '' } as const;
  const hours = formatTimeRange(opens, closes, index.world.names.clock);
  const sentence = `${meeting.title} is outside school hours, ${hours}`;
  const [from, to] = start < opens ? [start, Math.min(end, opens)] : [Math.max(start, closes), end];
  return [{ ...identity, key: clashKey(identity), severity: 'soft', sentence, from, to }];
}

/** Whether a meeting is a group of children or young people themselves, by its kind and title. */
export function isChildrensGroup({ kind, title }: Pick<MeetingWithPeople, 'kind' | 'title'>): boolean {
  if (kind !== 'family' && kind !== 'focus-group') return false;
  return (
    /\b(children|young people|pupils|students|youth (forum|council|group))\b/i.test(title) &&
    !/\b(parents?|carers?|family|families|services?|social care|leaders?|practitioners?|directors?|justice)\b/i.test(
      title,
    )
  );
}
