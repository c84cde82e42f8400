import { type LucideIcon, OctagonAlert } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, startTransition, useId, useOptimistic } from 'react';
import { classNames } from './class-names.ts';

export type TabItem<V extends string = string> = {
  readonly id: V;
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly count?: number;
  /** How many things stop someone here; shown with the octagon. */
  readonly badCount?: number;
  /** The bad count in words, for screen readers: "2 clashes". */
  readonly badLabel?: string;
};

export type TabsProps<V extends string = string> = {
  readonly label: string;
  readonly tabs: readonly TabItem<V>[];
  readonly selected: V;
  readonly onSelect: (id: V) => void;
  /** Whether they stand under the head of a page; the panel then is its body, and scrolls. */
  readonly ofPage?: boolean;
  /** The panel. */
  readonly children: ReactNode;
};

/** Several views in one place, one shown; arrow keys, Home and End move between them. */
export function Tabs<V extends string>({
  label,
  tabs,
  selected,
  onSelect,
  ofPage = false,
  children,
}: TabsProps<V>) {
  const id = useId();
  const panelId = `${id}-panel`;
  // The tab is marked at once, also where its panel takes a while to draw.
  const [marked, mark] = useOptimistic(selected);
  const select = (tab: V) =>
    startTransition(() => {
      mark(tab);
      onSelect(tab);
    });

  function move(event: KeyboardEvent<HTMLDivElement>) {
    const from = tabs.findIndex((tab) => tab.id === marked);
    const last = tabs.length - 1;
    const to = {
      ArrowRight: from === last ? 0 : from + 1,
      ArrowLeft: from === 0 ? last : from - 1,
      Home: 0,
      End: last,
    }[event.key];
    const next = to === undefined ? undefined : tabs[to];
    if (!next) return;
    event.preventDefault();
    select(next.id);
    document.getElementById(`${id}-${next.id}`)?.focus();
  }

  return (
    <>
      <div
        role="tablist"
        aria-label={label}
        className={classNames('tab-list', ofPage && 'tab-list-page')}
        onKeyDown={move}
      >
        {tabs.map((tab) => (
          <button
            key={tab.id}
            id={`${id}-${tab.id}`}
            type="button"
            role="tab"
            className="tab"
            aria-selected={tab.id === marked}
            aria-controls={tab.id === selected ? panelId : undefined}
            tabIndex={tab.id === marked ? 0 : -1}
            onClick={() => select(tab.id)}
          >
            {tab.icon && <tab.icon aria-hidden />}
            {tab.label}
            {tab.count !== undefined && <span className="tab-count">{tab.count}</span>}
            {tab.badCount ? <BadCount count={tab.badCount} words={tab.badLabel} /> : null}
          </button>
        ))}
      </div>
      <div
        // Another part begins at its top.
        key={selected}
        role="tabpanel"
        id={panelId}
        aria-labelledby={`${id}-${selected}`}
        className={ofPage ? 'page-body' : 'tab-panel'}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel without controls must still be reachable
        tabIndex={0}
      >
        {children}
      </div>
    </>
  );
}

function BadCount({ count, words }: { readonly count: number; readonly words?: string }) {
  return (
    <span className="nav-item-count nav-item-count-bad">
      <OctagonAlert aria-hidden />
      <span aria-hidden={words !== undefined}>{count}</span>
      {words && <span className="visually-hidden">, {words}</span>}
    </span>
  );
}
