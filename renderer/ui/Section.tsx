import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import { toneIcons } from './tones.ts';

/** A headed part of a page or panel: title, a fact beside it, one action on the right. */
export function Section({
  title,
  fact,
  action,
  icon,
  tone,
  ruled = false,
  level = 2,
  children,
}: {
  readonly title: string;
  readonly fact?: ReactNode;
  readonly action?: ReactNode;
  readonly icon?: LucideIcon;
  /** Colours the title and, without an icon, gives it the tone's shape. */
  readonly tone?: 'bad' | 'warn' | 'ok';
  /** A line above, when it follows another ruled section. */
  readonly ruled?: boolean;
  readonly level?: 2 | 3;
  readonly children?: ReactNode;
}) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  const Icon = icon ?? (tone && toneIcons[tone]);
  return (
    <section aria-labelledby={id} className={classNames('section', ruled && 'section-ruled')}>
      <div className="section-head">
        <Heading id={id} className={classNames('section-title', tone && `section-title-${tone}`)}>
          {Icon && <Icon aria-hidden />}
          {title}
        </Heading>
        {fact && <span className="section-fact">{fact}</span>}
        {action && <span className="section-action">{action}</span>}
      </div>
      {children && <div className="section-content">{children}</div>}
    </section>
  );
}
