import { classNames } from '../class-names.ts';
import { Kbd } from '../Kbd.tsx';
import type { StatusItem } from './shell-types.ts';

export type StatusLineProps = {
  /** Saved, backup checked, offline. */
  readonly items: readonly StatusItem[];
  /** The last change in words: Moved "Early years". */
  readonly lastChange?: string | null;
  readonly onUndo?: (() => void) | null;
  readonly undoKeys?: string;
  /** Plain words at the right end, such as the version on the first screen. */
  readonly end?: string;
};

/** One line at the foot: what is safe, what was done last, and Undo. */
export function StatusLine({ items, lastChange, onUndo, undoKeys = 'Ctrl Z', end }: StatusLineProps) {
  return (
    <footer className="status-line">
      {items.map(({ id, icon: Icon, text, tone }) => (
        <span key={id} className={classNames('status-item', tone && `status-item-${tone}`)}>
          <Icon aria-hidden />
          {text}
        </span>
      ))}
      <span className="status-end">
        {lastChange && <span className="status-last">{lastChange}</span>}
        {onUndo && (
          <button type="button" className="status-undo" onClick={onUndo}>
            Undo <Kbd keys={undoKeys} />
          </button>
        )}
        {end}
      </span>
    </footer>
  );
}
