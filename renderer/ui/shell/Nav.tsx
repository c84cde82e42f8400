import { OctagonAlert } from 'lucide-react';
import { classNames } from '../class-names.ts';
import { Kbd } from '../Kbd.tsx';
import { useMedia } from '../media.ts';
import { Tooltip } from '../Tooltip.tsx';
import type { NavAction, NavItem } from './shell-types.ts';

export type NavProps = {
  /** Groups in the order of the work, parted by space. */
  readonly groups: readonly (readonly NavItem[])[];
  readonly current: string | null;
  readonly onNavigate: (id: string) => void;
  readonly actions?: readonly NavAction[];
};

/** The areas, always labelled; a rail with tooltips below 1100 px, a menu below 900 px. */
export function Nav({
  groups,
  current,
  onNavigate,
  actions = [],
  id,
  isOpen,
}: NavProps & { readonly id: string; readonly isOpen: boolean }) {
  const isRail = useMedia('(900px <= width < 1100px)');
  return (
    <nav id={id} className={classNames('nav', isOpen && 'nav-open')} aria-label="Areas">
      {groups.map((items) => (
        <ul key={items[0]?.id} className="nav-group">
          {items.map((item) => (
            <li key={item.id}>
              <Tooltip
                text={classNames(item.label, shownCount(item) && `(${item.countLabel ?? item.count})`)}
                placement="right"
                isDisabled={!isRail}
              >
                <button
                  type="button"
                  className="nav-item"
                  aria-current={item.id === current ? 'page' : undefined}
                  onClick={() => onNavigate(item.id)}
                >
                  <item.icon aria-hidden />
                  <span className="nav-item-label">{item.label}</span>
                  <Count item={item} />
                </button>
              </Tooltip>
            </li>
          ))}
        </ul>
      ))}
      {actions.length > 0 && (
        <ul className="nav-foot">
          {actions.map((action) => (
            <li key={action.id}>
              <Tooltip text={action.label} keys={action.keys} placement="right" isDisabled={!isRail}>
                <button
                  type="button"
                  className={classNames('nav-item', action.isFramed && 'nav-item-framed')}
                  aria-current={action.id === current ? 'page' : undefined}
                  onClick={action.onPress}
                >
                  <action.icon aria-hidden />
                  <span className="nav-item-label">{action.label}</span>
                  {action.keys && <Kbd keys={action.keys} />}
                </button>
              </Tooltip>
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}

/** A count is news; no clashes is not. */
function shownCount({ count, isBad }: NavItem): boolean {
  return count !== undefined && !(isBad && count === 0);
}

function Count({ item }: { readonly item: NavItem }) {
  if (!shownCount(item)) return null;
  return (
    <span className={classNames('nav-item-count', item.isBad && 'nav-item-count-bad')}>
      {item.isBad && <OctagonAlert aria-hidden />}
      <span aria-hidden={item.countLabel !== undefined}>{item.count}</span>
      {item.countLabel && <span className="visually-hidden">, {item.countLabel}</span>}
    </span>
  );
}
