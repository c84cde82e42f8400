import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** Nothing here yet: what would be here, in one sentence, and the one action that brings it. */
export function EmptyState({
  icon: Icon,
  title,
  action,
  inline = false,
  children,
}: {
  readonly icon?: LucideIcon;
  readonly title: string;
  readonly action?: ReactNode;
  /** Left-aligned in a dashed outline, inside a section of a page. */
  readonly inline?: boolean;
  readonly children?: ReactNode;
}) {
  return (
    <div className={classNames('empty', inline && 'empty-inline')}>
      {Icon && !inline && <Icon aria-hidden />}
      <p className="empty-title">{title}</p>
      {children && <p>{children}</p>}
      {action && <div className="empty-action">{action}</div>}
    </div>
  );
}
