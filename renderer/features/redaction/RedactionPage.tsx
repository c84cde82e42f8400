import { ArrowLeft, Ellipsis, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { RedactionSummary } from '../../../shared/ipc/redactions.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import { Page, PageBody, PageHead } from '../../ui/Page.tsx';
import { Select } from '../../ui/Select.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { profileWords, stateMarks, stateWords } from './redaction-words.ts';
import { StartForm } from './StartForm.tsx';
import { WorkBench } from './WorkBench.tsx';

/** Redacts one document: what has to go is marked on its pages, somebody else checks, and a safe copy is made and proved. */
export function RedactionPage({
  evidenceId,
  childId,
}: {
  readonly evidenceId: string;
  readonly childId?: string;
}) {
  const redactions = useStore((state) => state.data.redactions);
  const items = useStore((state) => state.data.evidence?.items);
  const act = useStore((state) => state.act);
  const goTo = useStore((state) => state.goTo);
  const names = useNames();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [isStarting, setStarting] = useState(false);
  if (!redactions || !items) return null;
  const item = items.find((one) => one.id === evidenceId);
  if (!item) return null;
  const own = redactions.filter((one) => one.evidenceId === evidenceId);
  const current = isStarting ? undefined : (own.find((one) => one.id === chosenId) ?? own.at(-1));

  return (
    <Page>
      <PageHead
        title={`Redact “${names.withoutNames(item.title)}”`}
        fact={
          current ? <Facts redaction={current} /> : 'The document stays as it is; what is made is a copy.'
        }
        beside={
          current && <StatusMark status={stateMarks[current.state]}>{stateWords[current.state]}</StatusMark>
        }
        actions={
          <>
            {current && (
              <Select
                label="Copy for"
                labelHidden
                fit
                size="small"
                value={current.id}
                options={[
                  ...own.map((one) => ({
                    value: one.id as string,
                    label: profileWords(one, names.childLabel),
                  })),
                  { value: another, label: 'Another copy...' },
                ]}
                onChange={(id) => (id === another ? setStarting(true) : setChosenId(id))}
              />
            )}
            {current && (
              <MenuButton
                label="More for this redaction"
                icon={Ellipsis}
                iconOnly
                entries={[
                  {
                    id: 'remove',
                    label: 'Remove this redaction',
                    icon: Trash2,
                    tone: 'bad',
                    onPress: () => void act('redactions:removeRedaction', { id: current.id }),
                  },
                ]}
              />
            )}
            <Button size="small" icon={ArrowLeft} onClick={() => goTo({ name: 'evidence', evidenceId })}>
              Back to the document
            </Button>
          </>
        }
        ruled
      />
      {current ? (
        <WorkBench key={current.id} redaction={current} />
      ) : (
        <PageBody>
          <StartForm
            item={item}
            childId={childId ?? null}
            onStarted={(id) => {
              setChosenId(id);
              setStarting(false);
            }}
            onCancel={isStarting ? () => setStarting(false) : null}
          />
        </PageBody>
      )}
    </Page>
  );
}

const another = 'another';

function Facts({ redaction }: { readonly redaction: RedactionSummary }) {
  const names = useNames();
  return (
    <>
      <span>{profileWords(redaction, names.childLabel)}</span>
      <span>{redaction.pages === 1 ? '1 page' : `${redaction.pages} pages`}</span>
      <span>The document stays as it is</span>
    </>
  );
}
