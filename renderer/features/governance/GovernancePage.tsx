import { FileDown } from 'lucide-react';
import { useMemo, useState } from 'react';
import { agendaOf } from '../../../shared/domain/governance/agenda.ts';
import { signOffStanding } from '../../../shared/domain/governance/sign-off.ts';
import { today as dayOf } from '../../../shared/domain/time.ts';
import { formatDayLong } from '../../../shared/domain/time-words.ts';
import type { GovernanceList, GovernanceView } from '../../../shared/ipc/governance.ts';
import { tableGroup } from '../../people/export-groups.ts';
import { useStore } from '../../state/store.ts';
import { useNow } from '../../state/useNow.ts';
import { useWorkCalendar } from '../../state/useWorkCalendar.ts';
import { MenuButton } from '../../ui/Menu.tsx';
import { Page, PageHead } from '../../ui/Page.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { AgendaTable } from './AgendaTable.tsx';
import { BoardTable } from './BoardTable.tsx';
import { BriefingTable } from './BriefingTable.tsx';
import { ReportTable } from './ReportTable.tsx';
import { ResourceTables } from './ResourceTables.tsx';
import { SignOffTable } from './SignOffTable.tsx';

type Tab = 'agenda' | GovernanceList;

type Asked = { readonly boardId?: string; readonly reportId?: string };

/** Who answers for what and to whom, what they are told and when, and who has to sign. */
export function GovernancePage(asked: Asked) {
  return <GovernanceParts key={asked.boardId ?? asked.reportId} {...asked} />;
}

function GovernanceParts({ boardId, reportId }: Asked) {
  const view = useStore((state) => state.data.governance);
  const act = useStore((state) => state.act);
  const showDone = useStore((state) => state.showDone);
  const calendar = useWorkCalendar();
  const today = dayOf(useNow());
  const [tab, setTab] = useState<Tab>(boardId ? 'boards' : reportId ? 'reports' : 'agenda');
  const agenda = useMemo(() => (view ? agendaOf(view, today, calendar) : []), [view, today, calendar]);
  if (!view) return null;
  const overdue = agenda.filter(({ date }) => date < today).length;
  const open = view.signOffs.filter((one) => signOffStanding(one, []).state !== 'signed').length;
  const [next] = agenda.filter(({ date, about }) => date >= today && about === 'meeting');
  const save = (what: GovernanceList) =>
    tableGroup((format) => {
      void act('governance:exportList', { what, format }).then((done) => {
        if (done?.saved) showDone('Saved for others to read');
      });
    });

  return (
    <Page>
      <PageHead
        title="Governance"
        fact={
          next ? `Next: ${next.what}, ${formatDayLong(next.date)}` : 'Boards, reports, members and sign-off'
        }
        actions={
          tab !== 'agenda' &&
          rowsOf(view, tab) > 0 && <MenuButton label="Export" icon={FileDown} groups={[save(tab)]} />
        }
      />
      <Tabs<Tab>
        label="Parts of governance"
        selected={tab}
        onSelect={setTab}
        ofPage
        tabs={[
          overdue > 0
            ? { id: 'agenda', label: 'Calendar', badCount: overdue, badLabel: `${overdue} overdue` }
            : { id: 'agenda', label: 'Calendar' },
          { id: 'boards', label: 'Boards', count: view.boards.length },
          { id: 'reports', label: 'Reports', count: view.reports.length },
          { id: 'briefings', label: 'Members', count: view.briefings.length },
          { id: 'sign-offs', label: 'Sign-off', count: open },
          { id: 'resources', label: 'Resources and priorities' },
        ]}
      >
        {tab === 'agenda' && <AgendaTable agenda={agenda} today={today} />}
        {tab === 'boards' && <BoardTable view={view} today={today} calendar={calendar} openId={boardId} />}
        {tab === 'reports' && <ReportTable view={view} openId={reportId} />}
        {tab === 'briefings' && <BriefingTable view={view} />}
        {tab === 'sign-offs' && <SignOffTable view={view} />}
        {tab === 'resources' && <ResourceTables view={view} />}
      </Tabs>
    </Page>
  );
}

function rowsOf(view: GovernanceView, list: GovernanceList): number {
  if (list === 'sign-offs') return view.signOffs.length;
  if (list === 'resources') return view.resources.length + view.alignments.length;
  return view[list].length;
}
