import { Plus } from 'lucide-react';
import { useState } from 'react';
import { formatDate } from '../../../shared/domain/time-words.ts';
import { shareOf, type VoiceRecord, voiceKindLabels } from '../../../shared/domain/voice.ts';
import type { VoiceView } from '../../../shared/ipc/voice.ts';
import { useDocumentTitle } from '../../people/DocumentField.tsx';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { RecordDialog } from './RecordDialog.tsx';

/** Consultations, complaints, appeals and reviews: how many, what they show, and what was learnt. */
export function RecordTable({ view }: { readonly view: VoiceView }) {
  const names = useNames();
  const documentTitle = useDocumentTitle();
  const criteria = useStore((state) => state.data.engagement?.criteria) ?? [];
  const [editing, setEditing] = useState<VoiceRecord | 'new' | null>(null);
  return (
    <Section
      title="What families and reviews have told us"
      action={
        <Button size="small" icon={Plus} onClick={() => setEditing('new')}>
          Add record...
        </Button>
      }
    >
      <DataTable
        label="What families and reviews have told us"
        rows={view.records}
        rowKey={({ id }) => id}
        groupOf={({ kind }) => ({ id: kind, title: voiceKindLabels[kind] })}
        onOpen={setEditing}
        twoLine
        empty={
          <EmptyState title="Nothing is written down yet" inline>
            Inspectors ask what complaints, appeals, mediation, consultations and serious reviews have taught
            you. Keep the numbers of a period here with the document that shows them.
          </EmptyState>
        }
        columns={[
          {
            id: 'title',
            head: 'What',
            name: true,
            cell: ({ title, documentId }) => (
              <>
                {names.withoutNames(title)}
                <span className="table-second">{documentTitle(documentId)}</span>
              </>
            ),
          },
          {
            id: 'when',
            head: 'Period',
            width: '14rem',
            sortBy: ({ from }) => from,
            cell: ({ from, to }) =>
              [from && formatDate(from), to && `to ${formatDate(to)}`].filter(Boolean).join(' '),
          },
          {
            id: 'count',
            head: 'How many',
            width: '9rem',
            cell: ({ count, upheld }) => (
              <>
                <span className="num">{shareOf(upheld, count)}</span>
                <span className="table-second">{upheld === null ? '' : 'upheld or settled'}</span>
              </>
            ),
          },
          { id: 'shows', head: 'What it shows', cell: ({ shows }) => names.withoutNames(shows) },
          { id: 'learnt', head: 'What we learnt', cell: ({ learnt }) => names.withoutNames(learnt) },
          {
            id: 'criterion',
            head: 'Under',
            width: '6rem',
            cell: ({ criterionId, isInternal }) => (
              <>
                {criteria.find(({ id }) => id === criterionId)?.code ?? ''}
                {isInternal && (
                  <span className="table-second">
                    <StatusMark status="held" size="small">
                      For us
                    </StatusMark>
                  </span>
                )}
              </>
            ),
          },
        ]}
      />
      {editing && (
        <RecordDialog record={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Section>
  );
}
