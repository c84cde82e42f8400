import { FileSpreadsheet } from 'lucide-react';
import { useMemo, useState } from 'react';
import { readPastedChronology } from '../../../shared/domain/chronology-paste.ts';
import type { Sector } from '../../../shared/domain/sector.ts';
import { formatDate } from '../../../shared/domain/time-words.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import type { ChildPageView, ChronologyFile } from '../../../shared/ipc/children.ts';
import { useStore } from '../../state/store.ts';
import { useSaving } from '../../state/useSaving.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { SuggestField } from '../../ui/SuggestField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { AgencyField } from './AgencyField.tsx';

/** Adds one agency's chronology at once, pasted or from a spreadsheet; shown as it was read before it is added. */
export function AddChronologyDialog({
  view,
  onClose,
}: {
  readonly view: ChildPageView;
  readonly onClose: () => void;
}) {
  const act = useStore((state) => state.act);
  const showDone = useStore((state) => state.showDone);
  const { failure, save } = useSaving();
  const [source, setSource] = useState('');
  const [sector, setSector] = useState<Sector | null>(null);
  const [text, setText] = useState('');
  const [file, setFile] = useState<ChronologyFile | null>(null);
  const [isTried, setTried] = useState(false);
  const pasted = useMemo(() => readPastedChronology(text, ''), [text]);
  const { entries, problems } = file ?? pasted;
  const needsSource = entries.some((entry) => entry.source === '');
  const sources = [...new Set(view.chronology.map((entry) => entry.source))];

  async function add() {
    setTried(true);
    if (entries.length === 0 || (needsSource && source.trim() === '')) return;
    const saved = await save('children:addChronology', {
      childId: view.child.id,
      entries: entries.map((entry) => ({ ...entry, source: entry.source || source, sector })),
    });
    if (!saved) return;
    const { added, left } = saved.value;
    showDone(
      `Added ${added === 1 ? '1 event' : `${added} events`}${left > 0 ? `, ${left} were there already` : ''}`,
    );
    onClose();
  }

  return (
    <FormDialog
      title="Add many events"
      fact={`Child ${view.child.code}`}
      size="wide"
      saveLabel={entries.length === 1 ? 'Add 1 event' : `Add ${entries.length} events`}
      problem={failure && sentenceFor(failure)}
      onSave={() => void add()}
      onClose={onClose}
    >
      {file ? (
        <Banner
          tone="info"
          title={file.fileName}
          actions={
            <Button size="small" onClick={() => setFile(null)}>
              Paste instead
            </Button>
          }
        >
          {entries.length} events were read.
        </Banner>
      ) : (
        <>
          <TextArea
            label="Events"
            hint="A line that begins with a date begins an event: 12 March 2024, referred to CAMHS (GP letter)"
            rows={5}
            maxLength={200_000}
            value={text}
            onChange={setText}
          />
          <span>
            <Button
              icon={FileSpreadsheet}
              size="small"
              onClick={() => void act('children:readChronologyFile', {}).then(setFile)}
            >
              Choose a spreadsheet...
            </Button>
          </span>
        </>
      )}
      <div className="form-grid">
        <SuggestField
          label="Source"
          hint="For events that give none of their own"
          value={source}
          maxLength={160}
          error={isTried && needsSource && source.trim() === '' ? 'Enter whose record it is.' : null}
          suggestions={sources.map((value) => ({ value }))}
          onChange={setSource}
        />
        <AgencyField label="Agency" value={sector} onChange={setSector} />
      </div>
      {problems.length > 0 && (
        <Banner
          tone="warn"
          title={problems.length === 1 ? '1 line was left' : `${problems.length} lines were left`}
        >
          {problems.slice(0, 4).join(' ')}
        </Banner>
      )}
      {entries.length > 0 && (
        <DataTable
          label="Events as they were read"
          rows={entries.map((entry, at) => ({ ...entry, at: String(at) }))}
          rowKey={(entry) => entry.at}
          columns={[
            {
              id: 'date',
              head: 'Date',
              width: '9rem',
              cell: (entry) => <span className="num nowrap">{formatDate(entry.date)}</span>,
            },
            { id: 'what', head: 'What happened', name: true, cell: (entry) => entry.what },
            { id: 'source', head: 'Source', width: '12rem', cell: (entry) => entry.source || source },
          ]}
        />
      )}
    </FormDialog>
  );
}
