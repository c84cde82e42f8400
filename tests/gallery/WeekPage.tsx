import { CalendarX2, Clock, Send } from 'lucide-react';
import { DataTable } from '../../renderer/ui/DataTable.tsx';
import { LinkButton } from '../../renderer/ui/LinkButton.tsx';
import { PageBody, PageHead, PageSplit } from '../../renderer/ui/Page.tsx';
import { Meter } from '../../renderer/ui/Progress.tsx';
import { Section } from '../../renderer/ui/Section.tsx';
import { SidePanel } from '../../renderer/ui/SidePanel.tsx';
import { StatusMark } from '../../renderer/ui/StatusMark.tsx';
import type { Column } from '../../renderer/ui/table-rows.ts';
import { inspectors, type Now, type Sector, sectors } from './sample-rows.tsx';

const nowColumns: readonly Column<Now>[] = [
  {
    id: 'who',
    head: 'Inspector',
    name: true,
    cell: (row) => <Two first={row.name} second={row.role} />,
    sortBy: (row) => row.name,
    width: '10.5rem',
  },
  { id: 'now', head: 'Now', cell: (row) => <Two first={row.now} second={row.until} />, width: '14rem' },
  { id: 'at', head: 'Next', cell: (row) => <b className="num">{row.at}</b>, width: '4.5rem' },
  { id: 'next', head: 'What and where', cell: (row) => <Two first={row.next} second={row.place} /> },
  { id: 'ready', head: 'Is next ready?', cell: (row) => row.ready, width: '8rem' },
];

const sectorColumns: readonly Column<Sector>[] = [
  { id: 'sector', head: 'Sector', name: true, cell: (row) => row.name, sortBy: (row) => row.name },
  { id: 'open', head: 'Open', number: true, cell: (row) => row.open, sortBy: (row) => row.open },
  { id: 'due', head: 'Due today', number: true, cell: (row) => row.due, sortBy: (row) => row.due },
  {
    id: 'late',
    head: 'Overdue',
    cell: (row) =>
      row.late ? (
        <StatusMark status="bad">{row.late} overdue</StatusMark>
      ) : (
        <span className="text-3">None</span>
      ),
  },
  {
    id: 'answered',
    head: 'Answered',
    width: '17rem',
    cell: (row) => <Meter label={`${row.name} answered`} value={row.done} total={row.all} />,
  },
];

/** The week at a glance, as a picture of density: tables, sections, a panel. */
export function WeekPage() {
  return (
    <PageSplit
      panel={
        <SidePanel title="Needs you" fact="10 things, 2 overdue">
          <Section level={3} tone="bad" title="Overdue">
            <Todo when="4:00pm Mon" what="R-041 Joint commissioning minutes" more="Health, L Marsh" isBad />
            <Todo
              when="5:00pm Mon"
              what="Child C: CAMHS summary"
              more="Health, S Amin. Waits for consent"
              isBad
            />
          </Section>
          <Section level={3} icon={Clock} title="Due today">
            <Todo
              when="11:00am"
              what="Confirm 2 for AP commissioning"
              more="N Holt, T Bright have not replied"
            />
            <Todo when="12:00pm" what="R-047 Suspensions by setting" more="Education, N Holt" />
          </Section>
          <Section level={3} icon={CalendarX2} tone="bad" title="Clashes to settle before publishing">
            <Todo when="Wed 10:00am" what="Room 2.12 booked twice" more="SENCO focus group" isBad />
          </Section>
          <Section level={3} icon={Send} title="Not told yet">
            <Todo
              when="4 changes"
              what="14 people affected by the draft"
              more="3 moved, 1 new since version 6"
            />
          </Section>
        </SidePanel>
      }
    >
      <PageHead
        title="Tuesday 24 November 2026"
        fact="On site, day 2 of 5. 10:42am"
        actions={
          <span className="row">
            <span className="type-count">3</span>
            <span>
              <b>working days to final feedback</b>
              <span className="table-second">Friday 27 November, 2:00pm. Under embargo until published</span>
            </span>
          </span>
        }
      />
      <PageBody>
        <Section title="Now and next" action={<LinkButton>Open as a wall board</LinkButton>}>
          <DataTable
            label="Now and next"
            columns={nowColumns}
            rows={inspectors}
            rowKey={(row) => row.name}
            twoLine
          />
        </Section>
        <Section title="Requests by sector" fact="43 of 53 answered">
          <DataTable
            label="Requests by sector"
            columns={sectorColumns}
            rows={sectors}
            rowKey={(row) => row.name}
          />
        </Section>
      </PageBody>
    </PageSplit>
  );
}

function Two({ first, second }: { readonly first: string; readonly second?: string }) {
  return (
    <>
      <span className={second ? undefined : 'text-3'}>{first}</span>
      {second && <span className="table-second">{second}</span>}
    </>
  );
}

function Todo({
  when,
  what,
  more,
  isBad = false,
}: {
  readonly when: string;
  readonly what: string;
  readonly more: string;
  readonly isBad?: boolean;
}) {
  return (
    <button type="button" className="gallery-todo">
      <span className={isBad ? 'text-bad' : 'text-2'}>
        <b className="num">{when}</b>
      </span>
      <span>
        {what}
        <span className="table-second">{more}</span>
      </span>
    </button>
  );
}
