import { useMemo } from 'react';
import { type ReadyPart, readyParts } from '../../shared/domain/attendance/ready.ts';
import type { MeetingWithPeople } from '../../shared/domain/meeting.ts';
import { useStore } from '../state/store.ts';
import { useAttendance } from './useAttendance.ts';

/** Says of any meeting how its room, people, papers and consent stand: the same on the board and on the home page. */
export function useReadyParts(): (meeting: MeetingWithPeople) => readonly ReadyPart[] {
  const { timetable, people, children } = useStore((state) => state.data);
  const attendance = useAttendance();
  return useMemo(() => {
    const places = new Map(people?.places.map((place) => [place.id, place.name]));
    const files = new Map(children?.children.map((child) => [child.id, child.readiness]));
    const accepted = new Set(timetable?.acknowledgements.map((one) => one.clashKey));
    const open = (timetable?.clashes ?? []).filter((clash) => !accepted.has(clash.key));
    return (meeting) =>
      readyParts(meeting, {
        attendance,
        clashes: open.filter((clash) => clash.meetingIds.includes(meeting.id)),
        placeName: meeting.placeId === null ? null : (places.get(meeting.placeId) ?? null),
        readiness: meeting.childId === null ? null : (files.get(meeting.childId) ?? null),
      });
  }, [timetable, people, children, attendance]);
}
