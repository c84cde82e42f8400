import { type ReactNode, useId } from 'react';

/** A setting that takes effect at once; says On or Off beside it. */
export function Switch({
  label,
  hint,
  isOn,
  onChange,
}: {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  const id = useId();
  const hintId = hint == null ? undefined : `${id}-hint`;
  return (
    <span className="choice">
      <input
        id={id}
        type="checkbox"
        role="switch"
        className="switch-input"
        checked={isOn}
        aria-checked={isOn}
        aria-describedby={hintId}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="choice-text">
        <label htmlFor={id} className="choice-label">
          {label}
        </label>
        <span className="switch-state" aria-hidden>
          {isOn ? 'On' : 'Off'}
        </span>
        {hintId && (
          <span id={hintId} className="choice-hint">
            {hint}
          </span>
        )}
      </span>
    </span>
  );
}
