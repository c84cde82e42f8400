import { ClipboardCheck, Plus } from 'lucide-react';
import { useState } from 'react';
import { type AuditFinding, type AuditKind, auditKindLabels } from '../../../shared/domain/audit.ts';
import { SECTOR_LABELS } from '../../../shared/domain/sector.ts';
import { formatDate } from '../../../shared/domain/time-words.ts';
import type { ChildPageView } from '../../../shared/ipc/children.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { type Status, StatusMark } from '../../ui/StatusMark.tsx';
import { AuditDialog } from './AuditDialog.tsx';
import { useChildWords } from './useChildWords.ts';

const marks: Readonly<Record<AuditKind, Status>> = { strength: 'ok', gap: 'warn', action: 'waiting' };

/** What the agencies together found about this child's case: strengths, gaps and actions against each criterion. */
export function Audit({ view }: { readonly view: ChildPageView }) {
  const criteria = useStore((state) => state.data.engagement?.criteria) ?? [];
  const words = useChildWords(view);
  const [dialog, setDialog] = useState<AuditFinding | 'new' | null>(null);
  const place = new Map(criteria.map((criterion, at) => [criterion.id, at]));
  const placeOf = ({ criterionId }: AuditFinding) =>
    criterionId === null ? criteria.length : (place.get(criterionId) ?? criteria.length);
  const kinds = Object.keys(auditKindLabels);
  const rows = view.audit.toSorted(
    (a, b) => placeOf(a) - placeOf(b) || kinds.indexOf(a.kind) - kinds.indexOf(b.kind),
  );
  const touched = new Set(view.audit.map((finding) => finding.criterionId));
  const bare = criteria.filter((criterion) => !touched.has(criterion.id)).length;

  return (
    <section aria-labelledby="audit-title">
      <div className="checklist-head">
        <h2 id="audit-title" className="type-head">
          Multi-agency audit
        </h2>
        {view.audit.length > 0 && bare > 0 && (
          <span className="text-2">
            {bare} of {criteria.length} criteria without a finding
          </span>
        )}
        <span className="checklist-tools">
          <Button icon={Plus} onClick={() => setDialog('new')}>
            Add finding
          </Button>
        </span>
      </div>
      <DataTable
        label="Audit of this child’s case"
        rows={rows}
        rowKey={(finding) => finding.id}
        groupOf={(finding) => {
          const criterion = criteria.find((one) => one.id === finding.criterionId);
          return { id: criterion?.id ?? '', title: criterion ? titleOf(criterion) : 'No criterion' };
        }}
        {...(words.areCoded ? {} : { onOpen: (finding: AuditFinding) => setDialog(finding) })}
        empty={
          <EmptyState icon={ClipboardCheck} inline title="Nothing is found yet">
            Go through the criteria with each agency: what went well for this child, what did not, and who
            does what about it.
          </EmptyState>
        }
        columns={[
          {
            id: 'kind',
            head: 'Finding',
            width: '8rem',
            cell: (finding) => (
              <StatusMark status={finding.kind === 'action' && finding.isDone ? 'ok' : marks[finding.kind]}>
                {auditKindLabels[finding.kind]}
              </StatusMark>
            ),
          },
          { id: 'text', head: 'What was found', name: true, cell: (finding) => words.free(finding.text) },
          { id: 'owner', head: 'Owner', width: '11rem', cell: (finding) => <Owner finding={finding} /> },
          {
            id: 'due',
            head: 'Due',
            width: '9rem',
            cell: (finding) => (finding.dueOn === null ? null : formatDate(finding.dueOn)),
          },
          { id: 'done', head: 'Done', width: '4rem', cell: (finding) => <Done finding={finding} /> },
        ]}
      />
      {dialog !== null && (
        <AuditDialog
          childId={view.child.id}
          finding={dialog === 'new' ? null : dialog}
          onClose={() => setDialog(null)}
        />
      )}
    </section>
  );
}

const titleOf = ({ code, title }: { readonly code: string; readonly title: string }) =>
  code ? `${code} ${title}` : title;

function Owner({ finding }: { readonly finding: AuditFinding }) {
  const names = useNames();
  const sector = finding.sector ? SECTOR_LABELS[finding.sector] : '';
  return [sector, finding.ownerId ? names.shortPersonName(finding.ownerId) : ''].filter(Boolean).join(', ');
}

function Done({ finding }: { readonly finding: AuditFinding }) {
  const act = useStore((state) => state.act);
  if (finding.kind !== 'action') return null;
  return (
    <Checkbox
      label="This action is done"
      labelHidden
      isChecked={finding.isDone}
      onChange={(isDone) => void act('children:saveAuditFinding', { ...finding, isDone })}
    />
  );
}
