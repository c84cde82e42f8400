import { useState } from 'react';
import type { Criterion } from '../../../shared/domain/engagement.ts';
import {
  type Assessment,
  type Difference,
  differenceOf,
  ratingLabels,
  standingLabels,
} from '../../../shared/domain/evaluation.ts';
import type { EvaluationView } from '../../../shared/ipc/evaluation.ts';
import { ratingStatus } from '../../people/rating-status.ts';
import { useNames } from '../../people/useNames.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { type Status, StatusMark } from '../../ui/StatusMark.tsx';
import { AssessmentDialog } from './AssessmentDialog.tsx';
import { assessmentOf, criterionTitle } from './evaluation-words.ts';

const differences: Readonly<Record<Difference, readonly [Status, string]>> = {
  same: ['ok', 'They agree'],
  'rated-apart': ['bad', 'They differ'],
  'only-one': ['warn', 'One has yet to say'],
  neither: ['none', 'Neither has said'],
};

/** The council's and its health partner's own views of each criterion, side by side. */
export function CompareTable({
  view,
  criteria,
}: {
  readonly view: EvaluationView;
  readonly criteria: readonly Criterion[];
}) {
  const [editing, setEditing] = useState<Criterion | null>(null);
  const council = ({ id }: Criterion) => assessmentOf(view.assessments, id, 'local-authority');
  const health = ({ id }: Criterion) => assessmentOf(view.assessments, id, 'health');
  return (
    <>
      <DataTable
        label="Council and health"
        rows={criteria}
        rowKey={(criterion) => criterion.id}
        onOpen={setEditing}
        twoLine
        columns={[
          { id: 'title', head: 'What it asks', name: true, cell: criterionTitle },
          { id: 'council', head: 'Council', cell: (one) => <View assessment={council(one)} /> },
          { id: 'health', head: 'Health', cell: (one) => <View assessment={health(one)} /> },
          {
            id: 'difference',
            head: 'Together',
            width: '10rem',
            cell: (one) => {
              const [status, words] = differences[differenceOf(council(one), health(one))];
              return <StatusMark status={status}>{words}</StatusMark>;
            },
          },
        ]}
      />
      {editing && (
        <AssessmentDialog
          criterion={editing}
          view={view}
          startBy="local-authority"
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

function View({ assessment }: { readonly assessment: Assessment | undefined }) {
  const names = useNames();
  if (!assessment) return <span className="text-3">Nothing said</span>;
  const { rating, standing, position } = assessment;
  return (
    <>
      <StatusMark status={ratingStatus[rating]}>
        {standing === 'open'
          ? ratingLabels[rating]
          : `${ratingLabels[rating]}, ${standingLabels[standing].toLowerCase()}`}
      </StatusMark>
      <span className="table-second evaluation-position">{names.withoutNames(position)}</span>
    </>
  );
}
