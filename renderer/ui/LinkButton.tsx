import type { LucideIcon } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import { classNames } from './class-names.ts';

/** An action that reads as a link: underlined words, 24 px high when it stands outside a sentence. */
export function LinkButton({
  icon: Icon,
  inSentence = false,
  className,
  children,
  ...rest
}: ComponentPropsWithRef<'button'> & { readonly icon?: LucideIcon; readonly inSentence?: boolean }) {
  return (
    <button type="button" {...rest} className={classNames('link', !inSentence && 'link-alone', className)}>
      {Icon && <Icon aria-hidden />}
      {children}
    </button>
  );
}
