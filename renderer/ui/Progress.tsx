import { useId } from 'react';
import { Button } from './Button.tsx';
import { classNames } from './class-names.ts';

/** Long work: what is being done, how far it is, and a way to stop it. */
export function Progress({
  label,
  value,
  valueText,
  onCancel,
  cancelLabel = 'Cancel',
}: {
  readonly label: string;
  /** 0 to 1; left out while the length is not known. */
  readonly value?: number;
  /** In words: "12 of 40 files". */
  readonly valueText?: string;
  readonly onCancel?: () => void;
  readonly cancelLabel?: string;
}) {
  const id = useId();
  return (
    <div className="progress">
      <div className="progress-line">
        <span id={id} className="progress-label">
          {label}
        </span>
        {valueText && <span className="progress-value">{valueText}</span>}
      </div>
      <div className="progress-line">
        <Track labelledBy={id} value={value} valueText={valueText} />
        {onCancel && (
          <Button size="small" onClick={onCancel}>
            {cancelLabel}
          </Button>
        )}
      </div>
    </div>
  );
}

/** A thin bar with its count in words: "8 of 13". Goes green when full. */
export function Meter({
  label,
  value,
  total,
  hideText = false,
}: {
  /** What is counted, for screen readers: "Documents ready". */
  readonly label: string;
  readonly value: number;
  readonly total: number;
  readonly hideText?: boolean;
}) {
  const text = `${value} of ${total}`;
  return (
    <span className="meter">
      <Track label={label} value={total === 0 ? 0 : value / total} valueText={text} role="meter" />
      {!hideText && (
        <span className="meter-text" aria-hidden>
          {text}
        </span>
      )}
    </span>
  );
}

function Track({
  label,
  labelledBy,
  value,
  valueText,
  role = 'progressbar',
}: {
  readonly label?: string;
  readonly labelledBy?: string;
  readonly value?: number;
  readonly valueText?: string;
  readonly role?: 'progressbar' | 'meter';
}) {
  const share = value === undefined ? undefined : Math.min(1, Math.max(0, value));
  const aria = {
    role,
    'aria-label': label,
    'aria-labelledby': labelledBy,
    'aria-valuemin': 0,
    'aria-valuemax': 100,
    'aria-valuenow': share === undefined ? undefined : Math.round(share * 100),
    'aria-valuetext': valueText,
  };
  return (
    <span
      {...aria}
      className={classNames(
        'progress-track',
        share === undefined && 'progress-unknown',
        share === 1 && 'progress-done',
      )}
    >
      <span
        className="progress-fill"
        style={share === undefined ? undefined : { transform: `translateX(${(share - 1) * 100}%)` }}
      />
    </span>
  );
}
