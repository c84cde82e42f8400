import { useState } from 'react';
import { type ChoosableRule, ruleFacts } from '../../../shared/domain/timetable-rules.ts';
import type { EngagementView } from '../../../shared/ipc/engagement.ts';
import { Source } from '../../people/Source.tsx';
import { useStore } from '../../state/store.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { Section } from '../../ui/Section.tsx';
import { Switch } from '../../ui/Switch.tsx';

/** The rules of the timetable that may be switched, each with its limit and where the framework has it from. */
export function RuleList({ view }: { readonly view: EngagementView }) {
  const facts = useStore((state) => state.data.timetable?.facts);
  const act = useStore((state) => state.act);
  if (!facts) return null;
  const set = (rule: ChoosableRule, isOn: boolean, minutes: number | null) =>
    void act('availability:setRule', { rule, isOn, minutes });
  return (
    <Section
      title="Rules of the timetable"
      fact="They warn and never refuse. Being in two places, absences and rooms booked twice always count"
    >
      <ul className="engagement-rules">
        {(Object.keys(ruleFacts) as ChoosableRule[]).map((rule) => {
          const { asks, limit } = ruleFacts[rule];
          const applied = facts.applied.find((one) => one.rule === rule);
          const source = view.rules.find((one) => one.rule === rule);
          return (
            <li key={rule} className="engagement-rule">
              <Switch
                label={asks}
                isOn={applied !== undefined}
                onChange={(isOn) => set(rule, isOn, limit ? (applied?.minutes ?? limit.minutes) : null)}
              />
              {limit && applied && (
                <LimitField
                  key={applied.minutes}
                  label={limit.label}
                  minutes={applied.minutes}
                  onSet={(minutes) => set(rule, true, minutes)}
                />
              )}
              {source ? (
                <Source {...source} />
              ) : (
                <span className="text-3 type-small">Not asked for by this framework</span>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** A limit, kept once the box is left: each number on the way to it is not a change of its own. */
function LimitField({
  label,
  minutes,
  onSet,
}: {
  readonly label: string;
  readonly minutes: number;
  readonly onSet: (minutes: number) => void;
}) {
  const [draft, setDraft] = useState<number | null>(minutes);
  return (
    <NumberField
      label={label}
      beside
      suffix="minutes"
      value={draft}
      max={720}
      stepBy={5}
      onChange={setDraft}
      onBlur={() => {
        if (draft !== null && draft !== minutes) onSet(draft);
      }}
    />
  );
}
