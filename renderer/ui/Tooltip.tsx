import './pressable-style.ts';
import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, Focusable, type TooltipProps, TooltipTrigger } from 'react-aria-components';
import { Kbd } from './Kbd.tsx';

/** A short name shown on hover and focus of its one child, which must be focusable and pass props on. */
export function Tooltip({
  text,
  keys,
  placement = 'bottom',
  isDisabled = false,
  children,
}: {
  readonly text: string;
  readonly keys?: string;
  readonly placement?: TooltipProps['placement'];
  readonly isDisabled?: boolean;
  readonly children: ReactElement;
}) {
  return (
    <TooltipTrigger delay={500} closeDelay={0} isDisabled={isDisabled}>
      {/* biome-ignore lint/suspicious/noExplicitAny: Focusable accepts any focusable element */}
      <Focusable>{children as ReactElement<any, any>}</Focusable>
      <AriaTooltip className="tooltip" placement={placement} offset={6}>
        {text}
        {keys && <Kbd keys={keys} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
