import { ChevronDown } from 'lucide-react';
import { useMemo } from 'react';
import { Button as AriaButton, ComboBox as AriaComboBox, Input, Label, Text } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { FieldError, type FieldText } from './Field.tsx';
import { type Choice, choiceFilter, OptionList } from './OptionList.tsx';

export type ComboBoxProps = FieldText & {
  readonly choices: readonly Choice[];
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  readonly placeholder?: string;
  /** Said when nothing matches: "Nobody of that name". */
  readonly none?: string;
};

/** One of a long list, found by typing. */
export function ComboBox({
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
}: ComboBoxProps) {
  const items = useMemo(() => [...choices], [choices]);
  const filter = useMemo(() => choiceFilter(choices), [choices]);
  return (
    <AriaComboBox
      className={classNames('field', beside && 'field-beside')}
      defaultItems={items}
      value={value}
      onChange={(key) => onChange(key === null ? null : String(key))}
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
      <span className="input input-group ring-within">
        <Input id={id} className="input-bare ring-none" placeholder={placeholder} />
        <AriaButton className="input-inner-button">
          <ChevronDown aria-hidden />
        </AriaButton>
      </span>
      {error && (
        <Text slot="errorMessage">
          <FieldError message={error} />
        </Text>
      )}
      <OptionList label={label} none={none} />
    </AriaComboBox>
  );
}
