import type { ReactNode } from 'react';

/** A line of the capture form: its word on the left, one or more controls on the right. */
export function Line({
  label,
  id,
  children,
}: {
  readonly label: string;
  readonly id: string;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot lay its legend beside its controls
    <div role="group" aria-labelledby={id} className="feedback-line">
      <span id={id} className="feedback-line-label">
        {label}
      </span>
      <div className="feedback-line-content">{children}</div>
    </div>
  );
}
