import { ClipboardPaste, History, Plus } from 'lucide-react';
import { useState } from 'react';
import type { ChronologyEntry } from '../../../shared/domain/chronology.ts';
import { SECTOR_LABELS } from '../../../shared/domain/sector.ts';
import { formatDate } from '../../../shared/domain/time-words.ts';
import type { ChildPageView } from '../../../shared/ipc/children.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Select } from '../../ui/Select.tsx';
import { AddChronologyDialog } from './AddChronologyDialog.tsx';
import { ChronologyDialog } from './ChronologyDialog.tsx';
import { useChildWords } from './useChildWords.ts';

/** What happened in the child's life with services, from every agency's record in one order, each with its source. */
export function Chronology({ view }: { readonly view: ChildPageView }) {
  const words = useChildWords(view);
  const [source, setSource] = useState('');
  const [dialog, setDialog] = useState<ChronologyEntry | 'new' | 'many' | null>(null);
  const sources = [...new Set(view.chronology.map((entry) => entry.source))].toSorted();
  const shown = view.chronology.filter((entry) => source === '' || entry.source === source);

  return (
    <section aria-labelledby="chronology-title">
      <div className="checklist-head">
        <h2 id="chronology-title" className="type-head">
          Chronology
        </h2>
        {sources.length > 1 && (
          <Select
            label="Source"
            labelHidden
            fit
            size="small"
            value={source}
            options={[
              { value: '', label: `All ${sources.length} sources` },
              ...sources.map((one) => ({ value: one, label: words.text(one) })),
            ]}
            onChange={setSource}
          />
        )}
        <span className="checklist-tools">
          <Button icon={ClipboardPaste} onClick={() => setDialog('many')}>
            Add many...
          </Button>
          <Button icon={Plus} onClick={() => setDialog('new')}>
            Add
          </Button>
        </span>
      </div>
      <DataTable
        label="Chronology of this child"
        rows={shown}
        rowKey={(entry) => entry.id}
        groupOf={(entry) => ({ id: entry.date.slice(0, 4), title: entry.date.slice(0, 4) })}
        {...(words.areCoded ? {} : { onOpen: (entry: ChronologyEntry) => setDialog(entry) })}
        empty={
          <EmptyState icon={History} inline title="No event is recorded">
            Type events, paste each agency’s chronology, or take in a spreadsheet. They are put in one order.
          </EmptyState>
        }
        columns={[
          {
            id: 'date',
            head: 'Date',
            width: '9rem',
            cell: (entry) => <span className="num nowrap">{formatDate(entry.date)}</span>,
          },
          { id: 'what', head: 'What happened', name: true, cell: (entry) => words.free(entry.what) },
          {
            id: 'source',
            head: 'Source',
            width: '14rem',
            cell: (entry) => (
              <>
                {words.text(entry.source)}
                {entry.sector && <span className="table-second">{SECTOR_LABELS[entry.sector]}</span>}
              </>
            ),
          },
        ]}
      />
      {dialog === 'many' && <AddChronologyDialog view={view} onClose={() => setDialog(null)} />}
      {dialog !== null && dialog !== 'many' && (
        <ChronologyDialog
          childId={view.child.id}
          entry={dialog === 'new' ? null : dialog}
          sources={sources}
          onClose={() => setDialog(null)}
        />
      )}
    </section>
  );
}
