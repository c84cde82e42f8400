import { useStore } from '../../state/store.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { firstSteps } from './first-steps.ts';

/** Where to begin in a new engagement, each step leading to where it is done; nothing once it is under way. */
export function FirstSteps() {
  const data = useStore((state) => state.data);
  const goTo = useStore((state) => state.goTo);
  const steps = firstSteps(data);
  if (steps.length === 0) return null;
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <Section title="First steps" fact={`${done} of ${steps.length} done`}>
      <ol className="home-steps">
        {steps.map(({ title, fact, isDone, page }) => (
          <li key={title}>
            <StatusMark status={isDone ? 'ok' : 'none'}>{isDone ? 'Done' : 'To do'}</StatusMark>
            <LinkButton onClick={() => goTo(page)}>{title}</LinkButton>
            <span className="text-2">{fact}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
