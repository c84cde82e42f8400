import { useState } from 'react';
import { counted } from '../../../shared/domain/counted.ts';
import { formatInstantLong } from '../../../shared/domain/time-words.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import type { PackVerdict } from '../../../shared/ipc/packs.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Section } from '../../ui/Section.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** Checks a pack, however old, against its own list of hashes and against the log of this engagement. */
export function VerifyDialog({ onClose }: { readonly onClose: () => void }) {
  const act = useStore((state) => state.act);
  const [passphrase, setPassphrase] = useState('');
  const [verdict, setVerdict] = useState<PackVerdict | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function verify(from: 'folder' | 'zip') {
    setBusy(true);
    setProblem(null);
    setVerdict(null);
    const answer = await act('packs:verifyPack', { from, passphrase }, (failure) =>
      setProblem(sentenceFor(failure)),
    );
    setBusy(false);
    if (answer) setVerdict(answer);
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Check a pack"
      fact="Nothing in it is changed"
      foot={<Button onClick={onClose}>Close</Button>}
    >
      <div className="stack">
        {problem && (
          <Banner tone="bad" role="alert">
            {problem}
          </Banner>
        )}
        <div className="row row-wrap">
          <TextField
            label="Passphrase of the zip"
            hint="Not needed for a folder"
            optional
            value={passphrase}
            onChange={setPassphrase}
          />
        </div>
        <div className="row row-wrap">
          <Button
            kind="primary"
            unavailable={isBusy && 'It is being read.'}
            onClick={() => void verify('folder')}
          >
            Choose a folder...
          </Button>
          <Button
            unavailable={
              (isBusy && 'It is being read.') || (passphrase === '' && 'Type its passphrase first.')
            }
            onClick={() => void verify('zip')}
          >
            Choose a zip...
          </Button>
        </div>
        {verdict && <Verdict verdict={verdict} />}
      </div>
    </Dialog>
  );
}

function Verdict({ verdict }: { readonly verdict: PackVerdict }) {
  const clock = useStore((state) => state.settings.clock);
  const names = useNames();
  const { name, same, missing, changed, extra, log, made } = verdict;
  const isWhole = missing.length + changed.length + extra.length === 0;
  const isProved = isWhole && log === 'same';
  const lists = [
    ['Missing', missing],
    ['Changed', changed],
    ['Extra: not in the list', extra],
  ] as const;
  return (
    <>
      <Banner
        role="status"
        tone={isProved ? 'ok' : isWhole && log === 'none' ? 'warn' : 'bad'}
        title={isProved ? 'This is the pack that was made, unchanged.' : titleOf(verdict, isWhole)}
      >
        {names.withoutNames(name)}: {counted(same, 'file')} as they were.{' '}
        {made &&
          `In the log: ${names.withoutNames(made.subject)}, ${formatInstantLong(made.at, clock)}${made.recipient ? `, for ${names.withoutNames(made.recipient)}` : ''}.`}
      </Banner>
      {lists.map(
        ([title, files]) =>
          files.length > 0 && (
            <Section key={title} title={title} fact={String(files.length)} tone="bad" level={3}>
              <ul className="packs-verdict">
                {files.slice(0, 100).map((file) => (
                  <li key={file}>{names.withoutNames(file)}</li>
                ))}
              </ul>
            </Section>
          ),
      )}
    </>
  );
}

function titleOf({ log }: PackVerdict, isWhole: boolean): string {
  if (log === 'differs') return 'This is not as the log has it: its list of hashes was changed.';
  if (!isWhole) return 'This pack is not as it was made.';
  return 'It fits its own list of hashes, but this engagement’s log does not know it.';
}
