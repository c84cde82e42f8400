import { Plus } from 'lucide-react';
import { useState } from 'react';
import {
  type Alignment,
  alignmentKindLabels,
  alignmentStandingLabels,
  inPounds,
  type Resource,
  resourceKindLabels,
  sumsOf,
} from '../../../shared/domain/governance/register.ts';
import { formatDate } from '../../../shared/domain/time-words.ts';
import type { GovernanceView } from '../../../shared/ipc/governance.ts';
import { TwoLines } from '../../people/TwoLines.tsx';
import { useNames } from '../../people/useNames.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { type Status, StatusMark } from '../../ui/StatusMark.tsx';
import { AlignmentDialog } from './AlignmentDialog.tsx';
import { ResourceDialog } from './ResourceDialog.tsx';

/** Help and money, and what our plans have to fit. */
export function ResourceTables({ view }: { readonly view: GovernanceView }) {
  return (
    <>
      <ResourceTable view={view} />
      <AlignmentTable view={view} />
    </>
  );
}

function ResourceTable({ view: { resources } }: { readonly view: GovernanceView }) {
  const names = useNames();
  const [editing, setEditing] = useState<Resource | 'new' | null>(null);
  const { grants, costs } = sumsOf(resources);
  return (
    <Section
      title="Help and resources"
      fact={resources.length > 0 && `${inPounds(grants)} in grants, ${inPounds(costs)} in costs`}
      action={
        <Button size="small" icon={Plus} onClick={() => setEditing('new')}>
          Add resource...
        </Button>
      }
    >
      <DataTable
        label="Help and resources"
        rows={resources}
        rowKey={({ id }) => id}
        groupOf={({ kind }) => ({ id: kind, title: resourceKindLabels[kind] })}
        onOpen={setEditing}
        twoLine
        empty={
          <EmptyState title="No help or money is written down" inline>
            Advisers and peers who help, grants with their dates, what the week costs, and what may run short.
          </EmptyState>
        }
        columns={[
          {
            id: 'title',
            head: 'What',
            name: true,
            cell: ({ title, note }) => <TwoLines first={title} second={note} />,
          },
          { id: 'from', head: 'From or to', cell: ({ from }) => names.withoutNames(from) },
          {
            id: 'pounds',
            head: 'Amount',
            number: true,
            width: '8rem',
            sortBy: ({ pounds }) => pounds,
            cell: ({ pounds }) => (pounds === null ? '' : inPounds(pounds)),
          },
          {
            id: 'when',
            head: 'When',
            width: '16rem',
            cell: ({ startsOn, endsOn }) =>
              [startsOn && formatDate(startsOn), endsOn && `to ${formatDate(endsOn)}`]
                .filter(Boolean)
                .join(' '),
          },
        ]}
      />
      {editing && (
        <ResourceDialog resource={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Section>
  );
}

const standingStatus: Readonly<Record<Alignment['standing'], Status>> = {
  unchecked: 'none',
  aligned: 'ok',
  partly: 'warn',
  'not-aligned': 'bad',
};

function AlignmentTable({ view: { alignments } }: { readonly view: GovernanceView }) {
  const names = useNames();
  const [editing, setEditing] = useState<Alignment | 'new' | null>(null);
  const left = alignments.filter(({ standing }) => standing === 'unchecked').length;
  return (
    <Section
      title="What our plans have to fit"
      fact={left > 0 && `${left} not checked yet`}
      ruled
      action={
        <Button size="small" icon={Plus} onClick={() => setEditing('new')}>
          Add priority...
        </Button>
      }
    >
      <DataTable
        label="What our plans have to fit"
        rows={alignments}
        rowKey={({ id }) => id}
        groupOf={({ kind }) => ({ id: kind, title: alignmentKindLabels[kind] })}
        onOpen={setEditing}
        twoLine
        empty={
          <EmptyState title="No priority or programme is listed" inline>
            List the council’s priorities, your strategies and the national programmes, and check of each
            where your plan says how it fits.
          </EmptyState>
        }
        columns={[
          {
            id: 'title',
            head: 'What',
            name: true,
            cell: ({ title, note }) => <TwoLines first={title} second={note} />,
          },
          { id: 'owner', head: 'Whose', cell: ({ owner }) => names.withoutNames(owner) },
          {
            id: 'standing',
            head: 'Checked',
            width: '10rem',
            cell: ({ standing }) => (
              <StatusMark status={standingStatus[standing]}>{alignmentStandingLabels[standing]}</StatusMark>
            ),
          },
          { id: 'shown', head: 'Where it shows', cell: ({ shownBy }) => names.withoutNames(shownBy) },
        ]}
      />
      {editing && (
        <AlignmentDialog alignment={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Section>
  );
}
