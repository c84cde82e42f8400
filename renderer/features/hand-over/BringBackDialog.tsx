import { useState } from 'react';
import { sentenceFor } from '../../../shared/errors.ts';
import type { ChosenCopy, ReturnView } from '../../../shared/ipc/hand-over.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { SummaryList } from '../../ui/SummaryList.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ReturnDialog } from './ReturnDialog.tsx';

/** Chooses and opens a copy that came back; what it would bring is shown before anything changes. */
export function BringBackDialog({ onClose }: { readonly onClose: () => void }) {
  const act = useStore((state) => state.act);
  const [copy, setCopy] = useState<ChosenCopy | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [view, setView] = useState<ReturnView | null>(null);

  function close() {
    void act('handOver:dropReturned', {}, () => {});
    onClose();
  }

  async function choose() {
    const chosen = await act('handOver:chooseReturned', {});
    if (!chosen) return;
    setCopy(chosen);
    setProblem(null);
  }

  async function look() {
    if (isBusy) return;
    if (!copy) return setProblem('Choose the copy that came back.');
    if (passphrase === '') return setProblem('Type the passphrase of the copy.');
    setBusy(true);
    setProblem(null);
    const seen = await act('handOver:readReturned', { token: copy.token, passphrase }, (failure) =>
      setProblem(sentenceFor(failure)),
    );
    setBusy(false);
    if (seen) setView(seen);
  }

  if (view) return <ReturnDialog view={view} onClose={close} />;
  return (
    <FormDialog
      title="Bring back a copy"
      fact="Nothing changes until you have seen what it would bring"
      saveLabel={isBusy ? 'Reading the copy...' : 'See what it would bring'}
      problem={problem}
      onSave={() => void look()}
      onClose={close}
    >
      <SummaryList
        rows={[
          {
            term: 'The copy',
            value: copy && <span className="selectable">{copy.name}</span>,
            none: 'None chosen',
            action: (
              <Button size="small" onClick={() => void choose()}>
                Choose...<span className="visually-hidden"> the copy that came back</span>
              </Button>
            ),
          },
        ]}
      />
      <TextField
        label="Passphrase of the copy"
        type="password"
        autoComplete="off"
        hint="The one it was handed over with"
        value={passphrase}
        onChange={setPassphrase}
      />
    </FormDialog>
  );
}
