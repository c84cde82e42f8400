import { useMemo } from 'react';
import type { ReadyPart } from '../../../shared/domain/attendance/ready.ts';
import {
  firstAfter,
  type Moment,
  type NowAndNext,
  nowAndNext,
  stillToMark,
} from '../../../shared/domain/attendance/running.ts';
import type { MeetingWithPeople, ScheduledMeeting } from '../../../shared/domain/meeting.ts';
import type { Person, Strand } from '../../../shared/domain/people.ts';
import { useAttendance } from '../../people/useAttendance.ts';
import { useReadyParts } from '../../people/useReadyParts.ts';
import { useStore } from '../../state/store.ts';

export type BoardStrand = NowAndNext & {
  readonly strand: Strand;
  /** The inspectors or peers in it, where the strand is not called after the one there is. */
  readonly members: readonly Person[];
};

export type Board = {
  readonly strands: readonly BoardStrand[];
  /** Meetings of today that are over and of which nobody has said how they went. */
  readonly unmarked: readonly ScheduledMeeting[];
  readonly hasMeetings: boolean;
  /** The first meeting of the next day that has one. */
  readonly following: ScheduledMeeting | null;
  readonly readyOf: (meeting: MeetingWithPeople) => readonly ReadyPart[];
};

/** What each strand is in now and next at a moment, and whether that is ready. */
export function useBoard(moment: Moment): Board {
  const { timetable, people } = useStore((state) => state.data);
  const attendance = useAttendance();
  const readyOf = useReadyParts();
  const { date, minutes } = moment;
  return useMemo(() => {
    const meetings = timetable?.meetings ?? [];
    const strands = [...(people?.strands ?? [])].sort((a, b) => a.position - b.position);
    const now = { date, minutes };
    return {
      strands: strands.map((strand) => ({
        strand,
        members: (people?.people ?? []).filter(
          (person) => person.strandId === strand.id && person.name !== strand.name,
        ),
        ...nowAndNext(meetings, strand.id, now, attendance),
      })),
      unmarked: stillToMark(meetings, now, attendance),
      hasMeetings: meetings.some((meeting) => meeting.day === date && meeting.kind !== 'block'),
      following: firstAfter(meetings, date, attendance),
      readyOf,
    };
  }, [timetable, people, attendance, readyOf, date, minutes]);
}
