import { FileCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import { type Proposal, proposeLinks } from '../../shared/domain/checklist-match.ts';
import { useStore } from '../state/store.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useNames } from './useNames.ts';

/**
 * Documents that seem to answer a line of a checklist, by their titles: proposed, and linked only when the user says so.
 * With a child, only that child's.
 */
export function LinkProposals({ childId }: { readonly childId?: string }) {
  const evidence = useStore((state) => state.data.evidence);
  const children = useStore((state) => state.data.children);
  const [isOpen, setOpen] = useState(false);
  const proposals = useMemo(() => {
    const checklist = children?.checklistItems ?? [];
    const own = childId === undefined ? checklist : checklist.filter((item) => item.childId === childId);
    return proposeLinks(evidence?.items ?? [], evidence?.links ?? [], own);
  }, [evidence, children, childId]);
  if (proposals.length === 0) return null;
  const count = proposals.length;
  return (
    <div className="link-proposals">
      <Banner
        tone="info"
        icon={FileCheck}
        title={
          count === 1
            ? '1 document seems to answer a checklist.'
            : `${count} documents seem to answer a checklist.`
        }
        actions={
          <Button size="small" onClick={() => setOpen(true)}>
            Look...
          </Button>
        }
      />
      {isOpen && <ProposalsDialog proposals={proposals} onClose={() => setOpen(false)} />}
    </div>
  );
}

function ProposalsDialog({
  proposals: given,
  onClose,
}: {
  readonly proposals: readonly Proposal[];
  readonly onClose: () => void;
}) {
  const act = useStore((state) => state.act);
  const showDone = useStore((state) => state.showDone);
  const names = useNames();
  const items = useStore((state) => state.data.evidence?.items);
  // Kept as it was opened: linking one would otherwise take it from under the user's eyes.
  const [proposals] = useState(given);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isBusy, setBusy] = useState(false);
  const chosen = proposals.filter(({ evidenceId }) => !left.has(evidenceId));
  const titleOf = (id: string) => items?.find((item) => item.id === id)?.title ?? '';

  async function link() {
    setBusy(true);
    for (const { evidenceId, item } of chosen) {
      const done = await act('evidence:linkEvidence', {
        id: evidenceId as never,
        target: { checklistItemId: item.id },
      });
      if (done === null && useStore.getState().vault?.state !== 'open') return;
    }
    showDone(chosen.length === 1 ? 'Linked 1 document' : `Linked ${chosen.length} documents`);
    onClose();
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Documents for the checklist"
      fact={`${chosen.length} of ${proposals.length}`}
      onSubmit={() => void link()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            kind="primary"
            unavailable={isBusy ? 'Linking' : chosen.length === 0 && 'Tick at least one'}
          >
            Link the ticked
          </Button>
        </>
      }
    >
      <p className="text-2">
        Matched by title only. Untick what is not right; each line linked counts as received.
      </p>
      <ul className="link-proposal-list">
        {proposals.map(({ evidenceId, item }) => (
          <li key={evidenceId}>
            <Checkbox
              label={
                <>
                  <b>{titleOf(evidenceId)}</b> answers “{item.title}”
                </>
              }
              hint={names.childLabel(item.childId)}
              isChecked={!left.has(evidenceId)}
              onChange={(isChecked) => {
                const next = new Set(left);
                if (isChecked) next.delete(evidenceId);
                else next.add(evidenceId);
                setLeft(next);
              }}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
