import { useStore } from '../../state/store.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SummaryList } from '../../ui/SummaryList.tsx';

/** The copy that was just made, its passphrase this once, and what to tell the colleague. */
export function HandedOver({
  to,
  fileName,
  passphrase,
  onClose,
}: {
  readonly to: string;
  readonly fileName: string;
  readonly passphrase: string;
  readonly onClose: () => void;
}) {
  const act = useStore((state) => state.act);
  const showDone = useStore((state) => state.showDone);
  const areCoded = useStore((state) => state.namesAsCodes);

  async function saveNote() {
    const answer = await act('handOver:saveNote', { to, fileName });
    if (answer?.saved) showDone('The note was saved. Print it or send it with the copy.');
  }

  return (
    <Dialog
      isOpen
      title="The copy is made"
      onClose={onClose}
      foot={
        <>
          <Button onClick={() => void saveNote()}>Save a note for them...</Button>
          <Button kind="primary" onClick={onClose}>
            I have the passphrase
          </Button>
        </>
      }
    >
      <div className="stack stack-loose">
        <Banner tone="ok" role="status" title="It was opened with its passphrase and found whole.">
          The passphrase is shown this once and is not kept.
        </Banner>
        <SummaryList
          rows={[
            { term: 'For', value: to },
            { term: 'File', value: <span className="selectable">{fileName}</span> },
            {
              term: 'Passphrase',
              value: areCoded ? (
                'Hidden while names are shown as codes'
              ) : (
                <code className="packs-passphrase selectable">{passphrase}</code>
              ),
              action: <CopyButton text={passphrase} what="the passphrase" />,
            },
          ]}
        />
        <div>
          <h3 className="type-item">What to tell {to}</h3>
          <ol className="hand-over-steps">
            <li>The passphrase, by phone. It must not travel with the file.</li>
            <li>Open the file in LANO Desk and work in it as usual.</li>
            <li>When it is time, press Lock and give the file back.</li>
          </ol>
        </div>
      </div>
    </Dialog>
  );
}
