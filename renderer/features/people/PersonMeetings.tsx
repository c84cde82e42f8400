import type { Person } from '../../../shared/domain/people.ts';
import { formatDayShort, formatTime } from '../../../shared/domain/time.ts';
import type { PeopleView } from '../../../shared/ipc/people.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { askedOf, askedSentence } from './people-facts.ts';

/** The meetings that somebody is asked to, in order, each leading to the timetable. */
export function PersonMeetings({ person, view }: { readonly person: Person; readonly view: PeopleView }) {
  const meetings = useStore((state) => state.data.timetable?.meetings ?? []);
  const { clock } = useStore((state) => state.settings);
  const goTo = useStore((state) => state.goTo);
  const names = useNames();
  const asked = askedOf(meetings, view.people)(person.id);
  const inOrder = asked.meetings.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  return (
    <Section title="Asked to" fact={askedSentence(asked)} level={3}>
      {inOrder.length > 0 && (
        <ul className="people-meetings">
          {inOrder.map((meeting) => (
            <li key={meeting.id}>
              <span className="num text-3 nowrap">
                {meeting.day && meeting.start !== null
                  ? `${formatDayShort(meeting.day)}, ${formatTime(meeting.start, clock)}`
                  : 'Not scheduled'}
              </span>
              <LinkButton onClick={() => goTo({ name: 'timetable', meetingId: meeting.id })}>
                {names.withoutNames(meeting.title)}
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

const sortKey = ({ day, start }: { readonly day: string | null; readonly start: number | null }) =>
  day === null || start === null ? '9' : `${day} ${String(start).padStart(4, '0')}`;
