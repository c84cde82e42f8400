import { isScheduled } from '../../../shared/domain/meeting.ts';
import { useStore } from '../../state/store.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';

/** What a new engagement still needs before anything can be planned: people, rooms and meetings; nothing once all are there. */
export function BeginWith() {
  const people = useStore((state) => state.data.people);
  const timetable = useStore((state) => state.data.timetable);
  const openImport = useStore((state) => state.openImport);
  const goTo = useStore((state) => state.goTo);
  if (!people || !timetable) return null;
  const steps = [
    {
      isDone: people.people.some(({ side }) => side === 'partnership'),
      words: 'Import the contact list...',
      onPress: () => openImport('people'),
    },
    {
      isDone: people.places.length > 0,
      words: 'Import rooms and sites...',
      onPress: () => openImport('places'),
    },
    {
      isDone: timetable.meetings.some((meeting) => isScheduled(meeting) && meeting.kind !== 'block'),
      words: 'Import meetings, or place them',
      onPress: () => goTo({ name: 'timetable' }),
    },
  ];
  if (steps.every(({ isDone }) => isDone)) return null;
  return (
    <Section title="To begin with" fact="from the spreadsheets you have">
      <ul className="home-facts">
        {steps.map(({ isDone, words, onPress }) => (
          <li key={words}>
            <StatusMark status={isDone ? 'ok' : 'none'}>
              <LinkButton onClick={onPress}>{words}</LinkButton>
              {isDone && <span className="visually-hidden"> done</span>}
            </StatusMark>
          </li>
        ))}
      </ul>
    </Section>
  );
}
