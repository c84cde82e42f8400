import { Archive, FolderOpen, KeyRound, LockKeyhole, PhoneCall, ShieldCheck, WifiOff } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../renderer/ui/Button.tsx';
import { Checkbox } from '../../renderer/ui/Checkbox.tsx';
import { LinkButton } from '../../renderer/ui/LinkButton.tsx';
import { PageBody, PageSplit } from '../../renderer/ui/Page.tsx';
import { Section } from '../../renderer/ui/Section.tsx';
import { SidePanel } from '../../renderer/ui/SidePanel.tsx';
import { AppShell } from '../../renderer/ui/shell/AppShell.tsx';
import { TextField } from '../../renderer/ui/TextField.tsx';

/** The bare shell with a passphrase card. */
export function FirstPage() {
  const [secret, setSecret] = useState('');
  const [isKept, setKept] = useState(false);
  return (
    <AppShell
      titleBar={{ name: 'LANO Desk' }}
      status={{
        items: [
          { id: 'offline', icon: WifiOff, text: 'Works offline, nothing is sent' },
          { id: 'secret', icon: ShieldCheck, text: 'Encrypted on this computer' },
        ],
        end: 'Version 1.0.0',
      }}
    >
      <PageSplit
        panel={
          <SidePanel title="Start" width="27.5rem">
            <div className="stack">
              <Start icon={PhoneCall} title="New engagement" more="Give one date and get every deadline." />
              <Start icon={FolderOpen} title="Open a file" more="A .lano file from this computer." />
            </div>
          </SidePanel>
        }
      >
        <PageBody>
          <div className="gallery-first">
            <h1 className="type-display">Good morning, Dana</h1>
            <p className="type-item text-2">Unlock the engagement you left, or start another.</p>
            <form className="gallery-unlock stack" onSubmit={(event) => event.preventDefault()}>
              <div className="row">
                <LockKeyhole aria-hidden />
                <span className="type-item">Aldermere area SEND inspection</span>
                <span className="marking push">OFFICIAL-SENSITIVE</span>
              </div>
              <TextField label="Passphrase" type="password" value={secret} onChange={setSecret} />
              <div className="row row-wrap row-spread">
                <LinkButton icon={KeyRound}>Use the recovery sheet</LinkButton>
                <Checkbox label="Remember on this laptop" isChecked={isKept} onChange={setKept} />
                <Button kind="primary" size="large" type="submit">
                  Unlock
                </Button>
              </div>
            </form>
            <Section title="Recent" fact="No child’s name is kept in this list">
              <button type="button" className="card row">
                <Archive aria-hidden />
                <span>
                  <b>Aldermere SEND peer challenge</b>
                  <span className="table-second">LGA peer challenge, four days</span>
                </span>
              </button>
            </Section>
          </div>
        </PageBody>
      </PageSplit>
    </AppShell>
  );
}

function Start({
  icon: Icon,
  title,
  more,
}: {
  readonly icon: typeof PhoneCall;
  readonly title: string;
  readonly more: string;
}) {
  return (
    <button type="button" className="card row">
      <Icon aria-hidden className="tone-info" />
      <span>
        <b>{title}</b>
        <span className="table-second">{more}</span>
      </span>
    </button>
  );
}
