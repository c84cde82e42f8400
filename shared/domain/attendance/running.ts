import type { StrandId } from '../ids.ts';
import type { MeetingWithPeople, ScheduledMeeting } from '../meeting.ts';
import { isScheduled } from '../meeting.ts';
import type { IsoDate, Minutes } from '../time.ts';
import type { Attendance } from './attendance.ts';

/** A day and the minutes on a London clock. */
export type Moment = { readonly date: IsoDate; readonly minutes: Minutes };

/** When a meeting begins and ends as it runs: a late one moves as a whole. */
export function runningTimes(
  meeting: ScheduledMeeting,
  attendance: Attendance,
): { readonly start: Minutes; readonly end: Minutes } {
  const late = attendance.marks.get(meeting.id)?.lateMinutes ?? 0;
  return { start: meeting.start + late, end: meeting.start + late + meeting.minutes };
}

/** The meetings that are on at a moment, by their start: neither held nor cancelled, and begun but not over. Lunch and travel are none. */
export function meetingsOn(
  meetings: readonly MeetingWithPeople[],
  moment: Moment,
  attendance: Attendance,
): readonly ScheduledMeeting[] {
  return openOn(meetings, moment.date, attendance).filter((meeting) => {
    const { start, end } = runningTimes(meeting, attendance);
    return start <= moment.minutes && moment.minutes < end;
  });
}

export type NowAndNext = {
  readonly now: ScheduledMeeting | null;
  readonly next: ScheduledMeeting | null;
  /** How many more there are today after the next. */
  readonly later: number;
};

/**
 * What a strand is in, and what it is in next, on the day of a moment. Of two at once the one that began last is now.
 * What should have begun but was marked late is next until it begins.
 */
export function nowAndNext(
  meetings: readonly MeetingWithPeople[],
  strandId: StrandId,
  moment: Moment,
  attendance: Attendance,
): NowAndNext {
  const own = meetings.filter((meeting) => meeting.strandIds.includes(strandId));
  const ahead = openOn(own, moment.date, attendance).filter(
    (meeting) => runningTimes(meeting, attendance).start > moment.minutes,
  );
  return {
    now: meetingsOn(own, moment, attendance).at(-1) ?? null,
    next: ahead[0] ?? null,
    later: Math.max(0, ahead.length - 1),
  };
}

/** The first meeting of the next day that has one; null when nothing is to come. */
export function firstAfter(
  meetings: readonly MeetingWithPeople[],
  today: IsoDate,
  attendance: Attendance,
): ScheduledMeeting | null {
  const days = meetings.flatMap(({ day }) => (day !== null && day > today ? day : [])).toSorted();
  for (const day of new Set(days)) {
    const [first] = openOn(meetings, day, attendance);
    if (first) return first;
  }
  return null;
}

/** What of the day is neither held nor cancelled, in the order in which it runs. */
function openOn(
  meetings: readonly MeetingWithPeople[],
  day: IsoDate,
  attendance: Attendance,
): readonly ScheduledMeeting[] {
  return meetings
    .filter(isScheduled)
    .filter((meeting) => meeting.day === day && meeting.kind !== 'block')
    .filter((meeting) => (attendance.marks.get(meeting.id)?.outcome ?? 'planned') === 'planned')
    .toSorted((a, b) => {
      const difference = runningTimes(a, attendance).start - runningTimes(b, attendance).start;
      return difference || (a.id < b.id ? -1 : 1);
    });
}

/** Meetings of the day whose time is over and of which nobody has said how they went. */
export function stillToMark(
  meetings: readonly MeetingWithPeople[],
  moment: Moment,
  attendance: Attendance,
): readonly ScheduledMeeting[] {
  return openOn(meetings, moment.date, attendance).filter(
    (meeting) => runningTimes(meeting, attendance).end <= moment.minutes,
  );
}
