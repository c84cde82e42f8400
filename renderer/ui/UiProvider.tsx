import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { LiveRegions } from './LiveRegions.tsx';

/** Goes round the whole app once: British English for the built-in words, and the live regions. */
export function UiProvider({ children }: { readonly children: ReactNode }) {
  return (
    <I18nProvider locale="en-GB">
      {children}
      <LiveRegions />
    </I18nProvider>
  );
}
