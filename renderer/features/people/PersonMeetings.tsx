import { UserRoundX } from 'lucide-react';
import { answersOf } from '../../../shared/domain/attendance/attendance.ts';
import type { Person } from '../../../shared/domain/people.ts';
import { formatDayShort, formatTime } from '../../../shared/domain/time-words.ts';
import type { PeopleView } from '../../../shared/ipc/people.ts';
import { InvitationSelect } from '../../people/InvitationList.tsx';
import { MarkAllMenu } from '../../people/MarkAllMenu.tsx';
import { useAttendance } from '../../people/useAttendance.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { askedOf, askedSentence } from './people-facts.ts';

/** The meetings that somebody is asked to, in order, with their answers, and what else waits for them. */
export function PersonMeetings({ person, view }: { readonly person: Person; readonly view: PeopleView }) {
  const meetings = useStore((state) => state.data.timetable?.meetings ?? []);
  const { clock } = useStore((state) => state.settings);
  const goTo = useStore((state) => state.goTo);
  const openCover = useStore((state) => state.openCover);
  const attendance = useAttendance();
  const names = useNames();
  const asked = askedOf(meetings, view.people)(person.id);
  const inOrder = asked.meetings.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  const entries = inOrder
    .filter((meeting) => meeting.personIds.includes(person.id))
    .map((meeting) => ({ meetingId: meeting.id, personId: person.id }));
  return (
    <Section
      title="Asked to"
      fact={askedSentence(asked)}
      level={3}
      action={
        <span className="row">
          <Button size="small" icon={UserRoundX} onClick={() => openCover({ personId: person.id })}>
            Away: what depends on them...
          </Button>
          {entries.length > 0 && <MarkAllMenu label="Mark all their meetings" entries={entries} />}
        </span>
      }
    >
      {inOrder.length > 0 && (
        <ul className="people-meetings">
          {inOrder.map((meeting) => {
            const answer = answersOf(meeting, attendance).find((one) => one.personId === person.id);
            return (
              <li key={meeting.id}>
                <span className="num text-3 nowrap">
                  {meeting.day && meeting.start !== null
                    ? `${formatDayShort(meeting.day)}, ${formatTime(meeting.start, clock)}`
                    : 'Not scheduled'}
                </span>
                <LinkButton onClick={() => goTo({ name: 'timetable', meetingId: meeting.id })}>
                  {names.withoutNames(meeting.title)}
                </LinkButton>
                {answer && <InvitationSelect meeting={meeting} answer={answer} />}
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}

const sortKey = ({ day, start }: { readonly day: string | null; readonly start: number | null }) =>
  day === null || start === null ? '9' : `${day} ${String(start).padStart(4, '0')}`;
