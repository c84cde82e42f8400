import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** A name, its value, and a way to change it. */
export type SummaryRow = {
  readonly term: string;
  /** null shows `none` in a quieter colour. */
  readonly value: ReactNode;
  readonly none?: string;
  readonly action?: ReactNode;
};

/** Names and values, one to a line. */
export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }) {
  return (
    <dl className="summary-list">
      {rows.map(({ term, value, none = 'Not recorded', action }) => {
        const isEmpty = value === null || value === undefined || value === '';
        return (
          <div key={term} className="summary-row">
            <dt className="summary-term">{term}</dt>
            <dd className={classNames('summary-value', isEmpty && 'summary-value-empty')}>
              {isEmpty ? none : value}
            </dd>
            {action && <dd className="summary-action">{action}</dd>}
          </div>
        );
      })}
    </dl>
  );
}
