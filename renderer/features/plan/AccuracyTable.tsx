import { Plus } from 'lucide-react';
import { useState } from 'react';
import { type AccuracyPoint, answerLabels } from '../../../shared/domain/plan.ts';
import type { PlanView } from '../../../shared/ipc/plan.ts';
import { useNames } from '../../people/useNames.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { type Status, StatusMark } from '../../ui/StatusMark.tsx';
import { AccuracyDialog } from './AccuracyDialog.tsx';

const answerStatus: Readonly<Record<AccuracyPoint['answer'], Status>> = {
  waiting: 'waiting',
  accepted: 'ok',
  'not-accepted': 'not-applicable',
};

/** The draft report, paragraph by paragraph, where we say that it is not accurate. */
export function AccuracyTable({ view }: { readonly view: PlanView }) {
  const names = useNames();
  const [editing, setEditing] = useState<AccuracyPoint | 'new' | null>(null);
  return (
    <Section
      title="Factual accuracy of the draft report"
      action={
        <Button size="small" icon={Plus} onClick={() => setEditing('new')}>
          Add point...
        </Button>
      }
    >
      <DataTable
        label="Factual accuracy"
        rows={view.accuracy}
        rowKey={({ id }) => id}
        onOpen={setEditing}
        empty={
          <EmptyState title="No point yet" inline>
            When the draft report comes: the paragraph, what it says, what we say, and what shows it.
          </EmptyState>
        }
        columns={[
          { id: 'paragraph', head: 'Paragraph', name: true, width: '6rem', cell: (one) => one.paragraph },
          { id: 'they', head: 'What it says', cell: (one) => names.withoutNames(one.theySay) },
          { id: 'we', head: 'What we say', cell: (one) => names.withoutNames(one.weSay) },
          { id: 'shown', head: 'What shows it', cell: (one) => names.withoutNames(one.shownBy) },
          {
            id: 'answer',
            head: 'Answer',
            width: '9rem',
            cell: ({ answer }) => (
              <StatusMark status={answerStatus[answer]}>{answerLabels[answer]}</StatusMark>
            ),
          },
        ]}
      />
      {editing && (
        <AccuracyDialog point={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Section>
  );
}
