import { useState } from 'react';
import { counted } from '../../../shared/domain/counted.ts';
import { formatInstantShort } from '../../../shared/domain/time-words.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import type { ReturnView } from '../../../shared/ipc/hand-over.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Section } from '../../ui/Section.tsx';
import { type Choices, ConflictList } from './ConflictList.tsx';
import { broughtWords } from './hand-over-words.ts';

/** What a copy would bring: what was done in it, what would change, and what both sides changed, to choose from. */
export function ReturnDialog({ view, onClose }: { readonly view: ReturnView; readonly onClose: () => void }) {
  const act = useStore((state) => state.act);
  const showDone = useStore((state) => state.showDone);
  const [choices, setChoices] = useState<Choices>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isNothing = view.count === 0;

  async function bring() {
    if (isBusy) return;
    setBusy(true);
    const chosen = Object.entries(choices).map(([key, choice]) => ({ key, choice }));
    const brought = await act('handOver:bringBack', { choices: chosen }, (failure) =>
      setProblem(sentenceFor(failure)),
    );
    setBusy(false);
    if (!brought) return;
    showDone(broughtWords(brought));
    onClose();
  }

  return (
    <Dialog
      isOpen
      size="wide"
      title={isNothing ? 'Nothing new in this copy' : `What ${view.who} did`}
      fact={view.fileName}
      onClose={onClose}
      note={isNothing ? undefined : 'One step: Undo takes all of it back.'}
      foot={
        isNothing || problem ? (
          <Button onClick={onClose}>Close</Button>
        ) : (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button kind="primary" onClick={() => void bring()}>
              {isBusy ? 'Bringing it back...' : `Bring back ${counted(view.count, 'step')}`}
            </Button>
          </>
        )
      }
    >
      <div className="stack stack-loose">
        {problem && (
          <Banner tone="bad" role="alert" title="Nothing was changed.">
            {problem}
          </Banner>
        )}
        {isNothing ? (
          <p>Everything that was done in it is here already.</p>
        ) : (
          <Preview view={view} choices={choices} onChoose={setChoices} />
        )}
      </div>
    </Dialog>
  );
}

function Preview({
  view,
  choices,
  onChoose,
}: {
  readonly view: ReturnView;
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
}) {
  const clock = useStore((state) => state.settings.clock);
  const names = useNames();
  return (
    <>
      {view.notes.map((note) => (
        <Banner key={note} tone="info">
          {note}
        </Banner>
      ))}
      {view.conflicts.length > 0 && (
        <ConflictList conflicts={view.conflicts} choices={choices} onChoose={onChoose} />
      )}
      <Section
        title="What would change here"
        level={3}
        fact={view.documents > 0 ? `with ${counted(view.documents, 'document')}` : undefined}
      >
        {view.areas.length === 0 ? (
          <p className="text-2">Nothing that shows.</p>
        ) : (
          <DataTable
            label="What would change here"
            rows={view.areas}
            rowKey={(area) => area.area}
            columns={[
              { id: 'area', head: 'Area', name: true, cell: (area) => area.area },
              { id: 'added', head: 'Added', number: true, cell: (area) => area.added || '–' },
              { id: 'changed', head: 'Changed', number: true, cell: (area) => area.changed || '–' },
              { id: 'removed', head: 'Removed', number: true, cell: (area) => area.removed || '–' },
            ]}
          />
        )}
      </Section>
      <Section title="What was done, the newest first" level={3} fact={counted(view.count, 'step')}>
        <DataTable
          label="What was done"
          rows={view.steps.map((step, at) => ({ ...step, key: String(at) }))}
          rowKey={(step) => step.key}
          columns={[
            {
              id: 'at',
              head: 'When',
              cell: (step) => <span className="num nowrap">{formatInstantShort(step.at, clock)}</span>,
            },
            { id: 'what', head: 'What', name: true, cell: (step) => names.withoutNames(step.summary) },
            { id: 'who', head: 'Who', cell: (step) => step.who },
          ]}
        />
      </Section>
    </>
  );
}
