import { OctagonAlert } from 'lucide-react';
import { type ComponentType, Suspense, useDeferredValue, useEffect, useMemo } from 'react';
import { useJobs } from '../../state/jobs.ts';
import type { Page } from '../../state/pages.ts';
import { useStore } from '../../state/store.ts';
import { runCommand } from '../../state/useMainEvents.ts';
import { announce } from '../../ui/announce.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorBoundary } from '../../ui/ErrorBoundary.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { AppShell } from '../../ui/shell/AppShell.tsx';
import { Toasts } from '../../ui/Toasts.tsx';
import { DeskDialogs } from './DeskDialogs.tsx';
import { Palette } from './Palette.tsx';
import { pages } from './pages.tsx';
import { useNav } from './useNav.ts';
import { useShortcuts } from './useShortcuts.ts';
import { useStatus } from './useStatus.ts';

const noticeStays = 6000;

/** The window while an engagement is open: shell, the page, and what may open over any page. */
export function Desk() {
  const engagement = useStore((state) => state.data.engagement?.engagement);
  const page = usePageInTime();
  const isDamaged = useStore((state) => state.isDamaged);
  const isBoardFull = useStore((state) => state.isBoardFull);
  const isPaletteOpen = useStore((state) => state.isPaletteOpen);
  const setPaletteOpen = useStore((state) => state.setPaletteOpen);
  const namesAsCodes = useStore((state) => state.namesAsCodes);
  const setNamesAsCodes = useStore((state) => state.setNamesAsCodes);
  const nav = useNav();
  const status = useStatus();
  useShortcuts();
  // Drawn anew when it is another page, or by what it hears of the store itself.
  const shown = useMemo(() => <PageNow page={page} />, [page]);

  return (
    <>
      <AppShell
        titleBar={{
          name: engagement?.title ?? 'LANO Desk',
          marking: engagement?.marking,
          commandLabel: 'Search or do anything',
          commandKeys: 'Ctrl K',
          onCommand: () => setPaletteOpen(true),
          areNamesCoded: namesAsCodes,
          onNamesCoded: setNamesAsCodes,
          onLock: () => runCommand('lock'),
        }}
        nav={isBoardFull ? undefined : nav}
        status={status}
      >
        {isDamaged && <DamageBanner />}
        <ErrorBoundary key={page.name} fallback={(retry) => <PageFailed onRetry={retry} />}>
          <Suspense fallback={null}>{engagement && shown}</Suspense>
        </ErrorBoundary>
        <Jobs />
      </AppShell>
      {isPaletteOpen && <Palette />}
      <DeskDialogs />
      <Notices />
    </>
  );
}

/**
 * The press that led to another page is answered before that page is drawn. What opens on the same page opens at once, and
 * so does the timetable, which first draws no more than is in view.
 */
function usePageInTime(): Page {
  const asked = useStore((state) => state.page);
  const drawn = useDeferredValue(asked);
  return drawn.name === asked.name || asked.name === 'timetable' ? asked : drawn;
}

function PageNow({ page: { name, ...props } }: { readonly page: Page }) {
  const Shown = pages[name] as ComponentType<object>;
  return <Shown {...props} />;
}

function PageFailed({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <EmptyState
      icon={OctagonAlert}
      title="This page could not be shown"
      action={<Button onClick={onRetry}>Try again</Button>}
    >
      Everything you did is saved. Try again, or go to another page.
    </EmptyState>
  );
}

function DamageBanner() {
  const goTo = useStore((state) => state.goTo);
  return (
    <Banner
      tone="bad"
      role="alert"
      title="Part of this file is damaged."
      actions={
        <Button size="small" onClick={() => goTo({ name: 'settings' })}>
          Go to the backups
        </Button>
      }
    >
      Save what you can as a copy, lock, and open the newest backup. Do not go on working in this file.
    </Banner>
  );
}

function Jobs() {
  const jobs = useJobs();
  const act = useStore((state) => state.act);
  if (jobs.length === 0) return null;
  return (
    <div className="desk-jobs">
      {jobs.map(({ job, done, total, label }) => (
        <Progress
          key={job}
          label={label}
          value={total > 0 ? done / total : undefined}
          onCancel={() => void act('settings:cancelJob', { job })}
        />
      ))}
    </div>
  );
}

/** What was done and what went wrong, each said aloud once. Confirmations go after a while; problems stay until dismissed. */
function Notices() {
  const notices = useStore((state) => state.notices);
  const dismiss = useStore((state) => state.dismissNotice);
  const newest = notices.at(-1);

  useEffect(() => {
    if (!newest) return;
    announce(newest.text, newest.tone === 'done' ? 'polite' : 'assertive');
    if (newest.tone !== 'done') return;
    // Not cleared when a newer notice comes: each goes in its own time.
    setTimeout(() => dismiss(newest.id), noticeStays);
  }, [newest, dismiss]);

  return (
    <Toasts
      toasts={notices.map((notice) => ({
        id: String(notice.id),
        text: notice.text,
        tone: notice.tone === 'done' ? 'ok' : 'bad',
      }))}
      onDismiss={(id) => dismiss(Number(id))}
    />
  );
}
