import { X } from 'lucide-react';
import { type CSSProperties, type KeyboardEvent, useRef, useState } from 'react';
import { announce } from './announce.ts';
import { ChoiceList } from './ChoiceList.tsx';
import { Field, type FieldText } from './Field.tsx';
import { splitFieldProps } from './field-props.ts';
import type { Choice } from './option-match.ts';
import { useCombo } from './useCombo.ts';

export type TagPickerProps = FieldText & {
  readonly choices: readonly Choice[];
  /** Ids in the order chosen. */
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
  readonly placeholder?: string;
  readonly none?: string;
  /** The list closes after each choice, because what was chosen shows under it. */
  readonly closesOnChoice?: boolean;
};

/** Several from a long list, found by typing; each chosen one becomes a tag with its own remove button. */
export function TagPicker(props: TagPickerProps) {
  const [field, { choices, value, onChange, placeholder, none = 'Nothing matches', closesOnChoice = false }] =
    splitFieldProps(props);
  const ref = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const combo = useCombo({ choices, typed, onChoose: toggle, onClose: () => setTyped('') });
  const chosen = value.flatMap((id) => choices.find((choice) => choice.id === id) ?? []);

  function toggle(choice: Choice) {
    const isChosen = value.includes(choice.id);
    const next = isChosen ? value.filter((id) => id !== choice.id) : [...value, choice.id];
    onChange(next);
    setTyped('');
    if (closesOnChoice) combo.shut();
    announce(`${choice.label} ${isChosen ? 'removed' : 'added'}. ${next.length} chosen`);
  }

  function remove(choice: Choice) {
    toggle(choice);
    ref.current?.focus();
  }

  function steer(event: KeyboardEvent) {
    const last = chosen.at(-1);
    if (event.key === 'Backspace' && typed === '' && last) toggle(last);
    else combo.steer(event);
  }

  return (
    <Field {...field}>
      {(control) => (
        <div
          className="input input-group tag-picker ring-within"
          style={{ anchorName: combo.anchor } as CSSProperties}
        >
          <Tags label={field.label} chosen={chosen} onRemove={remove} />
          <input
            {...control}
            {...combo.inputProps}
            ref={ref}
            className="input-bare ring-none"
            placeholder={chosen.length === 0 ? placeholder : undefined}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              combo.open();
            }}
            onClick={() => combo.open()}
            onKeyDown={steer}
            onBlur={combo.close}
          />
          <ChoiceList
            box={ref}
            onToggle={() => (combo.isOpen ? combo.close() : combo.open())}
            combo={combo}
            label={field.label}
            none={none}
            chosen={value}
            isSeveral
            onChoose={toggle}
          />
        </div>
      )}
    </Field>
  );
}

function Tags({
  label,
  chosen,
  onRemove,
}: {
  readonly label: string;
  readonly chosen: readonly Choice[];
  readonly onRemove: (choice: Choice) => void;
}) {
  if (chosen.length === 0) return null;
  return (
    <ul className="tag-list" aria-label={`${label}, chosen`}>
      {chosen.map((choice) => (
        <li key={choice.id} className="tag">
          {choice.label}
          <button
            type="button"
            className="tag-remove"
            aria-label={`Remove ${choice.label}`}
            onClick={() => onRemove(choice)}
          >
            <X aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}
