import { Plus } from 'lucide-react';
import { useState } from 'react';
import { type Finding, findingKindLabels } from '../../../shared/domain/plan.ts';
import {
  asksForMore,
  type FindingStanding,
  findingStanding,
  findingStandingLabels,
} from '../../../shared/domain/review.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { formatDayLong } from '../../../shared/domain/time-words.ts';
import type { PlanView } from '../../../shared/ipc/plan.ts';
import { TwoLines } from '../../people/TwoLines.tsx';
import { rowWith } from '../../state/row-with.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { type Status, StatusMark } from '../../ui/StatusMark.tsx';
import { FindingDialog } from './FindingDialog.tsx';

/** What inspections and reviews found, this one and earlier ones, with what has become of each. */
export function FindingTable({
  view,
  today,
  openId,
}: {
  readonly view: PlanView;
  readonly today: IsoDate;
  /** The one that is open to begin with. */
  readonly openId?: string | undefined;
}) {
  const [editing, setEditing] = useState<Finding | 'new' | null>(rowWith(view.findings, openId));
  const reviewTitle = (id: string | null) => view.reviews.find((one) => one.id === id)?.title;
  const latest = (id: string) => view.findingProgress.find(({ findingId }) => findingId === id)?.text ?? '';
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
        groupOf={({ reviewId, from }) => {
          const title = reviewTitle(reviewId);
          return title ? { id: title, title } : { id: from, title: from || 'This engagement' };
        }}
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
            cell: ({ id, text, progress }) => <TwoLines first={text} second={progress || latest(id)} />,
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
            width: '10rem',
            cell: (finding) => <Standing finding={finding} view={view} />,
          },
        ]}
      />
      {editing && (
        <FindingDialog
          finding={editing === 'new' ? null : editing}
          view={view}
          today={today}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  );
}

const standingStatus: Readonly<Record<FindingStanding, Status>> = {
  resolved: 'ok',
  'in-hand': 'waiting',
  'nothing-done': 'warn',
};

/** A strength asks for nothing, so it stands nowhere. */
function Standing({ finding, view }: { readonly finding: Finding; readonly view: PlanView }) {
  const standing = findingStanding(finding, view);
  return (
    <>
      {(asksForMore(finding) || finding.isResolved) && (
        <StatusMark status={standingStatus[standing]}>{findingStandingLabels[standing]}</StatusMark>
      )}
      {finding.isEmbargoed && (
        <StatusMark status="held" size="small">
          Under embargo
        </StatusMark>
      )}
    </>
  );
}
