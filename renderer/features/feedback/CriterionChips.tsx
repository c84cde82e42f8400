import { Check, Plus } from 'lucide-react';
import { useId, useState } from 'react';
import { useStore } from '../../state/store.ts';
import { ToggleChip } from '../../ui/Chip.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { likelyCriteria } from './capture-start.ts';
import { criterionLabel, criterionWord } from './feedback-words.ts';
import type { FieldsProps } from './fields-props.ts';
import { Line } from './Line.tsx';

/** The line of enquiry or criterion it belongs to: the likely ones at once, the rest behind Other. */
export function CriterionChips({ draft, onChange }: FieldsProps) {
  const id = useId();
  const criteria = useStore((state) => state.data.engagement?.criteria);
  const entries = useStore((state) => state.data.feedback?.entries);
  const [isChoosing, setChoosing] = useState(false);
  if (!criteria || criteria.length === 0) return null;
  const likely = likelyCriteria(criteria, entries ?? [], draft.criterionId);

  return (
    <Line label={criterionWord(criteria)} id={id}>
      {isChoosing ? (
        <Select
          label={criterionWord(criteria)}
          labelHidden
          value={draft.criterionId ?? ''}
          options={[
            { value: '', label: 'None yet' },
            ...criteria.map((one) => ({
              value: one.id as string,
              label: criterionLabel(one),
              ...(one.group ? { group: one.group } : {}),
            })),
          ]}
          onChange={(value) => {
            onChange({ criterionId: criteria.find((one) => one.id === value)?.id ?? null });
            setChoosing(false);
          }}
        />
      ) : (
        <span className="chip-list feedback-criteria">
          {likely.map((one) => {
            const isOn = one.id === draft.criterionId;
            return (
              <span key={one.id} className="feedback-criterion" title={criterionLabel(one)}>
                <ToggleChip
                  isOn={isOn}
                  icon={isOn ? Check : Plus}
                  onChange={(turnOn) => onChange({ criterionId: turnOn ? one.id : null })}
                >
                  {criterionLabel(one)}
                </ToggleChip>
              </span>
            );
          })}
          {likely.length < criteria.length && (
            <LinkButton onClick={() => setChoosing(true)}>Other...</LinkButton>
          )}
        </span>
      )}
    </Line>
  );
}
