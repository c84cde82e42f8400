import { useState } from 'react';
import { weekdayWord } from '../../../shared/domain/availability/words.ts';
import type { UsualHours } from '../../../shared/domain/availability.ts';
import { ClockField } from '../../people/ClockField.tsx';
import type { AvailabilityOwner } from '../../state/availability.ts';
import { useStore } from '../../state/store.ts';
import { useSaving } from '../../state/useSaving.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Section } from '../../ui/Section.tsx';

type Draft = {
  readonly weekday: number;
  readonly isOn: boolean;
  readonly start: number | null;
  readonly end: number | null;
};

const workingWeek = [1, 2, 3, 4, 5];
const nineToFive = { start: 9 * 60, end: 17 * 60 };

/** The hours of each weekday, once somebody says that there are any: until then every hour will do. */
export function UsualHoursSection({
  owner,
  hours,
}: {
  readonly owner: AvailabilityOwner;
  readonly hours: readonly UsualHours[];
}) {
  const act = useStore((state) => state.act);
  const showDone = useStore((state) => state.showDone);
  const { failure, save } = useSaving();
  const [drafts, setDrafts] = useState<readonly Draft[] | null>(hours.length > 0 ? draftsOf(hours) : null);
  const [isTried, setTried] = useState(false);
  const verb = owner.personId ? 'works' : 'is open';

  if (!drafts) {
    return (
      <Section
        title="Usual hours"
        level={3}
        action={
          <Button
            size="small"
            onClick={() => setDrafts(draftsOf(workingWeek.map((weekday) => ({ weekday, ...nineToFive }))))}
          >
            Set hours...
          </Button>
        }
      >
        <p className="text-2">Any hour of the engagement’s day.</p>
      </Section>
    );
  }
  const change = (weekday: number, patch: Partial<Draft>) =>
    setDrafts(drafts.map((draft) => (draft.weekday === weekday ? { ...draft, ...patch } : draft)));
  const problemOf = ({ isOn, start, end }: Draft) =>
    isTried && isOn && (start === null || end === null || end <= start)
      ? 'Give a start, and a later end.'
      : null;

  async function keep() {
    setTried(true);
    const kept = (drafts ?? []).flatMap(({ weekday, isOn, start, end }) =>
      isOn ? [start !== null && end !== null && start < end ? { weekday, start, end } : null] : [],
    );
    const sound = kept.filter((one) => one !== null);
    if (sound.length < kept.length) return;
    if (await save('availability:setUsualHours', { ...owner, hours: sound }))
      showDone('The usual hours are saved.');
  }

  return (
    <Section
      title="Usual hours"
      level={3}
      action={
        <Button
          size="small"
          onClick={() => {
            if (hours.length > 0) void act('availability:setUsualHours', { ...owner, hours: [] });
            setDrafts(null);
          }}
        >
          Any hour
        </Button>
      }
    >
      {drafts.map((draft) => {
        const day = weekdayWord(draft.weekday);
        return (
          <div key={draft.weekday} className="availability-hours">
            <Checkbox
              label={day}
              isChecked={draft.isOn}
              onChange={(isOn) => change(draft.weekday, { isOn })}
            />
            {draft.isOn ? (
              <>
                <ClockField
                  label={`${day} from`}
                  labelHidden
                  value={draft.start}
                  error={problemOf(draft)}
                  onChange={(start) => change(draft.weekday, { start })}
                />
                <span className="text-2">to</span>
                <ClockField
                  label={`${day} to`}
                  labelHidden
                  value={draft.end}
                  onChange={(end) => change(draft.weekday, { end })}
                />
              </>
            ) : (
              <span className="text-2">
                Not a day that {owner.personId ? 'this person' : 'it'} {verb}
              </span>
            )}
          </div>
        );
      })}
      {failure && <p className="text-bad">These hours could not be kept.</p>}
      <div className="row">
        <Button onClick={() => void keep()}>Save hours</Button>
      </div>
    </Section>
  );
}

function draftsOf(hours: readonly Pick<UsualHours, 'weekday' | 'start' | 'end'>[]): readonly Draft[] {
  const weekdays = [...new Set([...workingWeek, ...hours.map(({ weekday }) => weekday)])].sort(
    (a, b) => a - b,
  );
  return weekdays.map((weekday) => {
    const own = hours.filter((one) => one.weekday === weekday);
    if (own.length === 0) return { weekday, isOn: false, ...nineToFive };
    return {
      weekday,
      isOn: true,
      start: Math.min(...own.map(({ start }) => start)),
      end: Math.max(...own.map(({ end }) => end)),
    };
  });
}
