import { ChevronDown, X } from 'lucide-react';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { Button as AriaButton, ComboBox as AriaComboBox, Input, Label, Text } from 'react-aria-components';
import { announce } from './announce.ts';
import { classNames } from './class-names.ts';
import { FieldError, type FieldText } from './Field.tsx';
import { type Choice, choiceFilter, OptionList } from './OptionList.tsx';

export type TagPickerProps = FieldText & {
  readonly choices: readonly Choice[];
  /** Ids in the order chosen. */
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
  readonly placeholder?: string;
  readonly none?: string;
};

/** Several from a long list, found by typing; each chosen one becomes a tag with its own remove button. */
export function TagPicker({
  label,
  labelHidden,
  hint,
  error,
  optional,
  beside,
  id,
  choices,
  value,
  onChange,
  placeholder,
  none = 'Nothing matches',
}: TagPickerProps) {
  const [typed, setTyped] = useState('');
  const items = useMemo(() => [...choices], [choices]);
  const filter = useMemo(() => choiceFilter(choices), [choices]);
  const chosen = value.flatMap((key) => choices.find((choice) => choice.id === key) ?? []);

  function choose(keys: readonly string[]) {
    onChange(keys);
    setTyped('');
    announceChange(value, keys, choices);
  }

  function removeLast(event: KeyboardEvent) {
    if (event.key === 'Backspace' && typed === '' && value.length > 0) choose(value.slice(0, -1));
  }

  return (
    <AriaComboBox
      className={classNames('field', beside && 'field-beside')}
      selectionMode="multiple"
      defaultItems={items}
      value={value}
      onChange={(keys) => choose(keys.map(String))}
      inputValue={typed}
      onInputChange={setTyped}
      isInvalid={Boolean(error)}
      menuTrigger="focus"
      allowsEmptyCollection
      defaultFilter={filter}
    >
      <Label className={labelHidden ? 'visually-hidden' : 'field-label'}>
        {label}
        {optional && <span className="field-optional"> (optional)</span>}
      </Label>
      {hint != null && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <div className="input input-group tag-picker ring-within">
        <Tags
          label={label}
          chosen={chosen}
          onRemove={(gone) => choose(value.filter((key) => key !== gone))}
        />
        <Input
          id={id}
          className="input-bare ring-none"
          placeholder={chosen.length === 0 ? placeholder : undefined}
          onKeyDown={removeLast}
        />
        <AriaButton className="input-inner-button">
          <ChevronDown aria-hidden />
        </AriaButton>
      </div>
      {error && (
        <Text slot="errorMessage">
          <FieldError message={error} />
        </Text>
      )}
      <OptionList label={label} none={none} showsTicks />
    </AriaComboBox>
  );
}

function Tags({
  label,
  chosen,
  onRemove,
}: {
  readonly label: string;
  readonly chosen: readonly Choice[];
  readonly onRemove: (id: string) => void;
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
            onClick={() => onRemove(choice.id)}
          >
            <X aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}

function announceChange(
  before: readonly string[],
  after: readonly string[],
  choices: readonly Choice[],
): void {
  const nameOf = (id: string) => choices.find((choice) => choice.id === id)?.label ?? '';
  const added = after.filter((id) => !before.includes(id)).map((id) => `${nameOf(id)} added`);
  const removed = before.filter((id) => !after.includes(id)).map((id) => `${nameOf(id)} removed`);
  const words = [...added, ...removed].join(', ');
  if (words) announce(`${words}. ${after.length} chosen`);
}
