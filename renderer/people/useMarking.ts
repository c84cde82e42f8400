import { useMemo } from 'react';
import type { MeetingMark } from '../../shared/domain/attendance/attendance.ts';
import type { MeetingId } from '../../shared/domain/ids.ts';
import { useStore } from '../state/store.ts';
import { attendanceFrom } from './useAttendance.ts';

type MarkChange = Partial<Pick<MeetingMark, 'outcome' | 'lateMinutes' | 'absentIds'>>;

/** Marks how a meeting goes, keeping what was marked before. */
export function useMarking() {
  return useMemo(() => {
    const mark = (meetingId: MeetingId, change: MarkChange) => {
      const { act, data } = useStore.getState();
      const known = attendanceFrom(data.attendance).marks.get(meetingId);
      return act('attendance:markMeeting', {
        meetingId,
        outcome: known?.outcome ?? 'planned',
        lateMinutes: known?.lateMinutes ?? 0,
        absentIds: known?.absentIds ?? [],
        ...change,
      });
    };
    return { mark };
  }, []);
}
