import { type ChangeEvent, type ComponentPropsWithRef, type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import { FieldError } from './Field.tsx';

export type CheckboxProps = Omit<
  ComponentPropsWithRef<'input'>,
  'value' | 'onChange' | 'type' | 'checked'
> & {
  readonly label: ReactNode;
  readonly labelHidden?: boolean;
  readonly hint?: ReactNode;
  readonly error?: string | null;
  readonly isChecked: boolean;
  /** Some but not all of what it stands for. */
  readonly isMixed?: boolean;
  readonly onChange: (isChecked: boolean) => void;
};

/** A box to tick, with its words and an optional hint. */
export function Checkbox({
  label,
  labelHidden = false,
  hint,
  error,
  isChecked,
  isMixed = false,
  onChange,
  id: givenId,
  className,
  'aria-label': fullName,
  ...rest
}: CheckboxProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const box = {
    ...rest,
    ...{ id, type: 'checkbox', checked: isChecked },
    ref: (element: HTMLInputElement | null) => {
      if (element) element.indeterminate = isMixed;
      assignRef(rest.ref, element);
    },
    onChange: (event: ChangeEvent<HTMLInputElement>) => onChange(event.target.checked),
  };
  // A box in each of many rows needs no element for words that nobody sees.
  if (labelHidden && typeof label === 'string' && !hint && !error)
    return (
      <input
        {...box}
        className={classNames('choice-input choice-alone', className)}
        aria-label={fullName ?? label}
      />
    );
  return (
    <span className={classNames('field-set', className)}>
      <span className="choice">
        <input
          {...box}
          className="choice-input"
          aria-label={fullName}
          aria-invalid={error ? true : undefined}
          aria-describedby={classNames(hint != null && `${id}-hint`, error && `${id}-error`) || undefined}
        />
        <span className={labelHidden ? 'visually-hidden' : 'choice-text'}>
          <label htmlFor={id} className="choice-label">
            {label}
          </label>
          {hint && (
            <span id={`${id}-hint`} className="choice-hint">
              {hint}
            </span>
          )}
        </span>
      </span>
      {error && <FieldError id={`${id}-error`} message={error} />}
    </span>
  );
}

function assignRef(ref: CheckboxProps['ref'], box: HTMLInputElement | null): void {
  if (typeof ref === 'function') ref(box);
  else if (ref) ref.current = box;
}
