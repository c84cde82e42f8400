import type { Placed } from '../clash/world.ts';
import type { MeetingKind, MeetingWithPeople } from '../meeting.ts';

const at = (hour: number, minute = 0): number => hour * 60 + minute;

/** When each kind of meeting is usually held. Settings and groups of young people keep school hours. */
const usualHours: Readonly<Record<MeetingKind, readonly [from: number, to: number]>> = {
  leaders: [at(9), at(16, 30)],
  child: [at(9), at(16)],
  'focus-group': [at(9, 30), at(15, 30)],
  visit: [at(9, 15), at(15, 15)],
  family: [at(9, 30), at(15)],
  team: [at(15, 30), at(17, 30)],
  block: [at(12), at(14)],
};
const lunch = [at(12, 15), at(13, 30)] as const;

/** What each dislike counts, in minutes by which an earlier start would have been better. */
const costs = { outsideUsual: 2, overLunch: 90, load: 0.5, noBreak: 20, laterDay: 4, noRoom: 120 } as const;

/**
 * How little a place is liked: hours that are not usual, over lunch, a full day, no break, a late start. Less is
 * better. `teamDays` is what each member of the team who is asked has on that day already.
 */
export function dislike(
  { kind, minutes }: Pick<MeetingWithPeople, 'kind' | 'minutes'>,
  start: number,
  teamDays: readonly (readonly Placed[])[],
  dayNumber: number,
): number {
  const end = start + minutes;
  const [from, to] = usualHours[kind];
  const outside = Math.max(0, from - start) + Math.max(0, end - to);
  const isOverLunch = kind !== 'block' && start < lunch[1] && end > lunch[0];
  let load = 0;
  let breaks = 0;
  for (const day of teamDays) {
    for (const one of day) {
      if (one.meeting.kind === 'block') continue;
      load += one.end - one.start;
      if (one.end === start || one.start === end) breaks += 1;
    }
  }
  const members = Math.max(1, teamDays.length);
  return (
    outside * costs.outsideUsual +
    (isOverLunch ? costs.overLunch : 0) +
    (load / members) * costs.load +
    (breaks / members) * costs.noBreak +
    dayNumber * costs.laterDay +
    // Of two places as good as each other the earlier is taken; the team meets late.
    (kind === 'team' ? (at(24) - start) / 100 : start / 100)
  );
}

/** What being without a room counts against a place. */
export const withoutARoom = costs.noRoom;
