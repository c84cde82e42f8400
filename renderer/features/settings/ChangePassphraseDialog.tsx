import { useState } from 'react';
import { sentenceFor } from '../../../shared/errors.ts';
import { useStore } from '../../state/store.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** Puts the file under a new passphrase. */
export function ChangePassphraseDialog({ onClose }: { readonly onClose: () => void }) {
  const act = useStore((state) => state.act);
  const showDone = useStore((state) => state.showDone);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function change() {
    if (isBusy) return;
    setBusy(true);
    let isChanged = true;
    await act('vault:changePassphrase', { current, next }, (failure) => {
      isChanged = false;
      setProblem(sentenceFor(failure));
    });
    setBusy(false);
    if (!isChanged) return;
    onClose();
    showDone('The passphrase is changed. Save a new recovery sheet: the old one no longer opens this file.');
  }

  return (
    <FormDialog
      title="Change the passphrase"
      fact="The recovery sheet changes with it. Copies saved before keep the old passphrase."
      size="small"
      saveLabel={isBusy ? 'Changing' : 'Change'}
      problem={problem}
      onSave={() => void change()}
      onClose={onClose}
    >
      <TextField
        label="Passphrase now"
        type="password"
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
      />
      <TextField
        label="New passphrase"
        type="password"
        autoComplete="new-password"
        hint="Four or more unrelated words. It can be pasted."
        value={next}
        onChange={setNext}
      />
    </FormDialog>
  );
}
