import { OctagonAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';

/** What every field takes besides its value. */
export type FieldText = {
  readonly label: string;
  /** Keep the label for screen readers only, where a heading or column already says it. */
  readonly labelHidden?: boolean;
  readonly hint?: ReactNode;
  readonly error?: string | null;
  readonly optional?: boolean;
  /** Label to the left of the control. */
  readonly beside?: boolean;
  /** The id of the control, so that an ErrorSummary can point at it. */
  readonly id?: string;
};

/** What the control inside a Field must carry. */
export type FieldControl = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
};

/** Label, hint and error round one control, tied to it by id. */
export function Field({
  label,
  labelHidden = false,
  hint,
  error,
  optional = false,
  beside = false,
  id: givenId,
  children,
}: FieldText & { readonly children: (control: FieldControl) => ReactNode }) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = classNames(hint != null && hintId, error && errorId) || undefined;
  return (
    <div className={classNames('field', beside && 'field-beside')}>
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : 'field-label'}>
        {label}
        {optional && <span className="field-optional"> (optional)</span>}
      </label>
      {hint && (
        <span id={hintId} className="field-hint">
          {hint}
        </span>
      )}
      {children({ id, 'aria-describedby': describedBy, 'aria-invalid': error ? true : undefined })}
      {error && <FieldError id={errorId} message={error} />}
    </div>
  );
}

/** The sentence under a control that says what is wrong and what to do. */
export function FieldError({ id, message }: { readonly id?: string; readonly message: string }) {
  return (
    <span id={id} className="field-error">
      <OctagonAlert aria-hidden />
      <span>{message}</span>
    </span>
  );
}
