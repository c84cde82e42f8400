import { MessageSquarePlus } from 'lucide-react';
import { useState } from 'react';
import type { Criterion } from '../../../shared/domain/engagement.ts';
import {
  type Contribution,
  contributionStateLabels,
  contributorGroupLabels,
} from '../../../shared/domain/evaluation.ts';
import { today } from '../../../shared/domain/time.ts';
import { formatDayShort } from '../../../shared/domain/time-words.ts';
import type { EvaluationView } from '../../../shared/ipc/evaluation.ts';
import { useNames } from '../../people/useNames.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { type Status, StatusMark } from '../../ui/StatusMark.tsx';
import { ContributionDialog } from './ContributionDialog.tsx';

const stateStatus: Readonly<Record<Contribution['state'], Status>> = {
  open: 'waiting',
  'taken-in': 'ok',
  'not-taken-in': 'not-applicable',
};

/** What members, families and partners said about the self-evaluation, and what became of each comment. */
export function ContributionList({
  view,
  criteria,
}: {
  readonly view: EvaluationView;
  readonly criteria: readonly Criterion[];
}) {
  const names = useNames();
  const [editing, setEditing] = useState<Contribution | 'new' | null>(null);
  const add = (
    <Button
      size="small"
      icon={MessageSquarePlus}
      unavailable={criteria.length === 0 && 'There is nothing to comment on yet'}
      onClick={() => setEditing('new')}
    >
      Add contribution...
    </Button>
  );
  return (
    <Section title="Contributions" fact="by role, never by name" action={add}>
      <DataTable
        label="Contributions"
        rows={view.contributions}
        rowKey={({ id }) => id}
        onOpen={setEditing}
        twoLine
        empty={
          <EmptyState title="Nobody has commented yet" inline>
            Keep what elected members, parents and partners say about the self-evaluation, and what was done
            with it.
          </EmptyState>
        }
        columns={[
          {
            id: 'text',
            head: 'What was said',
            name: true,
            cell: ({ text, reply }) => (
              <>
                {names.withoutNames(text)}
                {reply && <span className="table-second">{names.withoutNames(reply)}</span>}
              </>
            ),
          },
          {
            id: 'by',
            head: 'By',
            width: '12rem',
            cell: ({ group, saidBy }) => (
              <>
                {contributorGroupLabels[group]}
                <span className="table-second">{saidBy}</span>
              </>
            ),
          },
          {
            id: 'criterion',
            head: 'About',
            width: '5rem',
            cell: ({ criterionId }) => criteria.find((one) => one.id === criterionId)?.code ?? '',
          },
          {
            id: 'at',
            head: 'When',
            width: '7rem',
            sortBy: ({ at }) => at,
            cell: ({ at }) => <span className="num nowrap">{formatDayShort(today(at))}</span>,
          },
          {
            id: 'state',
            head: 'State',
            width: '9rem',
            cell: ({ state }) => (
              <StatusMark status={stateStatus[state]}>{contributionStateLabels[state]}</StatusMark>
            ),
          },
        ]}
      />
      {editing && (
        <ContributionDialog
          contribution={editing === 'new' ? null : editing}
          criteria={criteria}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  );
}
