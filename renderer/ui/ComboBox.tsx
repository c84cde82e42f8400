import { type CSSProperties, useRef, useState } from 'react';
import { ChoiceList } from './ChoiceList.tsx';
import { Field, type FieldText } from './Field.tsx';
import { splitFieldProps } from './field-props.ts';
import type { Choice } from './option-match.ts';
import { useCombo } from './useCombo.ts';

export type ComboBoxProps = FieldText & {
  readonly choices: readonly Choice[];
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  readonly placeholder?: string;
  /** Said when nothing matches: "Nobody of that name". */
  readonly none?: string;
};

/** One of a long list, found by typing. */
export function ComboBox(props: ComboBoxProps) {
  const [field, { choices, value, onChange, placeholder, none = 'Nothing matches' }] = splitFieldProps(props);
  const ref = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<string | null>(null);
  const chosenAt = choices.findIndex((choice) => choice.id === value);
  const combo = useCombo({ choices, typed: draft ?? '', onChoose: choose, onClose: () => setDraft(null) });

  function choose(choice: Choice) {
    onChange(choice.id);
    setDraft(null);
    combo.shut();
  }

  function type(text: string) {
    setDraft(text);
    combo.open();
    if (text === '') onChange(null);
  }

  /** Leaving with words that can mean only one thing chooses it; anything else is put back. */
  function leave() {
    const only = draft?.trim() && combo.shown.length === 1 ? combo.shown[0] : undefined;
    if (only) choose(only);
    else combo.close();
  }

  function toggle() {
    if (combo.isOpen) combo.close();
    else combo.open(chosenAt);
  }

  return (
    <Field {...field}>
      {(control) => (
        <span className="input input-group ring-within" style={{ anchorName: combo.anchor } as CSSProperties}>
          <input
            {...control}
            {...combo.inputProps}
            ref={ref}
            className="input-bare ring-none"
            placeholder={placeholder}
            value={draft ?? choices[chosenAt]?.label ?? ''}
            onChange={(event) => type(event.target.value)}
            onClick={() => {
              if (!combo.isOpen) combo.open(chosenAt);
            }}
            onFocus={(event) => event.target.select()}
            onKeyDown={combo.steer}
            onBlur={leave}
          />
          <ChoiceList
            box={ref}
            onToggle={toggle}
            combo={combo}
            label={field.label}
            none={none}
            chosen={value === null ? [] : [value]}
            onChoose={choose}
          />
        </span>
      )}
    </Field>
  );
}
