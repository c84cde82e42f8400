import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Criterion } from '../../../shared/domain/engagement.ts';
import { type Impact, outcomeGroupLabels } from '../../../shared/domain/evaluation.ts';
import { formatDayLong } from '../../../shared/domain/time-words.ts';
import type { EvaluationView } from '../../../shared/ipc/evaluation.ts';
import { useNames } from '../../people/useNames.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { ImpactDialog } from './ImpactDialog.tsx';

/** What has become different for children, by date. */
export function ImpactList({
  view,
  criteria,
}: {
  readonly view: EvaluationView;
  readonly criteria: readonly Criterion[];
}) {
  const names = useNames();
  const [editing, setEditing] = useState<Impact | 'new' | null>(null);
  return (
    <Section
      title="What has become different for children"
      action={
        <Button size="small" icon={Plus} onClick={() => setEditing('new')}>
          Add change...
        </Button>
      }
    >
      <DataTable
        label="Impact"
        rows={view.impacts}
        rowKey={({ id }) => id}
        onOpen={setEditing}
        twoLine
        empty={
          <EmptyState title="No change is written down yet" inline>
            What is different for children, since when, and what shows it: a line each.
          </EmptyState>
        }
        columns={[
          {
            id: 'date',
            head: 'When',
            width: '12rem',
            sortBy: ({ date }) => date,
            cell: ({ date }) => <span className="nowrap">{formatDayLong(date)}</span>,
          },
          {
            id: 'title',
            head: 'What changed',
            name: true,
            cell: ({ title, shownBy }) => (
              <>
                {names.withoutNames(title)}
                {shownBy && <span className="table-second">{names.withoutNames(shownBy)}</span>}
              </>
            ),
          },
          { id: 'group', head: 'For whom', cell: ({ group }) => outcomeGroupLabels[group] },
          {
            id: 'criterion',
            head: 'Under',
            width: '5rem',
            cell: ({ criterionId }) => criteria.find((one) => one.id === criterionId)?.code ?? '',
          },
        ]}
      />
      {editing && (
        <ImpactDialog
          impact={editing === 'new' ? null : editing}
          criteria={criteria}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  );
}
