import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { type Tone, toneIcons } from './tones.ts';

/** A full line in the section it concerns: what happened, what to do, one link. */
export function Banner({
  tone,
  title,
  icon,
  actions,
  role,
  children,
}: {
  readonly tone: Tone;
  /** What happened, in bold. */
  readonly title?: ReactNode;
  readonly icon?: LucideIcon;
  /** One LinkButton or small Button. */
  readonly actions?: ReactNode;
  /** "alert" or "status" when it appears in answer to something just done. */
  readonly role?: 'alert' | 'status';
  readonly children?: ReactNode;
}) {
  const Icon = icon ?? toneIcons[tone];
  return (
    <div className={classNames('banner', `banner-${tone}`)} role={role}>
      <Icon aria-hidden />
      <div className="banner-text">
        {title && <span className="banner-title">{title}</span>} {children}
      </div>
      {actions && <div className="banner-actions">{actions}</div>}
    </div>
  );
}
