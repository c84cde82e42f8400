import { OctagonAlert } from 'lucide-react';
import { type ComponentType, lazy, Suspense, useEffect, useMemo } from 'react';
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
import { CaptureDialog } from '../feedback/CaptureDialog.tsx';
import { Palette } from './Palette.tsx';
import { pages } from './pages.tsx';
import { useNav } from './useNav.ts';
import { useShortcuts } from './useShortcuts.ts';
import { useStatus } from './useStatus.ts';

const ImportWizard = lazy(() =>
  import('../import/ImportWizard.tsx').then((m) => ({ default: m.ImportWizard })),
);

const CoverDialog = lazy(() => import('../cover/CoverDialog.tsx').then((m) => ({ default: m.CoverDialog })));
const HowItWentDialog = lazy(() =>
  import('../today/HowItWentDialog.tsx').then((m) => ({ default: m.HowItWentDialog })),
);
const MoveHeldAlert = lazy(() =>
  import('../today/MoveHeldAlert.tsx').then((m) => ({ default: m.MoveHeldAlert })),
);
const AvailabilityDialogs = lazy(() =>
  import('../availability/AvailabilityDialogs.tsx').then((m) => ({ default: m.AvailabilityDialogs })),
);

const HandOverDialogs = lazy(() =>
  import('../hand-over/HandOverDialogs.tsx').then((m) => ({ default: m.HandOverDialogs })),
);

const noticeStays = 6000;

/** The window while an engagement is open: shell, the page, and what may open over any page. */
export function Desk() {
  const store = useStore();
  const nav = useNav();
  const status = useStatus();
  useShortcuts();
  useFadingNotices();
  const engagement = store.data.engagement?.engagement;
  // Drawn anew when it is another page, or by what it hears of the store itself.
  const page = useMemo(() => <PageNow page={store.page} />, [store.page]);

  return (
    <>
      <AppShell
        titleBar={{
          name: engagement?.title ?? 'LANO Desk',
          marking: engagement?.marking,
          commandLabel: 'Search or do anything',
          commandKeys: 'Ctrl K',
          onCommand: () => store.setPaletteOpen(true),
          areNamesCoded: store.namesAsCodes,
          onNamesCoded: store.setNamesAsCodes,
          onLock: () => runCommand('lock'),
        }}
        nav={store.isBoardFull ? undefined : nav}
        status={status}
      >
        {store.isDamaged && <DamageBanner />}
        <ErrorBoundary key={store.page.name} fallback={(retry) => <PageFailed onRetry={retry} />}>
          <Suspense fallback={null}>{engagement && page}</Suspense>
        </ErrorBoundary>
        <Jobs />
      </AppShell>
      {store.isPaletteOpen && <Palette />}
      <Suspense fallback={null}>
        {store.capture && <CaptureDialog />}
        {store.cover && <CoverDialog key={store.cover.personId} start={store.cover} />}
        {store.markingId && <HowItWentDialog meetingId={store.markingId} />}
        {store.heldMove && <MoveHeldAlert meetingIds={store.heldMove.meetingIds} />}
        {store.importing && <ImportWizard start={store.importing} />}
        {store.handOverOpen && <HandOverDialogs open={store.handOverOpen} />}
        {store.availabilityOpen && <AvailabilityDialogs open={store.availabilityOpen} />}
      </Suspense>
      <Toasts
        toasts={store.notices.map((notice) => ({
          id: String(notice.id),
          text: notice.text,
          tone: notice.tone === 'done' ? 'ok' : 'bad',
        }))}
        onDismiss={(id) => store.dismissNotice(Number(id))}
      />
    </>
  );
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

/** Says each notice aloud once, and takes confirmations away after a while; problems stay until dismissed. */
function useFadingNotices(): void {
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
}
