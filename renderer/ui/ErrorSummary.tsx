import { useEffect, useId, useRef } from 'react';
import { LinkButton } from './LinkButton.tsx';

/** One thing to mend: the id of its field and the same words as beside it. */
export type FormProblem = { readonly fieldId?: string; readonly message: string };

/** The list at the top of a form that could not be saved; takes the focus, and each line leads to its field. */
export function ErrorSummary({
  problems,
  title = 'There is a problem',
}: {
  readonly problems: readonly FormProblem[];
  readonly title?: string;
}) {
  const ref = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const count = problems.length;
  useEffect(() => {
    if (count > 0) ref.current?.focus();
  }, [count]);
  if (count === 0) return null;
  return (
    <div ref={ref} className="error-summary" role="alert" tabIndex={-1} aria-labelledby={titleId}>
      <h2 id={titleId} className="error-summary-title">
        {title}
      </h2>
      <ul className="error-summary-list">
        {problems.map(({ fieldId, message }) => (
          <li key={`${fieldId}${message}`}>
            {fieldId ? <LinkButton onClick={() => focusField(fieldId)}>{message}</LinkButton> : message}
          </li>
        ))}
      </ul>
    </div>
  );
}

function focusField(id: string): void {
  const field = document.getElementById(id);
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}
