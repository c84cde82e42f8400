import { useState } from 'react';
import { sentenceFor } from '../../../shared/errors.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** Saves the sheet that opens the file if the passphrase is forgotten; asks for the passphrase first. */
export function RecoverySheetDialog({ onClose }: { readonly onClose: () => void }) {
  const { act, showDone } = useStore();
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  async function save() {
    const answer = await act('vault:saveRecoverySheet', { passphrase }, (failure) =>
      setProblem(sentenceFor(failure)),
    );
    if (!answer?.saved) return;
    onClose();
    showDone('The recovery sheet was saved. Print it, keep it in a safe, and delete the file.');
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Save the recovery sheet"
      fact="Whoever holds the sheet and the file can read everything in it. Keep them apart."
      size="small"
      onSubmit={() => void save()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary">
            Save…
          </Button>
        </>
      }
    >
      <TextField
        label="Passphrase"
        type="password"
        autoComplete="current-password"
        value={passphrase}
        onChange={setPassphrase}
        error={problem}
      />
    </Dialog>
  );
}
