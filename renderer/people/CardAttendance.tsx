import { CalendarCheck, CalendarX2, Timer, UsersRound } from 'lucide-react';
import type { MeetingWithPeople } from '../../shared/domain/meeting.ts';
import { type AttendanceWords, useAttendanceWords } from './useAttendance.ts';

/** How a meeting went and who has answered, in one quiet line each; nothing where nothing is known. */
export function CardAttendance({ words }: { readonly words: AttendanceWords }) {
  const { answers, mark, isOver, isCancelled } = words;
  const MarkIcon = isCancelled ? CalendarX2 : isOver ? CalendarCheck : Timer;
  return (
    <>
      {mark && (
        <span className="attendance-line attendance-mark">
          <MarkIcon aria-hidden />
          {mark}
        </span>
      )}
      {answers && (
        <span className="attendance-line">
          <UsersRound aria-hidden />
          <Answers words={answers} />
        </span>
      )}
    </>
  );
}

/** "3 of 5 accepted", whose last word gives way on a narrow card: the picture before it and the card's name say it too. */
function Answers({ words }: { readonly words: string }) {
  const [count, word, declined] = words.split(/( accepted)/);
  return (
    <>
      {count}
      <span className={declined ? 'attendance-word-long' : 'attendance-word'}>{word}</span>
      {declined}
    </>
  );
}

/** As `CardAttendance`, for where nothing else of the meeting's attendance is shown. */
export function MeetingAttendance({ meeting }: { readonly meeting: MeetingWithPeople }) {
  return <CardAttendance words={useAttendanceWords(meeting)} />;
}
