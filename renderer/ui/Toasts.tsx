import { X } from 'lucide-react';
import { classNames } from './class-names.ts';
import { IconButton } from './IconButton.tsx';
import { LinkButton } from './LinkButton.tsx';
import { type Tone, toneIcons } from './tones.ts';

/** A short confirmation. Errors belong beside what caused them, not here. */
export type Toast = {
  readonly id: string;
  readonly text: string;
  readonly tone?: Tone;
  readonly action?: { readonly label: string; readonly onPress: () => void };
};

/** Confirmations above the status line. The caller decides how long each stays, and announces it. */
export function Toasts({
  toasts,
  onDismiss,
}: {
  readonly toasts: readonly Toast[];
  readonly onDismiss: (id: string) => void;
}) {
  if (toasts.length === 0) return null;
  return (
    <ul className="toasts" aria-label="Notices" data-react-aria-top-layer="true">
      {toasts.map(({ id, text, tone = 'ok', action }) => {
        const Icon = toneIcons[tone];
        return (
          <li key={id} className="toast">
            <Icon className={classNames(`tone-${tone}`)} aria-hidden />
            <span className="toast-text">{text}</span>
            {action && <LinkButton onClick={action.onPress}>{action.label}</LinkButton>}
            <IconButton icon={X} size="small" label="Dismiss" onClick={() => onDismiss(id)} />
          </li>
        );
      })}
    </ul>
  );
}
