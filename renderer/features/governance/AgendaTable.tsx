import { type AgendaLine, agendaLabels } from '../../../shared/domain/governance/agenda.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { formatDayLong, formatMonth } from '../../../shared/domain/time-words.ts';
import { useNames } from '../../people/useNames.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';

/** Everything boards, members and signatories are due, the soonest first. */
export function AgendaTable({
  agenda,
  today,
}: {
  readonly agenda: readonly AgendaLine[];
  readonly today: IsoDate;
}) {
  const names = useNames();
  return (
    <Section title="What is due next" fact="counted in working days from each board’s rhythm">
      <DataTable
        label="What is due next"
        rows={agenda}
        rowKey={({ key }) => key}
        groupOf={({ date }) => ({ id: date.slice(0, 7), title: formatMonth(date) })}
        empty={
          <EmptyState title="Nothing is due yet" inline>
            Give a board its rhythm and a day it meets. Its next meetings and the days their papers are due
            stand here, with reports, briefings and sign-offs that have a day.
          </EmptyState>
        }
        columns={[
          {
            id: 'date',
            head: 'When',
            width: '15rem',
            cell: ({ date, moved }) => (
              <>
                <span className="nowrap">{formatDayLong(date)}</span>
                {moved && <span className="table-second">Moved: {moved}</span>}
              </>
            ),
          },
          { id: 'what', head: 'What', name: true, cell: ({ what }) => names.withoutNames(what) },
          { id: 'about', head: 'Kind', width: '11rem', cell: ({ about }) => agendaLabels[about] },
          { id: 'who', head: 'Who', cell: ({ who, what }) => (who === what ? '' : names.withoutNames(who)) },
          {
            id: 'state',
            head: 'State',
            width: '8rem',
            cell: ({ date }) =>
              date < today ? (
                <StatusMark status="bad">Overdue</StatusMark>
              ) : date === today ? (
                <StatusMark status="warn">Today</StatusMark>
              ) : null,
          },
        ]}
      />
    </Section>
  );
}
