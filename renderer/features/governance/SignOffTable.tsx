import { Plus } from 'lucide-react';
import { useState } from 'react';
import {
  type SignOff,
  signOffAboutLabels,
  signOffStanding,
} from '../../../shared/domain/governance/sign-off.ts';
import { formatDayLong } from '../../../shared/domain/time-words.ts';
import type { GovernanceView } from '../../../shared/ipc/governance.ts';
import { useDocumentTitle } from '../../people/DocumentField.tsx';
import { TwoLines } from '../../people/TwoLines.tsx';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { type Status, StatusMark } from '../../ui/StatusMark.tsx';
import { SignOffDialog } from './SignOffDialog.tsx';

const noVersions: readonly never[] = [];
const status: Readonly<Record<ReturnType<typeof signOffStanding>['state'], Status>> = {
  open: 'none',
  part: 'waiting',
  signed: 'ok',
};

/** What has to be cleared and signed before it goes out, and where it has got to. */
export function SignOffTable({ view }: { readonly view: GovernanceView }) {
  const documentTitle = useDocumentTitle();
  const [editing, setEditing] = useState<SignOff | 'new' | null>(null);
  const versions = useStore((state) => state.data.evaluation?.versions ?? noVersions);
  const standing = (one: SignOff) => signOffStanding(one, versions);
  const about = ({ about: kind, documentId, reportId }: SignOff) =>
    documentTitle(documentId) ||
    view.reports.find(({ id }) => id === reportId)?.title ||
    signOffAboutLabels[kind];
  return (
    <Section
      title="Sign-off"
      fact="initials and a date from each"
      action={
        <Button size="small" icon={Plus} onClick={() => setEditing('new')}>
          Add sign-off...
        </Button>
      }
    >
      <DataTable
        label="Sign-off"
        rows={view.signOffs}
        rowKey={({ id }) => id}
        onOpen={setEditing}
        twoLine
        empty={
          <EmptyState title="Nothing waits to be signed" inline>
            Add what has to be cleared before it goes out: who sees it in which order, and whether the council
            and the integrated care board both have to sign.
          </EmptyState>
        }
        columns={[
          {
            id: 'title',
            head: 'What',
            name: true,
            cell: (one) => <TwoLines first={one.title} second={about(one)} />,
          },
          {
            id: 'state',
            head: 'State',
            width: '15rem',
            cell: (one) => {
              const { state, words, isStale } = standing(one);
              return <StatusMark status={isStale ? 'warn' : status[state]}>{words}</StatusMark>;
            },
          },
          { id: 'next', head: 'Next to sign', cell: (one) => standing(one).next?.title ?? '' },
          {
            id: 'due',
            head: 'Wanted by',
            width: '14rem',
            sortBy: ({ dueOn }) => dueOn,
            cell: ({ dueOn }) => <span className="nowrap">{dueOn ? formatDayLong(dueOn) : ''}</span>,
          },
        ]}
      />
      {editing && (
        <SignOffDialog
          signOff={editing === 'new' ? null : editing}
          view={view}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  );
}
