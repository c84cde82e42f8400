import {
  CircleCheck,
  CircleDashed,
  CircleSlash,
  Clock,
  Inbox,
  Lock,
  type LucideIcon,
  OctagonAlert,
  ShieldCheck,
  TriangleAlert,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type Status =
  | 'bad'
  | 'warn'
  | 'ok'
  | 'waiting'
  | 'received'
  | 'none'
  | 'not-applicable'
  | 'held'
  | 'acknowledged';

const looks: Readonly<Record<Status, readonly [LucideIcon, string]>> = {
  bad: [OctagonAlert, 'tone-bad'],
  warn: [TriangleAlert, 'tone-warn'],
  ok: [CircleCheck, 'tone-ok'],
  waiting: [Clock, 'tone-none'],
  received: [Inbox, 'tone-none'],
  none: [CircleDashed, 'tone-none'],
  'not-applicable': [CircleSlash, 'tone-quiet'],
  held: [Lock, 'tone-warn'],
  acknowledged: [ShieldCheck, 'tone-none'],
};

/** A state as shape, word and colour, without a box. The word is its child. */
export function StatusMark({
  status,
  size,
  children,
}: {
  readonly status: Status;
  readonly size?: 'small' | 'medium';
  readonly children: ReactNode;
}) {
  const [Icon, tone] = looks[status];
  return (
    <span className={classNames('status-mark', tone, size === 'small' && 'status-mark-small')}>
      <Icon aria-hidden />
      {children}
    </span>
  );
}
