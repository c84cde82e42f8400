import {
  isScheduled,
  type MeetingWithPeople,
  type ScheduledMeeting,
} from '../../../shared/domain/meeting.ts';
import { type IsoInstant, londonWallTime } from '../../../shared/domain/time.ts';

/** The meetings about a child in the order they are held; those without a time come last. */
export function meetingsOf(
  meetings: readonly MeetingWithPeople[],
  childId: string,
): readonly MeetingWithPeople[] {
  const own = meetings.filter((meeting) => meeting.childId === childId);
  const scheduled = own.filter(isScheduled).toSorted(inOrder);
  return [...scheduled, ...own.filter((meeting) => !isScheduled(meeting))];
}

/** The meeting about a child that is on now or comes next. */
export function nextMeetingOf(
  meetings: readonly MeetingWithPeople[],
  childId: string,
  now: IsoInstant,
): ScheduledMeeting | null {
  const wall = londonWallTime(now);
  const isAhead = ({ day, start, minutes }: ScheduledMeeting) =>
    day > wall.date || (day === wall.date && start + minutes > wall.minutes);
  return meetingsOf(meetings, childId).filter(isScheduled).find(isAhead) ?? null;
}

const inOrder = (a: ScheduledMeeting, b: ScheduledMeeting) =>
  a.day === b.day ? a.start - b.start : a.day < b.day ? -1 : 1;
