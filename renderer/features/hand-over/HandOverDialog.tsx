import { useState } from 'react';
import { sentenceFor } from '../../../shared/errors.ts';
import { useStore } from '../../state/store.ts';
import { useStrength } from '../../state/useStrength.ts';
import { Button } from '../../ui/Button.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { StrengthMeter } from '../../ui/StrengthMeter.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { HandedOver } from './HandedOver.tsx';

/** Makes a sealed copy for a colleague, under a passphrase of its own. */
export function HandOverDialog({ onClose }: { readonly onClose: () => void }) {
  const act = useStore((state) => state.act);
  const [to, setTo] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [fileName, setFileName] = useState<string | null>(null);
  const strength = useStrength(passphrase);

  async function makeOne() {
    const made = await act('handOver:makePassphrase', {});
    if (made) setPassphrase(made.passphrase);
  }

  async function handOver() {
    if (isBusy) return;
    if (to.trim() === '') return setProblem('Say who the copy is for.');
    if (strength.score < 3) return setProblem('Choose a passphrase of four or more unrelated words.');
    setBusy(true);
    setProblem(null);
    const made = await act('handOver:handOver', { to: to.trim(), passphrase }, (failure) =>
      setProblem(sentenceFor(failure)),
    );
    setBusy(false);
    if (made) setFileName(made.fileName);
  }

  if (fileName !== null) return <HandedOver to={to.trim()} {...{ fileName, passphrase, onClose }} />;
  return (
    <FormDialog
      title="Hand over a copy"
      fact="You may both go on working"
      saveLabel={isBusy ? 'Making the copy...' : 'Make the copy...'}
      note="Next, choose where to save it."
      problem={problem}
      onSave={() => void handOver()}
      onClose={onClose}
    >
      <p>
        Everything in this engagement is copied into one encrypted file with a passphrase of its own. What
        your colleague does in it comes back with “Bring back”, and nothing either of you does is lost.
      </p>
      <TextField
        label="Who it is for"
        hint="Kept in the history of this engagement"
        value={to}
        onChange={setTo}
      />
      <div className="stack">
        <TextField
          label="Passphrase of the copy"
          type="password"
          autoComplete="new-password"
          hint="Four or more unrelated words, and not the one of your own file"
          value={passphrase}
          onChange={setPassphrase}
        />
        {passphrase !== '' && <StrengthMeter {...strength} />}
        <div>
          <Button size="small" onClick={() => void makeOne()}>
            Make one for me
          </Button>
        </div>
      </div>
    </FormDialog>
  );
}
