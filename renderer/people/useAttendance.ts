import { useMemo } from 'react';
import {
  type Attendance,
  answerWords,
  countAnswers,
  indexAttendance,
  markWords,
  noAttendance,
} from '../../shared/domain/attendance/attendance.ts';
import type { MeetingId } from '../../shared/domain/ids.ts';
import type { MeetingWithPeople } from '../../shared/domain/meeting.ts';
import type { AttendanceView } from '../../shared/ipc/attendance.ts';
import { useStore } from '../state/store.ts';

/** One index for each answer of the main process, however many cards look at it. */
const indexes = new WeakMap<AttendanceView, Attendance>();

export function attendanceFrom(view: AttendanceView | null): Attendance {
  if (!view) return noAttendance;
  const known = indexes.get(view);
  if (known) return known;
  const index = indexAttendance(view.invitations, view.marks);
  indexes.set(view, index);
  return index;
}

/** Who was asked and what they answered, and how meetings went, as known now. */
export function useAttendance(): Attendance {
  return useStore((state) => attendanceFrom(state.data.attendance));
}

/** The meetings that will not happen; changes only when they do, so that marking one held draws nothing else again. */
export function useCancelledIds(): ReadonlySet<MeetingId> {
  const attendance = useAttendance();
  const ids = [...attendance.marks.values()]
    .filter((mark) => mark.outcome === 'cancelled')
    .map((mark) => mark.meetingId)
    .join(' ');
  return useMemo(() => new Set(ids.split(' ') as MeetingId[]), [ids]);
}

/** What a meeting's card says of its people and of how it went; empty where there is nothing to say. */
export type AttendanceWords = {
  readonly answers: string;
  readonly mark: string;
  /** It was held or cancelled. */
  readonly isOver: boolean;
  readonly isCancelled: boolean;
};

export function useAttendanceWords(meeting: MeetingWithPeople): AttendanceWords {
  const attendance = useAttendance();
  const mark = attendance.marks.get(meeting.id);
  const isOver = mark?.outcome === 'held' || mark?.outcome === 'cancelled';
  return {
    answers: isOver ? '' : answerWords(countAnswers(meeting, attendance)),
    mark: markWords(mark),
    isOver,
    isCancelled: mark?.outcome === 'cancelled',
  };
}

/** Does what moves a meeting at once, or asks first where the meeting was held. */
export function beforeMoving(meetingId: string, go: () => void): void {
  beforeMovingAll([meetingId], go);
}

/** Does what moves several meetings at once, or asks once where some of them were held. */
export function beforeMovingAll(meetingIds: readonly string[], go: () => void): void {
  const held = meetingIds.filter(asksBeforeMoving);
  if (held.length > 0) useStore.getState().askToMoveHeld(held, go);
  else go();
}

/** Whether a meeting was held and nobody has said yet that it may be moved all the same. */
export function asksBeforeMoving(meetingId: string): boolean {
  const { data, movableHeldIds } = useStore.getState();
  const mark = attendanceFrom(data.attendance).marks.get(meetingId as MeetingId);
  return mark?.outcome === 'held' && !movableHeldIds.includes(meetingId);
}
