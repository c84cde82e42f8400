import { CalendarCheck, CalendarX2, Timer, UsersRound } from 'lucide-react';
import type { MeetingWithPeople } from '../../shared/domain/meeting.ts';
import { useAttendance, useAttendanceWords } from './useAttendance.ts';

/** How a meeting went, in one line; nothing for one that goes as planned. */
export function CardMark({ meeting }: { readonly meeting: MeetingWithPeople }) {
  const { mark } = useAttendanceWords(meeting);
  const outcome = useAttendance().marks.get(meeting.id)?.outcome;
  if (!mark) return null;
  const Icon = outcome === 'held' ? CalendarCheck : outcome === 'cancelled' ? CalendarX2 : Timer;
  return (
    <span className="attendance-line attendance-mark">
      <Icon aria-hidden />
      {mark}
    </span>
  );
}

/** How a meeting went and who has answered, in one quiet line each; nothing where nothing is known. */
export function CardAttendance({ meeting }: { readonly meeting: MeetingWithPeople }) {
  const { answers } = useAttendanceWords(meeting);
  return (
    <>
      <CardMark meeting={meeting} />
      {answers && (
        <span className="attendance-line">
          <UsersRound aria-hidden />
          {answers}
        </span>
      )}
    </>
  );
}
