import { Calendar, Lock, Pencil, Users } from 'lucide-react';
import { useState } from 'react';
import { AlertDialog } from '../../renderer/ui/AlertDialog.tsx';
import { announce } from '../../renderer/ui/announce.ts';
import { Button } from '../../renderer/ui/Button.tsx';
import { CommandPalette } from '../../renderer/ui/CommandPalette.tsx';
import type { Command } from '../../renderer/ui/command-match.ts';
import { Dialog } from '../../renderer/ui/Dialog.tsx';
import { Page, PageBody, PageHead } from '../../renderer/ui/Page.tsx';
import { Segmented } from '../../renderer/ui/Segmented.tsx';
import { TagPicker } from '../../renderer/ui/TagPicker.tsx';
import { TextArea } from '../../renderer/ui/TextArea.tsx';
import { Toasts } from '../../renderer/ui/Toasts.tsx';
import { people } from './sample-choices.ts';

const nothing = () => undefined;

const commands: readonly Command[] = [
  { id: 'log', label: 'Log feedback', group: 'Do', keys: 'F8', icon: Pencil, onRun: nothing },
  { id: 'lock', label: 'Lock the file', group: 'Do', keywords: ['close'], icon: Lock, onRun: nothing },
  { id: 'tt', label: 'Timetable', group: 'Go to', icon: Calendar, onRun: nothing },
  { id: 'p1', label: 'Margaret Osei', hint: 'Lead inspector', group: 'People', icon: Users, onRun: nothing },
  {
    id: 'p2',
    label: 'Sarah Lindqvist',
    hint: 'AP commissioning',
    group: 'People',
    icon: Users,
    onRun: nothing,
  },
];

type Open = 'dialog' | 'alert' | 'palette' | null;

/** What opens over the page. `?open=dialog` starts with one open. */
export function DialogsPage() {
  const [open, setOpen] = useState<Open>(new URLSearchParams(window.location.search).get('open') as Open);
  const [said, setSaid] = useState('');
  const [kind, setKind] = useState('improve');
  const [team, setTeam] = useState<readonly string[]>(['p1']);
  const [hasToast, setToast] = useState(true);
  const close = () => setOpen(null);
  return (
    <Page>
      <PageHead title="Dialogs" fact="A dialog, a question, the palette and notices" ruled />
      <PageBody>
        <div className="row row-wrap">
          <Button onClick={() => setOpen('dialog')}>Log feedback...</Button>
          <Button onClick={() => setOpen('alert')}>Withdraw...</Button>
          <Button onClick={() => setOpen('palette')}>Search or do anything</Button>
          <Button onClick={() => announce('Moved to Wednesday 10:15am, no clash')}>Announce</Button>
        </div>
      </PageBody>
      <Dialog
        isOpen={open === 'dialog'}
        onClose={close}
        title="Log feedback"
        fact="10:42am"
        onSubmit={close}
        note={
          <>
            <Lock aria-hidden /> Embargoed until publication
          </>
        }
        foot={
          <Button kind="primary" type="submit" keys="Ctrl Enter">
            Save
          </Button>
        }
      >
        <div className="stack">
          <TextArea label="What was said" labelHidden capture value={said} onChange={setSaid} />
          <Segmented
            label="What it is"
            value={kind}
            onChange={setKind}
            options={[
              { value: 'strength', label: 'Strength' },
              { value: 'improve', label: 'Area for improvement' },
              { value: 'question', label: 'Question' },
            ]}
          />
          <TagPicker label="Heard from" beside choices={people} value={team} onChange={setTeam} />
        </div>
      </Dialog>
      <AlertDialog
        isOpen={open === 'alert'}
        title="Withdraw consent?"
        confirmLabel="Withdraw consent"
        tone="bad"
        onConfirm={close}
        onClose={close}
      >
        2 documents go back to held, and Child C leaves every pack not yet made. This can be undone.
      </AlertDialog>
      <CommandPalette isOpen={open === 'palette'} onClose={close} commands={commands} />
      <Toasts
        toasts={
          hasToast
            ? [
                {
                  id: 't',
                  text: 'Pack written to Documents',
                  action: { label: 'Show folder', onPress: nothing },
                },
              ]
            : []
        }
        onDismiss={() => setToast(false)}
      />
    </Page>
  );
}
