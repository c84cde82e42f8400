import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import { FieldError } from './Field.tsx';

export type RadioOption<V extends string = string> = {
  readonly value: V;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
};

export type RadioGroupProps<V extends string = string> = {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly hint?: ReactNode;
  readonly error?: string | null;
  readonly options: readonly RadioOption<V>[];
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  /** Side by side, for two or three short options. */
  readonly across?: boolean;
  /** The id of the first radio, so that an ErrorSummary can point at it. */
  readonly id?: string;
};

/** One of a few, all in sight. */
export function RadioGroup<V extends string>({
  label,
  labelHidden = false,
  hint,
  error,
  options,
  value,
  onChange,
  across = false,
  id: givenId,
}: RadioGroupProps<V>) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const describedBy = classNames(hint != null && `${id}-hint`, error && `${id}-error`) || undefined;
  return (
    <fieldset className="field-set" aria-describedby={describedBy}>
      <legend className={labelHidden ? 'visually-hidden' : 'field-label'}>{label}</legend>
      {hint != null && (
        <span id={`${id}-hint`} className="field-hint">
          {hint}
        </span>
      )}
      <div className={classNames('choice-list', across && 'choice-list-across')}>
        {options.map((option, index) => (
          <Radio
            key={option.value}
            id={index === 0 ? id : `${id}-${index}`}
            name={`${id}-choice`}
            option={option}
            isChecked={option.value === value}
            onChoose={() => onChange(option.value)}
          />
        ))}
      </div>
      {error && <FieldError id={`${id}-error`} message={error} />}
    </fieldset>
  );
}

function Radio({
  id,
  name,
  option,
  isChecked,
  onChoose,
}: {
  readonly id: string;
  readonly name: string;
  readonly option: RadioOption;
  readonly isChecked: boolean;
  readonly onChoose: () => void;
}) {
  const hintId = option.hint == null ? undefined : `${id}-about`;
  return (
    <span className="choice">
      <input
        id={id}
        type="radio"
        name={name}
        className="choice-input"
        checked={isChecked}
        aria-describedby={hintId}
        onChange={onChoose}
      />
      <span className="choice-text">
        <label htmlFor={id} className="choice-label">
          {option.label}
        </label>
        {hintId && (
          <span id={hintId} className="choice-hint">
            {option.hint}
          </span>
        )}
      </span>
    </span>
  );
}
