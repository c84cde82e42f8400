import { counted } from '../../../shared/domain/counted.ts';
import { formatInstantShort } from '../../../shared/domain/time-words.ts';
import type { ConflictView, ConflictWords } from '../../../shared/ipc/hand-over.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Section } from '../../ui/Section.tsx';

export type Choices = Readonly<Record<string, 'mine' | 'theirs'>>;

/** What both sides changed, neither knowing of the other: both values, who wrote each and when. The newest is marked from the start. */
export function ConflictList({
  conflicts,
  choices,
  onChoose,
}: {
  readonly conflicts: readonly ConflictView[];
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
}) {
  const clock = useStore((state) => state.settings.clock);
  const names = useNames();
  const option = (value: 'mine' | 'theirs', { says, who, at }: ConflictWords) => ({
    value,
    label: names.withoutNames(says),
    hint: [
      value === 'mine' ? 'Here' : 'In the copy',
      who && `${names.withoutNames(who)}${at ? `, ${formatInstantShort(at, clock)}` : ''}`,
    ]
      .filter(Boolean)
      .join(': '),
  });
  return (
    <Section
      title="Both of you changed these"
      level={3}
      tone="warn"
      fact={`${counted(conflicts.length, 'thing')} to look at; the newest is chosen unless you choose`}
    >
      <ul className="hand-over-conflicts">
        {conflicts.map((conflict) => (
          <li key={conflict.key}>
            <RadioGroup
              label={`${names.withoutNames(conflict.thing)}: ${conflict.field ?? 'removed on one side'}`}
              hint={conflict.area}
              across
              value={choices[conflict.key] ?? conflict.usual}
              options={[option('mine', conflict.mine), option('theirs', conflict.theirs)]}
              onChange={(choice) => onChoose({ ...choices, [conflict.key]: choice })}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
