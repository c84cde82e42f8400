import { Plus } from 'lucide-react';
import { useState } from 'react';
import { type Finding, findingKindLabels } from '../../../shared/domain/plan.ts';
import { formatDayLong } from '../../../shared/domain/time.ts';
import type { PlanView } from '../../../shared/ipc/plan.ts';
import { useNames } from '../../people/useNames.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { FindingDialog } from './FindingDialog.tsx';

/** What inspections and reviews found, this one and earlier ones, with what has become of each. */
export function FindingTable({ view }: { readonly view: PlanView }) {
  const names = useNames();
  const [editing, setEditing] = useState<Finding | 'new' | null>(null);
  const answers = ({ id }: Finding) => view.actions.filter((one) => one.findingId === id).length;
  return (
    <Section
      title="Findings"
      fact="of this engagement and of earlier ones"
      action={
        <Button size="small" icon={Plus} onClick={() => setEditing('new')}>
          Add finding...
        </Button>
      }
    >
      <DataTable
        label="Findings"
        rows={view.findings}
        rowKey={({ id }) => id}
        groupOf={({ from }) => ({ id: from, title: from || 'This engagement' })}
        onOpen={setEditing}
        twoLine
        empty={
          <EmptyState title="Nothing found yet" inline>
            Keep what the report says, and what earlier inspections and peer reviews said, with what has
            become of it since.
          </EmptyState>
        }
        columns={[
          {
            id: 'text',
            head: 'What was found',
            name: true,
            cell: ({ text, progress }) => (
              <>
                {names.withoutNames(text)}
                {progress && <span className="table-second">{names.withoutNames(progress)}</span>}
              </>
            ),
          },
          {
            id: 'kind',
            head: 'Kind',
            width: '11rem',
            cell: ({ kind, on }) => (
              <>
                {findingKindLabels[kind]}
                <span className="table-second">{on ? formatDayLong(on) : ''}</span>
              </>
            ),
          },
          {
            id: 'headings',
            head: 'Headings',
            cell: ({ headings }) => headings.join(', '),
          },
          {
            id: 'actions',
            head: 'Actions',
            number: true,
            width: '5rem',
            cell: answers,
          },
          {
            id: 'state',
            head: 'State',
            width: '8rem',
            cell: ({ isResolved }) => (
              <StatusMark status={isResolved ? 'ok' : 'none'}>{isResolved ? 'Resolved' : 'Open'}</StatusMark>
            ),
          },
        ]}
      />
      {editing && (
        <FindingDialog finding={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Section>
  );
}
