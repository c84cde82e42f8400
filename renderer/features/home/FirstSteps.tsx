import { useStore } from '../../state/store.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { firstSteps } from './first-steps.ts';

/** Where to begin in a new engagement, each step leading to where it is done; nothing once it is under way. */
export function FirstSteps() {
  const data = useStore((state) => state.data);
  const goTo = useStore((state) => state.goTo);
  const openImport = useStore((state) => state.openImport);
  const steps = firstSteps(data);
  if (steps.length === 0) return null;
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <Section title="To begin with" fact={`${done} of ${steps.length} done`}>
      <ol className="home-steps">
        {steps.map(({ title, fact, isDone, page, target }) => (
          <li key={title}>
            <StatusMark status={isDone ? 'ok' : 'none'}>{isDone ? 'Done' : 'To do'}</StatusMark>
            <LinkButton onClick={() => (target && !isDone ? openImport(target) : goTo(page))}>
              {title}
            </LinkButton>
            <span className="text-2">{fact}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
