import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** The frame of a page: a PageHead, then PageBody or PageSplit. */
export function Page({ children }: { readonly children: ReactNode }) {
  return <div className="page">{children}</div>;
}

/** Content on the left, a SidePanel on the right; each scrolls by itself, stacked when narrow. */
export function PageSplit({ panel, children }: { readonly panel?: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="page-split">
      <div className="page-main">{children}</div>
      {panel}
    </div>
  );
}

/** The scrolling content of a page. */
export function PageBody({
  flush = false,
  children,
}: {
  readonly flush?: boolean;
  readonly children: ReactNode;
}) {
  return <div className={classNames('page-body', flush && 'page-body-flush')}>{children}</div>;
}

/** Title, one line of fact, and actions on the right (at most one primary button). */
export function PageHead({
  title,
  fact,
  beside,
  actions,
  ruled = false,
}: {
  readonly title: ReactNode;
  readonly fact?: ReactNode;
  /** Chips or tabs on the title's own line. */
  readonly beside?: ReactNode;
  readonly actions?: ReactNode;
  /** A line under the head, where the content does not start with its own. */
  readonly ruled?: boolean;
}) {
  return (
    <header className={classNames('page-head', ruled && 'page-head-ruled')}>
      <div className="page-head-text">
        <div className="page-head-line">
          <h1 className="page-head-title">{title}</h1>
          {beside}
        </div>
        {fact && <p className="page-head-fact">{fact}</p>}
      </div>
      {actions && <div className="page-head-actions">{actions}</div>}
    </header>
  );
}

/** A line of filters or view switches under the head. */
export function ToolBar({
  label,
  sunken = false,
  children,
}: {
  readonly label: string;
  readonly sunken?: boolean;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a form group round filters
    <div role="group" aria-label={label} className={classNames('tool-bar', sunken && 'tool-bar-sunken')}>
      {children}
    </div>
  );
}
