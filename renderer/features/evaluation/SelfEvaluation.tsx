import { useState } from 'react';
import type { Criterion } from '../../../shared/domain/engagement.ts';
import {
  AssessedBy,
  type Assessment,
  isBlank,
  ratingLabels,
  standingLabels,
} from '../../../shared/domain/evaluation.ts';
import type { CriterionId } from '../../../shared/domain/ids.ts';
import type { EvaluationView } from '../../../shared/ipc/evaluation.ts';
import { ratingStatus } from '../../people/rating-status.ts';
import { useNames } from '../../people/useNames.ts';
import { rowWith } from '../../state/row-with.ts';
import { useStore } from '../../state/store.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { AssessmentDialog } from './AssessmentDialog.tsx';

/** One row for each criterion: how it stands, and what there is to show for it. */
export function SelfEvaluation({
  view,
  criteria,
  openId,
}: {
  readonly view: EvaluationView;
  readonly criteria: readonly Criterion[];
  /** The one that is open to begin with. */
  readonly openId?: string | undefined;
}) {
  const names = useNames();
  const known = useKnown();
  const [editing, setEditing] = useState<Criterion | null>(rowWith(criteria, openId));
  const saidOf = (id: CriterionId): readonly Assessment[] =>
    AssessedBy.options.flatMap(
      (by) =>
        view.assessments.find((one) => one.criterionId === id && one.assessedBy === by && !isBlank(one)) ??
        [],
    );
  const openComments = (id: CriterionId) =>
    view.contributions.filter((one) => one.criterionId === id && one.state === 'open').length;

  return (
    <>
      <DataTable
        label="Self-evaluation"
        rows={criteria}
        rowKey={(criterion) => criterion.id}
        groupOf={(criterion) => ({ id: criterion.group, title: criterion.group || 'Criteria' })}
        onOpen={setEditing}
        twoLine
        empty={
          <EmptyState title="Nothing to evaluate against yet">
            Add criteria or lines of enquiry under Dates, and say here how each one stands.
          </EmptyState>
        }
        columns={[
          { id: 'code', head: 'Code', width: '4rem', cell: ({ code }) => code },
          {
            id: 'title',
            head: 'What it asks',
            name: true,
            cell: ({ id, title }) => (
              <>
                {title}
                <span className="table-second evaluation-position">
                  {names.withoutNames(saidOf(id)[0]?.position ?? '')}
                </span>
              </>
            ),
          },
          {
            id: 'rating',
            head: 'Rating',
            width: '11rem',
            cell: ({ id }) => <Ratings said={saidOf(id)} />,
          },
          {
            id: 'heard',
            head: 'Heard',
            width: '9rem',
            cell: ({ id }) => known.heardWords(id) || <span className="text-3">Nothing yet</span>,
          },
          {
            id: 'documents',
            head: 'Documents',
            number: true,
            width: '6rem',
            cell: ({ id }) => known.documents(id).length,
          },
          {
            id: 'comments',
            head: 'To consider',
            number: true,
            width: '6rem',
            cell: ({ id }) => openComments(id) || '',
          },
        ]}
      />
      {editing && <AssessmentDialog criterion={editing} view={view} onClose={() => setEditing(null)} />}
    </>
  );
}

function Ratings({ said }: { readonly said: readonly Assessment[] }) {
  const [first, ...others] = said;
  if (!first) return <StatusMark status="none">Not rated</StatusMark>;
  const isApart = others.some((one) => one.rating !== first.rating);
  return (
    <>
      <StatusMark status={ratingStatus[first.rating]}>{ratingLabels[first.rating]}</StatusMark>
      <span className="table-second">
        {isApart ? 'Rated apart' : first.standing === 'open' ? '' : standingLabels[first.standing]}
      </span>
    </>
  );
}

/** What is heard and held under each criterion. */
function useKnown() {
  const feedback = useStore((state) => state.data.feedback);
  const evidence = useStore((state) => state.data.evidence);
  const entries = feedback?.entries ?? [];
  const links = evidence?.links ?? [];
  const items = evidence?.items ?? [];
  return {
    heardWords: (id: CriterionId): string => {
      const own = entries.filter((entry) => entry.criterionId === id);
      const strengths = own.filter((entry) => entry.kind === 'strength').length;
      const areas = own.filter((entry) => entry.kind === 'area-for-improvement').length;
      return [
        strengths > 0 && `${strengths} ${strengths === 1 ? 'strength' : 'strengths'}`,
        areas > 0 && `${areas} to improve`,
      ]
        .filter(Boolean)
        .join(', ');
    },
    documents: (id: CriterionId) => {
      const ids = new Set(links.filter((link) => link.criterionId === id).map((link) => link.evidenceId));
      return items.filter((item) => ids.has(item.id));
    },
  };
}
