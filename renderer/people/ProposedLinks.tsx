import { FileCheck } from 'lucide-react';
import { useState } from 'react';
import { counted } from '../../shared/domain/counted.ts';
import type { LinkTarget } from '../../shared/ipc/evidence.ts';
import { useStore } from '../state/store.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Dialog } from '../ui/Dialog.tsx';

/** A document, what it could be tied to, and why: "answers “EHC plan”", and whose it is where the words do not say so. */
export type ProposedLink = {
  readonly evidenceId: string;
  readonly target: LinkTarget;
  readonly words: string;
  readonly hint?: string;
};

type ProposedLinksProps = {
  /** How many there are, in a sentence. */
  readonly says: string;
  readonly title: string;
  readonly lead: string;
  readonly links: readonly ProposedLink[];
};

/** Says that documents could be tied to something, and lets the user look, untick and link; nothing where there are none. */
export function ProposedLinks(props: ProposedLinksProps) {
  const [isOpen, setOpen] = useState(false);
  if (props.links.length === 0 && !isOpen) return null;
  return (
    <div className="link-proposals">
      <Banner
        tone="info"
        icon={FileCheck}
        title={props.says}
        actions={
          <Button size="small" onClick={() => setOpen(true)}>
            Look...
          </Button>
        }
      />
      {isOpen && <ProposalsDialog {...props} onClose={() => setOpen(false)} />}
    </div>
  );
}

function ProposalsDialog({
  title,
  lead,
  links: given,
  onClose,
}: ProposedLinksProps & { readonly onClose: () => void }) {
  const act = useStore((state) => state.act);
  const showDone = useStore((state) => state.showDone);
  const items = useStore((state) => state.data.evidence?.items);
  // Kept as it was opened: linking one would otherwise take it from under the user's eyes.
  const [links] = useState(given);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isBusy, setBusy] = useState(false);
  const chosen = links.filter(({ evidenceId }) => !left.has(evidenceId));
  const titleOf = (id: string) => items?.find((item) => item.id === id)?.title ?? '';

  async function link() {
    setBusy(true);
    const done = await act('evidence:linkProposed', {
      links: chosen.map(({ evidenceId, target }) => ({ id: evidenceId, target })),
    });
    if (done) showDone(`Linked ${counted(done.linked, 'document')}`);
    onClose();
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      fact={`${chosen.length} of ${links.length}`}
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
      <p className="text-2">{lead}</p>
      <ul className="link-proposal-list">
        {links.map(({ evidenceId, words, hint = '' }) => (
          <li key={evidenceId}>
            <Checkbox
              label={
                <>
                  <b>{titleOf(evidenceId)}</b> {words}
                </>
              }
              hint={hint}
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
