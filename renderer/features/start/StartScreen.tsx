import { Compass, FolderOpen, History, PhoneCall, ShieldCheck, WifiOff } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { RecentFile, VaultState } from '../../../shared/ipc/vault.ts';
import { useStore } from '../../state/store.ts';
import { AppShell } from '../../ui/shell/AppShell.tsx';
import { Toasts } from '../../ui/Toasts.tsx';
import { Promises } from './Promises.tsx';
import { StartCard } from './StartCard.tsx';
import { UnlockCard } from './UnlockCard.tsx';

// Its dates bring a calendar with them, which the first screen does not wait for.
const RecentList = lazy(() => import('./RecentList.tsx').then((m) => ({ default: m.RecentList })));
const NewEngagementDialog = lazy(() =>
  import('./NewEngagementDialog.tsx').then((m) => ({ default: m.NewEngagementDialog })),
);

/** The first screen: unlock what you left, or start, open, or look round the sample. */
export function StartScreen({ vault }: { readonly vault: Extract<VaultState, { state: 'closed' }> }) {
  const act = useStore((state) => state.act);
  const readVault = useStore((state) => state.readVault);
  const facts = useStore((state) => state.facts);
  const notices = useStore((state) => state.notices);
  const dismissNotice = useStore((state) => state.dismissNotice);
  const [chosen, setChosen] = useState<RecentFile | null>(null);
  const [isStarting, setStarting] = useState(false);
  const file = chosen ?? vault.offered ?? vault.recent.find((recent) => !recent.isMissing) ?? null;
  const others = vault.recent.filter((recent) => recent.token !== file?.token);

  async function chooseFile() {
    const opened = await act('vault:chooseFile', {});
    if (opened) setChosen(opened);
  }

  async function chooseBackup() {
    const copy = await act('backups:chooseBackup', {});
    if (copy) setChosen(copy);
  }

  async function openSample() {
    await act('vault:openSample', {});
    await readVault();
  }

  return (
    <AppShell
      titleBar={{ name: 'LANO Desk' }}
      status={{
        items: [
          { id: 'offline', icon: WifiOff, text: 'Works offline, nothing is sent' },
          { id: 'encrypted', icon: ShieldCheck, text: 'Encrypted on this computer' },
        ],
        end: facts.version ? `Version ${facts.version}` : '',
      }}
    >
      <div className="start">
        <div className="start-main">
          <h1 className="type-display">{file ? greeting() : 'Run the inspection week from one place'}</h1>
          <p className="start-lead">
            {file
              ? 'Unlock the engagement you left, or start another.'
              : 'Start an engagement with the date the phone rang, open a file you have, or look round the sample.'}
          </p>
          {file && (
            <UnlockCard key={file.token} file={file} canRemember={vault.canRemember} onOther={setChosen} />
          )}
          {vault.recent.length === 0 && <Promises />}
          {others.length > 0 && (
            <Suspense fallback={null}>
              <RecentList files={others} onChoose={setChosen} />
            </Suspense>
          )}
          <p className="start-about">
            LANO Desk keeps a whole inspection week in one encrypted file on this computer: timetable,
            children, requests, evidence, feedback and packs. Nothing leaves it unless you export it.
          </p>
        </div>
        <nav className="start-side" aria-label="Start">
          <h2 className="type-item">Start</h2>
          <StartCard icon={PhoneCall} title="New engagement" onPress={() => setStarting(true)}>
            The phone has rung. Give one date and get every phase, deadline, meeting and checklist.
          </StartCard>
          <StartCard icon={FolderOpen} title="Open a file" onPress={() => void chooseFile()}>
            A .lano file from this computer or a network drive.
          </StartCard>
          <StartCard icon={History} title="Open a backup" onPress={() => void chooseBackup()}>
            A copy of it is put beside the engagement, which stays as it is.
          </StartCard>
          <StartCard icon={Compass} title="Look round the sample" onPress={() => void openSample()}>
            An invented council in its inspection week. It is made afresh each time it is opened.
          </StartCard>
        </nav>
      </div>
      <Suspense fallback={null}>
        {isStarting && <NewEngagementDialog isOpen onClose={() => setStarting(false)} />}
      </Suspense>
      <Toasts
        toasts={notices.map(({ id, text, tone }) => ({
          id: String(id),
          text,
          tone: tone === 'done' ? 'ok' : 'bad',
        }))}
        onDismiss={(id) => dismissNotice(Number(id))}
      />
    </AppShell>
  );
}

function greeting(): string {
  const hour = new Date().getHours();
  return hour < 12 ? 'Good morning' : hour < 18 ? 'Good afternoon' : 'Good evening';
}
