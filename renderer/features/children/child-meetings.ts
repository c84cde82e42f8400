import {
  isScheduled,
  type MeetingWithPeople,
  type ScheduledMeeting,
} from '../../../shared/domain/meeting.ts';
import { type IsoDate, type IsoInstant, londonWallTime } from '../../../shared/domain/time.ts';

/** The meetings about a child in the order they are held; those without a time come last. */
export function meetingsOf(
  meetings: readonly MeetingWithPeople[],
  childId: string,
): readonly MeetingWithPeople[] {
  const own = meetings.filter((meeting) => meeting.childId === childId);
  const scheduled = own.filter(isScheduled).toSorted(inOrder);
  return [...scheduled, ...own.filter((meeting) => !isScheduled(meeting))];
}

/** So many of the meetings, in their order: from today on, and where those are fewer, the last ones before. */
export function fewToCome(
  meetings: readonly MeetingWithPeople[],
  today: IsoDate,
  count: number,
): readonly MeetingWithPeople[] {
  const gone = meetings.filter((meeting) => isScheduled(meeting) && meeting.day < today).length;
  const from = Math.max(0, Math.min(gone, meetings.length - count));
  return meetings.slice(from, from + count);
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
