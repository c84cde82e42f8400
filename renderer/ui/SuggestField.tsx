import { type ComponentPropsWithRef, type CSSProperties, type KeyboardEvent, useRef, useState } from 'react';
import { ChoiceList } from './ChoiceList.tsx';
import { Field, type FieldText } from './Field.tsx';
import { splitFieldProps } from './field-props.ts';
import { type Choice, matchChoices } from './option-match.ts';
import { type Combo, useCombo } from './useCombo.ts';

export type Suggestion = {
  readonly value: string;
  /** A fact beside it in the list: a role, an organisation. */
  readonly hint?: string;
};

export type SuggestFieldProps = FieldText &
  Omit<ComponentPropsWithRef<'input'>, keyof FieldText | 'value' | 'onChange' | 'type' | 'ref'> & {
    readonly value: string;
    readonly onChange: (value: string) => void;
    readonly suggestions: readonly Suggestion[];
  };

/** One line of the user's own words, with a list of likely ones to take it from. Nothing is taken unless chosen. */
export function SuggestField(props: SuggestFieldProps) {
  const [field, { value, onChange, suggestions, ...input }] = splitFieldProps(props);
  const ref = useRef<HTMLInputElement>(null);
  const [isTyping, setTyping] = useState(false);
  // Until an arrow key or the mouse picks a line, Enter belongs to the form and not to the list.
  const [hasPicked, setPicked] = useState(false);
  const choices = suggestions.map((one) => ({
    id: one.value,
    label: one.value,
    ...(one.hint ? { hint: one.hint } : {}),
  }));
  const combo = useCombo({ choices, typed: isTyping ? value : '', onChoose: choose });
  const shown: Combo = {
    ...combo,
    active: hasPicked ? combo.active : undefined,
    setAt: (at) => {
      combo.setAt(at);
      setPicked(true);
    },
  };

  function choose(choice: Choice) {
    onChange(choice.label);
    shut();
  }

  function shut() {
    combo.shut();
    setTyping(false);
    setPicked(false);
  }

  function type(text: string) {
    onChange(text);
    setTyping(true);
    setPicked(false);
    const matches = matchChoices(choices, text);
    if (matches.length > 0 && matches[0]?.label !== text) combo.open();
    else combo.shut();
  }

  function toggle() {
    if (combo.isOpen) shut();
    else if (choices.length > 0) combo.open();
  }

  function steer(event: KeyboardEvent) {
    const isArrow = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    if (choices.length === 0 || (event.key === 'Enter' && !hasPicked)) return;
    if (isArrow && combo.isOpen && !hasPicked) {
      event.preventDefault();
      shown.setAt(event.key === 'ArrowDown' ? 0 : combo.shown.length - 1);
      return;
    }
    combo.steer(event);
  }

  return (
    <Field {...field}>
      {(control) => (
        <span className="input input-group ring-within" style={{ anchorName: combo.anchor } as CSSProperties}>
          <input
            {...input}
            {...control}
            {...(choices.length > 0 ? combo.inputProps : { autoComplete: 'off', spellCheck: false })}
            {...(choices.length > 0 && !hasPicked ? { 'aria-activedescendant': undefined } : {})}
            ref={ref}
            type="text"
            className="input-bare ring-none"
            value={value}
            onChange={(event) => type(event.target.value)}
            onKeyDown={steer}
            onBlur={shut}
          />
          {choices.length > 0 && (
            <ChoiceList
              box={ref}
              onToggle={toggle}
              combo={shown}
              label={field.label}
              none="Nothing of that kind yet"
              chosen={choices.some((choice) => choice.id === value) ? [value] : []}
              onChoose={choose}
            />
          )}
        </span>
      )}
    </Field>
  );
}
