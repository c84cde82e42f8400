import { Archive, FileDown } from 'lucide-react';
import { useState } from 'react';
import { signOffStanding } from '../../../shared/domain/governance/sign-off.ts';
import type { RowId } from '../../../shared/domain/ids.ts';
import { formatInstantLong } from '../../../shared/domain/time-words.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import type { EvaluationView } from '../../../shared/ipc/evaluation.ts';
import { useStore } from '../../state/store.ts';
import { useSaving } from '../../state/useSaving.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import { Section } from '../../ui/Section.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useExport } from './useExport.ts';

/** What was shown to whom, as it stood then. */
export function VersionList({ view }: { readonly view: EvaluationView }) {
  const [isKeeping, setKeeping] = useState(false);
  const entries = useExport();
  return (
    <Section
      title="Versions"
      fact="each as it was shown, without notes for ourselves"
      action={
        <Button
          size="small"
          icon={Archive}
          unavailable={view.assessments.length === 0 && 'Nothing is said yet'}
          onClick={() => setKeeping(true)}
        >
          Keep a version...
        </Button>
      }
    >
      <DataTable
        label="Versions"
        rows={view.versions}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="No version has been kept" inline>
            Keep one before it goes to a board, to members or to inspectors, so that you know later what they
            were shown.
          </EmptyState>
        }
        columns={[
          { id: 'number', head: 'Version', width: '5rem', cell: ({ number }) => number },
          { id: 'audience', head: 'Shown to', cell: ({ audience }) => audience },
          { id: 'at', head: 'Kept', cell: ({ at }) => formatInstantLong(at) },
          { id: 'note', head: 'Note', cell: ({ note }) => note },
          { id: 'signed', head: 'Sign-off', cell: ({ id }) => <Signed versionId={id} view={view} /> },
          {
            id: 'criteria',
            head: 'Assessments',
            number: true,
            width: '7rem',
            cell: ({ count }) => count,
          },
          {
            id: 'actions',
            head: 'Export',
            headHidden: true,
            actions: true,
            cell: ({ id, number }) => (
              <MenuButton
                label={`Export version ${number}`}
                icon={FileDown}
                iconOnly
                size="small"
                kind="quiet"
                groups={entries({ versionId: id })}
              />
            ),
          },
        ]}
      />
      {isKeeping && <KeepVersionDialog onClose={() => setKeeping(false)} />}
    </Section>
  );
}

/** How far the sign-off of a version has got. */
function Signed({ versionId, view }: { readonly versionId: RowId; readonly view: EvaluationView }) {
  const signOffs = useStore((state) => state.data.governance?.signOffs ?? none);
  const own = signOffs.find((one) => one.about === 'evaluation' && one.versionId === versionId);
  if (!own) return <span className="text-3">Nobody has to sign it</span>;
  const { state, words, isStale } = signOffStanding(own, view.versions);
  const status = isStale ? 'warn' : state === 'signed' ? 'ok' : 'waiting';
  return <StatusMark status={status}>{words}</StatusMark>;
}

const none: readonly never[] = [];

function KeepVersionDialog({ onClose }: { readonly onClose: () => void }) {
  const showDone = useStore((state) => state.showDone);
  const { failure, save } = useSaving();
  const [audience, setAudience] = useState('');
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);

  async function submit() {
    setTried(true);
    if (audience.trim() === '') return;
    const kept = await save('evaluation:keepVersion', { audience, note });
    if (!kept) return;
    showDone(`Kept version ${kept.value.number}`);
    onClose();
  }

  return (
    <FormDialog
      size="small"
      title="Keep a version"
      saveLabel="Keep version"
      problem={failure && sentenceFor(failure)}
      onSave={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label="Shown to"
        hint="Such as: SEND partnership board"
        value={audience}
        maxLength={200}
        error={isTried && audience.trim() === '' ? 'Say who it is for.' : null}
        onChange={setAudience}
      />
      <TextField label="Note" optional value={note} maxLength={1000} onChange={setNote} />
    </FormDialog>
  );
}
