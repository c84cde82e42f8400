import { X } from 'lucide-react';
import { type CSSProperties, type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import { IconButton } from './IconButton.tsx';

/** The panel on the right, for what to do about what is on the left. */
export function SidePanel({
  title,
  fact,
  width,
  plain = false,
  onClose,
  children,
}: {
  readonly title: string;
  readonly fact?: ReactNode;
  /** 268 to 376 px, given in rem; 21.375rem when left out. */
  readonly width?: string;
  /** White instead of sunken, where it carries the page's own facts. */
  readonly plain?: boolean;
  readonly onClose?: () => void;
  readonly children: ReactNode;
}) {
  const id = useId();
  const style = width ? ({ '--side-panel-width': width } as CSSProperties) : undefined;
  return (
    <aside
      aria-labelledby={id}
      className={classNames('side-panel', plain && 'side-panel-plain')}
      style={style}
    >
      <div className="side-panel-head">
        <h2 id={id} className="side-panel-title">
          {title}
        </h2>
        {fact && <span className="side-panel-fact">{fact}</span>}
        {onClose && <IconButton icon={X} label="Close panel" size="small" onClick={onClose} />}
      </div>
      {children}
    </aside>
  );
}
