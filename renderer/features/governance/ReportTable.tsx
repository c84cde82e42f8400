import { FileDown, Plus } from 'lucide-react';
import { useState } from 'react';
import {
  implicationsLeft,
  type Report,
  reportAccessLabels,
  reportKindLabels,
  reportStateLabels,
} from '../../../shared/domain/governance/report.ts';
import { rhythmLabels } from '../../../shared/domain/governance/rhythm.ts';
import { formatDayLong } from '../../../shared/domain/time-words.ts';
import type { GovernanceView } from '../../../shared/ipc/governance.ts';
import { useDocumentTitle } from '../../people/DocumentField.tsx';
import { paperGroup } from '../../people/export-groups.ts';
import { useNames } from '../../people/useNames.ts';
import { rowWith } from '../../state/row-with.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import { Section } from '../../ui/Section.tsx';
import { type Status, StatusMark } from '../../ui/StatusMark.tsx';
import { ReportDialog } from './ReportDialog.tsx';

const stateStatus: Readonly<Record<Report['state'], Status>> = {
  planned: 'none',
  sent: 'waiting',
  considered: 'ok',
};

/** What was, is and will be reported to whom. */
export function ReportTable({
  view,
  openId,
}: {
  readonly view: GovernanceView;
  /** The one that is open to begin with. */
  readonly openId?: string | undefined;
}) {
  const act = useStore((state) => state.act);
  const showDone = useStore((state) => state.showDone);
  const names = useNames();
  const documentTitle = useDocumentTitle();
  const [editing, setEditing] = useState<Report | 'new' | null>(rowWith(view.reports, openId));
  const boardName = ({ boardId, audience }: Report) =>
    view.boards.find(({ id }) => id === boardId)?.name ?? audience;
  const save = ({ id }: Report) =>
    paperGroup((format) => {
      void act('governance:exportOne', { what: 'report', id, format }).then((done) => {
        if (done?.saved) showDone('Saved the report');
      });
    });

  return (
    <Section
      title="Reports"
      fact="to boards, scrutiny, corporate parenting, safeguarding and members"
      action={
        <Button size="small" icon={Plus} onClick={() => setEditing('new')}>
          Add report...
        </Button>
      }
    >
      <DataTable
        label="Reports"
        rows={view.reports}
        rowKey={({ id }) => id}
        onOpen={setEditing}
        twoLine
        empty={
          <EmptyState title="No report yet" inline>
            Write down what goes to which board and when, and what was decided. One that comes round each term
            is due again by itself.
          </EmptyState>
        }
        columns={[
          {
            id: 'title',
            head: 'Report',
            name: true,
            cell: (report) => (
              <>
                {names.withoutNames(report.title)}
                <span className="table-second">{names.withoutNames(report.decision)}</span>
                <span className="table-second">{documentTitle(report.documentId)}</span>
              </>
            ),
          },
          {
            id: 'to',
            head: 'To',
            sortBy: boardName,
            cell: (report) => (
              <>
                {names.withoutNames(boardName(report))}
                <span className="table-second">
                  {report.rhythm === 'none' ? '' : rhythmLabels[report.rhythm]}
                </span>
              </>
            ),
          },
          {
            id: 'on',
            head: 'When',
            width: '14rem',
            sortBy: ({ on }) => on,
            cell: ({ on }) => <span className="nowrap">{on ? formatDayLong(on) : ''}</span>,
          },
          {
            id: 'kind',
            head: 'For',
            width: '10rem',
            cell: (report) => (
              <>
                {reportKindLabels[report.kind]}
                <span className="table-second">
                  {report.isEmbargoed ? 'Under embargo' : reportAccessLabels[report.access]}
                </span>
              </>
            ),
          },
          {
            id: 'state',
            head: 'State',
            width: '10rem',
            cell: (report) => {
              const left = implicationsLeft(report).length;
              return (
                <>
                  <StatusMark status={stateStatus[report.state]}>
                    {reportStateLabels[report.state]}
                  </StatusMark>
                  <span className="table-second">{left > 0 ? `${left} of 7 implications to write` : ''}</span>
                </>
              );
            },
          },
          {
            id: 'actions',
            head: 'Export',
            headHidden: true,
            actions: true,
            cell: (report) => (
              <MenuButton
                label={`Export “${names.withoutNames(report.title)}”`}
                icon={FileDown}
                iconOnly
                size="small"
                kind="quiet"
                groups={[save(report)]}
              />
            ),
          },
        ]}
      />
      {editing && (
        <ReportDialog
          report={editing === 'new' ? null : editing}
          view={view}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  );
}
