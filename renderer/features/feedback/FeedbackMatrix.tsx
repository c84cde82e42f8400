import { Files } from 'lucide-react';
import { useState } from 'react';
import type { FeedbackEntry } from '../../../shared/domain/feedback.ts';
import { feedbackKindLabels } from '../../../shared/domain/feedback.ts';
import { corroborationLabels } from '../../../shared/domain/triangulation.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { classNames } from '../../ui/class-names.ts';
import { PageSplit } from '../../ui/Page.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { type MatrixCell, type MatrixRow, matrixKinds, matrixOf } from './feedback-matrix.ts';
import { criterionWord, kindIcons, kindPlurals } from './feedback-words.ts';
import { HeardFrom } from './HeardFrom.tsx';
import { MatrixPanel } from './MatrixPanel.tsx';

/** Strengths and areas for improvement under each criterion, with how well each is borne out. */
export function FeedbackMatrix({
  entries,
  onEdit,
}: {
  readonly entries: readonly FeedbackEntry[];
  readonly onEdit: (entry: FeedbackEntry) => void;
}) {
  const engagement = useStore((state) => state.data.engagement);
  const criteria = engagement?.criteria ?? [];
  const rows = matrixOf(entries, criteria);
  const [openKey, setOpenKey] = useState<string | null>(null);
  const open = rows
    .flatMap((row) => row.cells.map((cell) => ({ row, cell })))
    .find(({ cell }) => cell.key === openKey && cell.entries.length > 0);
  return (
    <PageSplit
      panel={
        open && (
          <MatrixPanel
            criterion={open.row.criterion}
            cell={open.cell}
            onEdit={onEdit}
            onClose={() => setOpenKey(null)}
          />
        )
      }
    >
      <div className="matrix">
        <table className="matrix-table" aria-label="Feedback by criterion">
          <thead>
            <tr>
              <th scope="col">{criterionWord(criteria)}</th>
              {matrixKinds.map((kind) => (
                <KindHead key={kind} kind={kind} entries={entries} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.criterion?.id ?? 'none'} row={row} openKey={openKey} onOpen={setOpenKey} />
            ))}
          </tbody>
        </table>
      </div>
    </PageSplit>
  );
}

function KindHead({
  kind,
  entries,
}: {
  readonly kind: MatrixCell['kind'];
  readonly entries: readonly FeedbackEntry[];
}) {
  const Icon = kindIcons[kind];
  const [, many] = kindPlurals[kind];
  return (
    <th scope="col">
      <span className="matrix-head">
        <Icon aria-hidden />
        {many.charAt(0).toUpperCase() + many.slice(1)}
        <span className="num text-3">{entries.filter((entry) => entry.kind === kind).length}</span>
      </span>
    </th>
  );
}

function Row({
  row: { criterion, count, cells },
  openKey,
  onOpen,
}: {
  readonly row: MatrixRow;
  readonly openKey: string | null;
  readonly onOpen: (key: string) => void;
}) {
  return (
    <tr>
      <th scope="row">
        <span className="matrix-criterion">
          {criterion?.code && <span className="number-tile">{criterion.code}</span>}
          <span>
            <span className="type-name">{criterion?.title ?? 'Under nothing yet'}</span>
            <span className="table-second">{count === 1 ? '1 entry' : `${count} entries`}</span>
          </span>
        </span>
      </th>
      {cells.map((cell) => (
        <td key={cell.key} data-kind={feedbackKindLabels[cell.kind]}>
          <Cell
            cell={cell}
            criterionId={criterion?.id ?? null}
            isOpen={cell.key === openKey}
            onOpen={onOpen}
          />
        </td>
      ))}
    </tr>
  );
}

function Cell({
  cell,
  criterionId,
  isOpen,
  onOpen,
}: {
  readonly cell: MatrixCell;
  readonly criterionId: string | null;
  readonly isOpen: boolean;
  readonly onOpen: (key: string) => void;
}) {
  const links = useStore((state) => state.data.evidence?.links) ?? [];
  const names = useNames();
  const [first, ...others] = cell.entries;
  if (!first) {
    return (
      <p className="matrix-empty">
        <StatusMark status="none">Nothing heard yet</StatusMark>
      </p>
    );
  }
  const documents =
    criterionId === null ? 0 : links.filter((link) => link.criterionId === criterionId).length;
  const { level } = cell.heard;
  return (
    <button
      type="button"
      className={classNames('card matrix-cell ring-inside', isOpen && 'matrix-cell-open')}
      aria-expanded={isOpen}
      aria-label={`${feedbackKindLabels[cell.kind]}: ${names.withoutNames(first.text)}. ${corroborationLabels[level]}. ${others.length} more`}
      onClick={() => onOpen(cell.key)}
    >
      <span className="matrix-words">{names.withoutNames(first.text)}</span>
      <span className="matrix-foot">
        <HeardFrom sectors={cell.heard.sectors} />
        <StatusMark size="small" status={level === 'corroborated' ? 'ok' : 'none'}>
          {corroborationLabels[level]}
        </StatusMark>
        <span className="push matrix-documents" title="Documents under the criterion">
          <Files aria-hidden />
          <span className="num">{documents}</span>
        </span>
        {others.length > 0 && <span className="matrix-more">{others.length} more</span>}
      </span>
    </button>
  );
}
