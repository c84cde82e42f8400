import { type ReactNode, useId, useState } from 'react';
import { classNames } from '../class-names.ts';
import { Nav, type NavProps } from './Nav.tsx';
import { StatusLine, type StatusLineProps } from './StatusLine.tsx';
import { TitleBar, type TitleBarProps } from './TitleBar.tsx';

export type AppShellProps = {
  readonly titleBar: TitleBarProps;
  /** Left out on the first screen, which then has the whole width. */
  readonly nav?: NavProps;
  readonly status: StatusLineProps;
  /** The page. */
  readonly children: ReactNode;
};

/** The window: title bar, navigation, one sheet of work, status line. */
export function AppShell({ titleBar, nav, status, children }: AppShellProps) {
  const navId = useId();
  const workId = useId();
  const [isMenuOpen, setMenuOpen] = useState(false);

  function skipToWork() {
    document.getElementById(workId)?.focus();
  }

  return (
    <div className={classNames('shell', !nav && 'shell-bare')}>
      {nav && (
        <button type="button" className="skip-link" onClick={skipToWork}>
          Skip to content
        </button>
      )}
      <TitleBar
        {...titleBar}
        menu={nav && { isOpen: isMenuOpen, controls: navId, onToggle: () => setMenuOpen(!isMenuOpen) }}
      />
      {nav && (
        <Nav
          {...nav}
          id={navId}
          isOpen={isMenuOpen}
          onNavigate={(id) => {
            setMenuOpen(false);
            nav.onNavigate(id);
          }}
          actions={nav.actions?.map((action) => ({
            ...action,
            onPress: () => {
              setMenuOpen(false);
              action.onPress();
            },
          }))}
        />
      )}
      <main id={workId} className="work" tabIndex={-1}>
        {children}
      </main>
      <StatusLine {...status} />
    </div>
  );
}
