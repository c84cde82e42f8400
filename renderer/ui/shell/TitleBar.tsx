import { Lock, Menu, ScreenShare, Search } from 'lucide-react';
import { Kbd } from '../Kbd.tsx';
import { Tooltip } from '../Tooltip.tsx';
import { ProductMark } from './ProductMark.tsx';

export type TitleBarProps = {
  /** The engagement's name, or the product's on the first screen. Never a child's name. */
  readonly name: string;
  /** The protective marking, in capitals. */
  readonly marking?: string;
  readonly commandLabel?: string;
  readonly commandKeys?: string;
  readonly onCommand?: () => void;
  readonly areNamesCoded?: boolean;
  readonly onNamesCoded?: (areCoded: boolean) => void;
  readonly onLock?: () => void;
};

type MenuToggle = { readonly isOpen: boolean; readonly controls: string; readonly onToggle: () => void };

/** The bar that is also the window's handle; the system draws its buttons over the right end. */
export function TitleBar({
  name,
  marking,
  commandLabel = 'Search or do anything',
  commandKeys = 'Ctrl K',
  onCommand,
  areNamesCoded = false,
  onNamesCoded,
  onLock,
  menu,
}: TitleBarProps & { readonly menu?: MenuToggle }) {
  return (
    <header className="title-bar">
      <div className="title-bar-start">
        {menu && (
          <button
            type="button"
            className="title-action nav-menu-button"
            aria-expanded={menu.isOpen}
            aria-controls={menu.controls}
            onClick={menu.onToggle}
          >
            <Menu aria-hidden />
            <span className="visually-hidden">Menu</span>
          </button>
        )}
        <ProductMark />
        <span className="title-bar-name">{name}</span>
        {marking && <span className="marking">{marking}</span>}
      </div>
      {onCommand ? (
        <button type="button" className="command-box" onClick={onCommand}>
          <Search aria-hidden />
          <span className="command-box-text">{commandLabel}</span>
          <Kbd keys={commandKeys} />
        </button>
      ) : (
        <span />
      )}
      <div className="title-bar-end">
        {onNamesCoded && (
          <Tooltip text="Show every name as a code, for sharing the screen">
            <button
              type="button"
              className="title-action"
              aria-pressed={areNamesCoded}
              onClick={() => onNamesCoded(!areNamesCoded)}
            >
              <ScreenShare aria-hidden />
              <span className="title-action-label">Names as codes</span>
            </button>
          </Tooltip>
        )}
        {onLock && (
          <Tooltip text="Close the file and ask for the passphrase">
            <button type="button" className="title-action" onClick={onLock}>
              <Lock aria-hidden />
              <span className="title-action-label">Lock</span>
            </button>
          </Tooltip>
        )}
      </div>
    </header>
  );
}
