import type { ReactNode } from 'react';
import { peopleWaitedFor } from '../../../shared/domain/attendance/attendance.ts';
import { counted } from '../../../shared/domain/counted.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { useAttendance } from '../../people/useAttendance.ts';
import type { Page } from '../../state/pages.ts';
import { useStore } from '../../state/store.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { type Status, StatusMark } from '../../ui/StatusMark.tsx';

type Fact = { readonly status: Status; readonly words: string; readonly page: Page };

/** What else is open, one line each and only where there is something: answers, the draft, the embargo, questions. */
export function AtAGlance({ today }: { readonly today: IsoDate }) {
  const goTo = useStore((state) => state.goTo);
  const facts = useFacts(today);
  if (facts.length === 0) return null;
  return (
    <ul className="home-facts" aria-label="Also open">
      {facts.map(
        ({ status, words, page }): ReactNode => (
          <li key={words}>
            <StatusMark status={status}>
              <LinkButton onClick={() => goTo(page)}>{words}</LinkButton>
            </StatusMark>
          </li>
        ),
      )}
    </ul>
  );
}

function useFacts(today: IsoDate): readonly Fact[] {
  const feedback = useStore((state) => state.data.feedback);
  const timetable = useStore((state) => state.data.timetable);
  const versions = useStore((state) => state.data.versions);
  const engagement = useStore((state) => state.data.engagement);
  const attendance = useAttendance();
  const entries = feedback?.entries ?? [];
  const waiting = peopleWaitedFor(timetable?.meetings ?? [], attendance, today).size;
  const changes = versions?.draftChanges.length ?? 0;
  const held = entries.filter((entry) => entry.isEmbargoed).length;
  const questions = entries.filter((entry) => entry.kind === 'question' && entry.reply.trim() === '').length;
  const published = engagement?.engagement.publishedOn ?? null;
  const all: readonly (Fact & { readonly count: number })[] = [
    {
      count: waiting,
      status: 'waiting',
      words: counted(waiting, 'person has not answered', 'people have not answered'),
      page: { name: 'people', part: 'invitations' },
    },
    {
      count: changes,
      status: 'warn',
      words: counted(changes, 'change nobody has been told of', 'changes nobody has been told of'),
      page: { name: 'versions' },
    },
    {
      count: questions,
      status: 'waiting',
      words: counted(questions, 'question without an answer', 'questions without an answer'),
      page: { name: 'feedback' },
    },
    {
      count: held,
      status: 'held',
      words: `${counted(held, 'piece', 'pieces')} of feedback under embargo${published ? ' since publication' : ''}`,
      page: { name: 'after', part: 'feedback' },
    },
  ];
  return all.filter(({ count }) => count > 0);
}
