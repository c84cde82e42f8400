import type { Consent } from '../../../shared/domain/child.ts';
import { formatInstantShort } from '../../../shared/domain/time-words.ts';
import type { ChildPageView } from '../../../shared/ipc/children.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { consentLooks, partyLabels } from './child-words.ts';
import { useChildWords } from './useChildWords.ts';

/** Every asking and answer about one child, newest first. */
export function ConsentHistory({
  view,
  steps,
  onClose,
}: {
  readonly view: ChildPageView;
  readonly steps: readonly Consent[];
  readonly onClose: () => void;
}) {
  const clock = useStore((state) => state.settings.clock);
  const words = useChildWords(view);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Consent, step by step"
      fact={`Child ${view.child.code}`}
      note="Each step stays on record. To correct one, record the right answer."
      foot={
        <Button kind="primary" onClick={onClose}>
          Close
        </Button>
      }
    >
      <DataTable
        label="History of consent"
        rows={steps.toReversed()}
        rowKey={(step) => step.id}
        columns={[
          {
            id: 'at',
            head: 'When',
            cell: (step) => <span className="num nowrap">{formatInstantShort(step.at, clock)}</span>,
          },
          { id: 'who', head: 'Who', name: true, cell: (step) => partyLabels[step.party] },
          {
            id: 'state',
            head: 'Answer',
            cell: (step) => {
              const { status, words: answer } = consentLooks[step.state];
              return <StatusMark status={status}>{step.state === 'asked' ? 'asked' : answer}</StatusMark>;
            },
          },
          {
            id: 'by',
            head: 'Recorded by',
            cell: (step) => (
              <>
                {words.free(step.recordedBy)}
                {step.note && !words.areCoded && <span className="table-second">{step.note}</span>}
              </>
            ),
          },
        ]}
      />
    </Dialog>
  );
}
