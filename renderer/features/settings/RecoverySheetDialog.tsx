import { useState } from 'react';
import { sentenceFor } from '../../../shared/errors.ts';
import { useStore } from '../../state/store.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** Saves the sheet that opens the file if the passphrase is forgotten; asks for the passphrase first. */
export function RecoverySheetDialog({ onClose }: { readonly onClose: () => void }) {
  const act = useStore((state) => state.act);
  const showDone = useStore((state) => state.showDone);
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
    <FormDialog
      title="Save the recovery sheet"
      fact="Whoever holds the sheet and the file can read everything in it. Keep them apart."
      size="small"
      saveLabel="Save..."
      onSave={() => void save()}
      onClose={onClose}
    >
      <TextField
        label="Passphrase"
        type="password"
        autoComplete="current-password"
        value={passphrase}
        onChange={setPassphrase}
        error={problem}
      />
    </FormDialog>
  );
}
