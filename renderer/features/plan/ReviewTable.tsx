import { FileInput, Plus } from 'lucide-react';
import { useState } from 'react';
import {
  asksForMore,
  findingStanding,
  type Review,
  reviewKindLabels,
  toCarryForward,
} from '../../../shared/domain/review.ts';
import { formatDayLong } from '../../../shared/domain/time-words.ts';
import type { PlanView } from '../../../shared/ipc/plan.ts';
import { useDocumentTitle } from '../../people/DocumentField.tsx';
import { useNames } from '../../people/useNames.ts';
import { rowWith } from '../../state/row-with.ts';
import { useStore } from '../../state/store.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { ReviewDialog } from './ReviewDialog.tsx';

/** Earlier inspections and reviews, what came of each, and how much of what they asked for is done. */
export function ReviewTable({
  view,
  openId,
}: {
  readonly view: PlanView;
  /** The one that is open to begin with. */
  readonly openId?: string | undefined;
}) {
  const names = useNames();
  const documentTitle = useDocumentTitle();
  const [editing, setEditing] = useState<Review | 'new' | null>(rowWith(view.reviews, openId));
  const act = useStore((state) => state.act);
  const showDone = useStore((state) => state.showDone);
  const bring = () =>
    void act('plan:bringFindings', {}).then((done) => {
      if (done) showDone(broughtWords(done));
    });
  const asked = ({ id }: Review) => view.findings.filter((one) => one.reviewId === id && asksForMore(one));
  const resolved = (review: Review) =>
    asked(review).filter((one) => findingStanding(one, view) === 'resolved').length;
  return (
    <Section
      title="Earlier inspections and reviews"
      action={
        <span className="row">
          <Button size="small" icon={FileInput} onClick={bring}>
            Bring findings...
          </Button>
          <Button size="small" icon={Plus} onClick={() => setEditing('new')}>
            Add review...
          </Button>
        </span>
      }
    >
      <CarryForward view={view} />
      <DataTable
        label="Earlier inspections and reviews"
        rows={view.reviews}
        rowKey={({ id }) => id}
        onOpen={setEditing}
        twoLine
        empty={
          <EmptyState title="No earlier inspection or review yet" inline>
            The next inspectors read the last report first. Keep each inspection, revisit and peer review with
            its outcome; then tie what it found to it, and what has become of that since. Findings of an
            engagement kept in this app are brought from the template that it saved under After.
          </EmptyState>
        }
        columns={[
          {
            id: 'title',
            head: 'Which',
            name: true,
            cell: ({ title, kind, by }) => (
              <>
                {names.withoutNames(title)}
                <span className="table-second">
                  {[reviewKindLabels[kind], names.withoutNames(by)].filter(Boolean).join(', ')}
                </span>
              </>
            ),
          },
          {
            id: 'when',
            head: 'When',
            width: '14rem',
            sortBy: ({ from }) => from,
            cell: ({ from }) => <span className="nowrap">{from ? formatDayLong(from) : ''}</span>,
          },
          {
            id: 'outcome',
            head: 'Outcome',
            cell: ({ outcome, documentId, benchmark }) => (
              <>
                {names.withoutNames(outcome)}
                <span className="table-second">
                  {documentTitle(documentId) || names.withoutNames(benchmark)}
                </span>
              </>
            ),
          },
          {
            id: 'revisit',
            head: 'When they came back',
            cell: ({ revisitOn, revisitResult }) => (
              <>
                {names.withoutNames(revisitResult)}
                <span className="table-second">{revisitOn ? formatDayLong(revisitOn) : ''}</span>
              </>
            ),
          },
          {
            id: 'findings',
            head: 'Resolved',
            width: '8rem',
            cell: (review) => {
              const total = asked(review).length;
              const done = resolved(review);
              if (total === 0) return <StatusMark status="none">No findings</StatusMark>;
              return <StatusMark status={done === total ? 'ok' : 'warn'}>{`${done} of ${total}`}</StatusMark>;
            },
          },
        ]}
      />
      {editing && (
        <ReviewDialog review={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Section>
  );
}

const broughtWords = ({ added, reviews }: { readonly added: number; readonly reviews: number }): string => {
  if (reviews === 0) return 'That engagement left no findings';
  if (added === 0) return 'All of its findings are here already';
  return added === 1 ? 'Brought 1 finding' : `Brought ${added} findings`;
};

/** What earlier reviews asked for and no action answers: the first thing the next inspectors ask about. */
function CarryForward({ view }: { readonly view: PlanView }) {
  const act = useStore((state) => state.act);
  const showDone = useStore((state) => state.showDone);
  const open = toCarryForward(view.findings, view.actions).length;
  if (open === 0) return null;
  const words =
    open === 1
      ? 'One earlier finding is open and no action answers it.'
      : `${open} earlier findings are open and no action answers them.`;
  return (
    <Banner
      tone="warn"
      actions={
        <Button
          size="small"
          onClick={() =>
            void act('plan:carryFindingsForward', {}).then((done) => {
              if (done) showDone(done.added === 1 ? 'Added 1 action' : `Added ${done.added} actions`);
            })
          }
        >
          Add to the preparation plan
        </Button>
      }
    >
      {words}
    </Banner>
  );
}
