import { useState } from 'react';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Page, PageBody, PageHead } from '../../ui/Page.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Section } from '../../ui/Section.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { BackupSection } from './BackupSection.tsx';
import { ChangePassphraseDialog } from './ChangePassphraseDialog.tsx';
import { HandOverSection } from './HandOverSection.tsx';
import { HistoryList } from './HistoryList.tsx';
import { RecoverySheetDialog } from './RecoverySheetDialog.tsx';

/** How the app behaves on this computer, and how this file is kept. */
export function SettingsPage() {
  const settings = useStore((state) => state.settings);
  const act = useStore((state) => state.act);
  const showDone = useStore((state) => state.showDone);
  const [dialog, setDialog] = useState<'passphrase' | 'recovery' | null>(null);

  async function edit(patch: Partial<typeof settings>) {
    const next = await act('settings:editSettings', patch);
    if (next) useStore.setState({ settings: next });
  }

  async function saveCopy() {
    const answer = await act('vault:saveCopy', {});
    if (answer?.saved) showDone('A copy of the engagement was saved.');
  }

  return (
    <Page>
      <PageHead title="Settings" />
      <PageBody>
        <Section title="This engagement">
          <div className="row row-wrap">
            <Button onClick={() => setDialog('recovery')}>Save the recovery sheet...</Button>
            <Button onClick={() => setDialog('passphrase')}>Change the passphrase...</Button>
            <Button onClick={() => void saveCopy()}>Save a copy...</Button>
          </div>
        </Section>
        <BackupSection />
        <HandOverSection />
        <Section title="This computer" ruled>
          <div className="stack settings-form">
            <RadioGroup
              label="Colours"
              across
              value={settings.theme}
              options={[
                { value: 'system', label: 'As the computer is set' },
                { value: 'light', label: 'Light' },
                { value: 'dark', label: 'Dark' },
              ]}
              onChange={(theme) => void edit({ theme })}
            />
            <RadioGroup
              label="Times"
              across
              value={settings.clock}
              options={[
                { value: '12', label: '9:30am' },
                { value: '24', label: '09:30' },
              ]}
              onChange={(clock) => void edit({ clock })}
            />
            <NumberField
              label="Lock after"
              suffix="minutes without a key or the mouse"
              min={1}
              max={240}
              value={settings.lockAfterMinutes}
              onChange={(minutes) =>
                minutes !== null && minutes >= 1 && void edit({ lockAfterMinutes: minutes })
              }
            />
            <TextField
              label="Your name in the history"
              hint="Left empty, it is the name of your account on this computer."
              optional
              value={settings.userName}
              onChange={(userName) => void edit({ userName })}
            />
          </div>
        </Section>
        <HistoryList />
      </PageBody>
      {dialog === 'passphrase' && <ChangePassphraseDialog onClose={() => setDialog(null)} />}
      {dialog === 'recovery' && <RecoverySheetDialog onClose={() => setDialog(null)} />}
    </Page>
  );
}
