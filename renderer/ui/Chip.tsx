import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { type Tone, toneIcons } from './tones.ts';

/** A label of 20 px: an icon and a word or two. A toned chip without an icon gets its tone's shape. */
export function Chip({
  tone,
  icon,
  children,
}: {
  readonly tone?: Tone;
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
}) {
  const Icon = icon ?? (tone && toneIcons[tone]);
  return (
    <span className={classNames('chip', tone && `chip-${tone}`)}>
      {Icon && <Icon aria-hidden />}
      <span>{children}</span>
    </span>
  );
}

/** A chip that can be pressed on and off, such as a filter. */
export function ToggleChip({
  isOn,
  onChange,
  icon: Icon,
  children,
}: {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
}) {
  return (
    <button type="button" className="chip chip-press" aria-pressed={isOn} onClick={() => onChange(!isOn)}>
      {Icon && <Icon aria-hidden />}
      <span>{children}</span>
    </button>
  );
}
