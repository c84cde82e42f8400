import { Lock, type LucideIcon } from 'lucide-react';
import { type ComponentPropsWithRef, type MouseEvent, type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import { Kbd } from './Kbd.tsx';

export type ButtonKind = 'primary' | 'outlined' | 'quiet';
export type ButtonSize = 'small' | 'medium' | 'large';

export type ButtonLook = {
  /** At most one primary in view. */
  readonly kind?: ButtonKind;
  readonly size?: ButtonSize;
  /** For an action that destroys or withdraws. */
  readonly tone?: 'bad';
  readonly iconOnly?: boolean;
  readonly wide?: boolean;
};

export type ButtonProps = Omit<ComponentPropsWithRef<'button'>, 'disabled' | 'aria-disabled'> &
  ButtonLook & {
    readonly icon?: LucideIcon;
    /** The shortcut, shown on the button: "Ctrl Enter". */
    readonly keys?: string;
    /** Why it cannot be used yet. The button stays focusable, shows a padlock and does nothing. */
    readonly unavailable?: string | false | null;
    /** Keep the reason for screen readers only, when the words already stand nearby. */
    readonly hideReason?: boolean;
    readonly children: ReactNode;
  };

/** The class names of a button, for the few places that must draw another element as one. */
export function buttonClass({
  kind = 'outlined',
  size = 'medium',
  tone,
  iconOnly,
  wide,
}: ButtonLook): string {
  return classNames(
    'button',
    `button-${kind}`,
    size !== 'medium' && `button-${size}`,
    tone === 'bad' && 'button-bad',
    iconOnly && 'button-icon-only',
    wide && 'button-wide',
  );
}

/** A button: verb and noun, with an icon, its shortcut, or the reason it cannot be used yet. */
export function Button({
  kind,
  size,
  tone,
  iconOnly,
  wide,
  icon: Icon,
  keys,
  unavailable,
  hideReason = false,
  children,
  className,
  type = 'button',
  onClick,
  'aria-describedby': describedBy,
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const isUnavailable = typeof unavailable === 'string' && unavailable !== '';
  // Without words beside it a padlock would not say what it keeps shut.
  const Shown = isUnavailable && !iconOnly ? Lock : Icon;

  function press(event: MouseEvent<HTMLButtonElement>) {
    if (isUnavailable) event.preventDefault();
    else onClick?.(event);
  }

  const button = (
    <button
      {...rest}
      type={type}
      className={classNames(buttonClass({ kind, size, tone, iconOnly, wide }), className)}
      aria-disabled={isUnavailable || undefined}
      aria-describedby={classNames(describedBy, isUnavailable && reasonId) || undefined}
      onClick={press}
    >
      {Shown && <Shown aria-hidden />}
      {children}
      {keys && <Kbd keys={keys} />}
    </button>
  );
  if (!isUnavailable) return button;
  return (
    <span className="button-reasoned">
      {button}
      <span id={reasonId} className={hideReason ? 'visually-hidden' : 'button-reason'}>
        {unavailable}
      </span>
    </span>
  );
}
