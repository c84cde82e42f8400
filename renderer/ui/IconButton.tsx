import type { LucideIcon } from 'lucide-react';
import { Button, type ButtonProps } from './Button.tsx';
import { Tooltip } from './Tooltip.tsx';

export type IconButtonProps = Omit<ButtonProps, 'children' | 'icon' | 'iconOnly' | 'hideReason' | 'wide'> & {
  readonly icon: LucideIcon;
  /** The accessible name, also the tooltip. */
  readonly label: string;
};

/** A button that shows only an icon: close, more, previous, next, zoom. */
export function IconButton({ icon, label, keys, kind = 'quiet', ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys}>
      <NamedButton {...rest} kind={kind} icon={icon} iconOnly hideReason>
        <span className="visually-hidden">{label}</span>
      </NamedButton>
    </Tooltip>
  );
}

/** Leaves out the description that the tooltip adds: it would only repeat the name. */
function NamedButton({ 'aria-describedby': _, ...rest }: ButtonProps) {
  return <Button {...rest} />;
}
