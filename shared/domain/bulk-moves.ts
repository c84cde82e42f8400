import type { MeetingId, StrandId } from './ids.ts';
import { isScheduled, type MeetingWithPeople } from './meeting.ts';
import type { IsoDate, Minutes } from './time.ts';

/** A meeting as it is, and as it would be. */
export type MovedMeeting = { readonly before: MeetingWithPeople; readonly after: MeetingWithPeople };

/** Why a bulk action leaves a meeting as it is. */
export type KeptReason = 'pinned' | 'unscheduled' | 'no-such-day' | 'outside-the-day' | 'in-use';
export type KeptMeeting = { readonly id: MeetingId; readonly why: KeptReason };

/** What an action on several meetings comes to: what would change, and what stays and why. */
export type BulkPlan = {
  readonly changes: readonly MovedMeeting[];
  readonly kept: readonly KeptMeeting[];
};

/** What a swap exchanges beside day and start. */
export type SwapOf = { readonly withStrands: boolean; readonly withPlaces: boolean };

/** By how much meetings are shifted: minutes of the day, and steps along the days that are offered. */
export type Shift = { readonly minutes: number; readonly days: number };

export type Lateness = {
  readonly strandId: StrandId;
  readonly day: IsoDate;
  /** Meetings that begin at this minute or later are pushed. */
  readonly from: Minutes;
  readonly minutes: number;
  /** Gaps take up the delay: a meeting is pushed only as far as the one before it needs. */
  readonly absorbs: boolean;
  /** Meetings that stay where they are although they are in the strand. */
  readonly leaving: readonly MeetingId[];
};

export type DayCopy = { readonly from: IsoDate; readonly to: IsoDate; readonly blocksOnly: boolean };

const minutesInDay = 24 * 60;

/**
 * Exchanges when two meetings are and, where asked, their strands and places; each keeps its length and its people.
 * Done twice it leaves both as they were. Nothing changes when either is pinned or would end after midnight.
 */
export function swapPlan(one: MeetingWithPeople, other: MeetingWithPeople, what: SwapOf): BulkPlan {
  const kept = [one, other].flatMap((meeting) => keptFor(meeting, meeting.isPinned && 'pinned'));
  if (kept.length > 0 || one.id === other.id) return { changes: [], kept };
  const changes = [inPlaceOf(one, other, what), inPlaceOf(other, one, what)];
  const late = changes.flatMap(({ after }) => keptFor(after, endsAfterMidnight(after) && 'outside-the-day'));
  if (late.length > 0) return { changes: [], kept: late };
  return { changes: changes.filter(isChange), kept: [] };
}

/**
 * Moves meetings by minutes and by days, counted along the days offered. A meeting that is pinned, in the tray, or that
 * would leave the days offered or the day itself, stays.
 */
export function shiftPlan(
  meetings: readonly MeetingWithPeople[],
  { minutes, days }: Shift,
  offered: readonly IsoDate[],
): BulkPlan {
  return planned(meetings, (meeting) => {
    if (meeting.isPinned) return 'pinned';
    if (!isScheduled(meeting)) return 'unscheduled';
    const at = offered.indexOf(meeting.day);
    const day = days === 0 ? meeting.day : at < 0 ? undefined : offered[at + days];
    if (day === undefined) return 'no-such-day';
    const start = meeting.start + minutes;
    return start < 0 || start + meeting.minutes > minutesInDay ? 'outside-the-day' : { day, start };
  });
}

/** Takes meetings off the timetable; a pinned one stays, and one in the tray is there already. */
export function unschedulePlan(meetings: readonly MeetingWithPeople[]): BulkPlan {
  return planned(meetings, (meeting) => {
    if (meeting.isPinned) return 'pinned';
    return isScheduled(meeting) ? { day: null, start: null } : 'unscheduled';
  });
}

/** Which of some meetings a bulk removal takes: pinned ones stay. */
export function removalOf(meetings: readonly MeetingWithPeople[]): {
  readonly removed: readonly MeetingWithPeople[];
  readonly kept: readonly KeptMeeting[];
} {
  return {
    removed: meetings.filter((meeting) => !meeting.isPinned),
    kept: meetings.flatMap((meeting) => keptFor(meeting, meeting.isPinned && 'pinned')),
  };
}

/**
 * Pushes what is still to come in one strand on one day. Nothing is moved earlier, nothing by more than the delay, and
 * their order stays; pinned meetings stay, and so does what is told to.
 */
export function latePlan(meetings: readonly MeetingWithPeople[], late: Lateness): BulkPlan {
  const own = meetings
    .filter(isScheduled)
    .filter((meeting) => meeting.day === late.day && meeting.strandIds.includes(late.strandId))
    .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
  const ahead = own.filter((meeting) => meeting.start >= late.from && !late.leaving.includes(meeting.id));
  // What is going on now runs over; where nothing is, the delay counts from now.
  const going = own.filter(({ start, minutes }) => start < late.from && start + minutes > late.from);
  let free = Math.max(late.from, ...going.map(({ start, minutes }) => start + minutes)) + late.minutes;
  return planned(ahead, (meeting) => {
    if (!isScheduled(meeting)) return 'unscheduled';
    const pushed = meeting.start + late.minutes;
    const start = late.absorbs ? Math.min(pushed, Math.max(meeting.start, free)) : pushed;
    if (meeting.isPinned) {
      free = Math.max(free, meeting.start + meeting.minutes);
      return 'pinned';
    }
    if (start + meeting.minutes > minutesInDay) return 'outside-the-day';
    free = Math.max(free, start + meeting.minutes);
    return { day: meeting.day, start };
  });
}

/**
 * Copies of a day's meetings on another day, unpinned and with ids of their own. What is on that day stays, and what is
 * there already under the same title, time and strands is not copied again.
 */
export function copiesOf(
  meetings: readonly MeetingWithPeople[],
  { from, to, blocksOnly }: DayCopy,
  newId: () => string,
): readonly MeetingWithPeople[] {
  if (from === to) return [];
  const there = new Set(meetings.filter((meeting) => meeting.day === to).map(likeness));
  return meetings
    .filter(isScheduled)
    .filter((meeting) => meeting.day === from && (!blocksOnly || isBlock(meeting)))
    .filter((meeting) => !there.has(likeness(meeting)))
    .map((meeting) => ({ ...meeting, id: newId() as MeetingId, day: to, isPinned: false, version: 1 }));
}

const likeness = ({ title, start, strandIds }: MeetingWithPeople): string =>
  JSON.stringify([title, start, [...strandIds].sort()]);

/** A meeting that recurs from day to day: the team's own, lunch, travel, a break. */
export const isBlock = (meeting: Pick<MeetingWithPeople, 'kind'>): boolean =>
  meeting.kind === 'block' || meeting.kind === 'team';

type Time = { readonly day: IsoDate | null; readonly start: Minutes | null };

function planned(
  meetings: readonly MeetingWithPeople[],
  to: (meeting: MeetingWithPeople) => Time | KeptReason,
): BulkPlan {
  const changes: MovedMeeting[] = [];
  const kept: KeptMeeting[] = [];
  for (const before of meetings) {
    const time = to(before);
    if (typeof time === 'string') kept.push({ id: before.id, why: time });
    else if (time.day !== before.day || time.start !== before.start)
      changes.push({ before, after: { ...before, ...time, version: before.version + 1 } });
  }
  return { changes, kept };
}

function inPlaceOf(meeting: MeetingWithPeople, of: MeetingWithPeople, what: SwapOf): MovedMeeting {
  const after = {
    ...meeting,
    day: of.day,
    start: of.start,
    ...(what.withStrands ? { strandIds: of.strandIds } : {}),
    ...(what.withPlaces ? { placeId: of.placeId } : {}),
    version: meeting.version + 1,
  };
  return { before: meeting, after };
}

function isChange({ before, after }: MovedMeeting): boolean {
  return (
    before.day !== after.day ||
    before.start !== after.start ||
    before.placeId !== after.placeId ||
    before.strandIds.join() !== after.strandIds.join()
  );
}

function endsAfterMidnight({ start, minutes }: MeetingWithPeople): boolean {
  return start !== null && start + minutes > minutesInDay;
}

function keptFor({ id }: MeetingWithPeople, why: KeptReason | false): readonly KeptMeeting[] {
  return why ? [{ id, why }] : [];
}
