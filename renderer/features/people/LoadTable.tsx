import { useMemo, useState } from 'react';
import { type Load, loadsOf, nothingAsked } from '../../../shared/domain/attendance/load.ts';
import type { Minutes } from '../../../shared/domain/time.ts';
import { formatDayShort } from '../../../shared/domain/time-words.ts';
import type { PeopleView } from '../../../shared/ipc/people.ts';
import { useAttendance } from '../../people/useAttendance.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import type { Column } from '../../ui/table-rows.ts';

type Row = { readonly id: string; readonly name: string; readonly more: string; readonly load: Load };
type By = 'people' | 'organisations';

/** What the timetable asks of each person and each organisation: meetings and hours, by day. */
export function LoadTable({ view }: { readonly view: PeopleView }) {
  const meetings = useStore((state) => state.data.timetable?.meetings);
  const goTo = useStore((state) => state.goTo);
  const attendance = useAttendance();
  const names = useNames();
  const [by, setBy] = useState<By>('people');
  const loads = useMemo(
    () => loadsOf(meetings ?? [], view.people, attendance),
    [meetings, view.people, attendance],
  );
  const people: readonly Row[] = view.people
    .filter((person) => person.side === 'partnership')
    .map((person) => ({
      id: person.id,
      name: names.personName(person),
      more: view.organisations.find(({ id }) => id === person.organisationId)?.name ?? '',
      load: loads.people.get(person.id) ?? nothingAsked,
    }));
  const organisations: readonly Row[] = view.organisations.map(({ id, name }) => ({
    ...{ id, name, more: '', load: loads.organisations.get(id) ?? nothingAsked },
  }));
  const rows = (by === 'people' ? people : organisations).filter((row) => row.load.total.meetings > 0);
  const most = Math.max(1, ...rows.map((row) => row.load.total.minutes));

  return (
    <>
      <div className="people-filters">
        <Segmented
          label="Load of"
          value={by}
          options={[
            { value: 'people', label: 'People' },
            { value: 'organisations', label: 'Organisations' },
          ]}
          onChange={setBy}
        />
        <span className="text-3">
          {by === 'people'
            ? 'Scheduled meetings that were not cancelled.'
            : 'Hours of all their people together. A meeting counts once.'}
        </span>
      </div>
      <DataTable
        key={by}
        label={by === 'people' ? 'Load of each person' : 'Load of each organisation'}
        rows={rows}
        rowKey={(row) => row.id}
        sticky
        twoLine={by === 'people'}
        {...(by === 'people' ? { onOpen: (row: Row) => goTo({ name: 'people', personId: row.id }) } : {})}
        defaultSort={{ column: 'hours', descending: true }}
        empty={
          <EmptyState title="Nobody is asked to anything yet">
            Once meetings with people are in the timetable, what each day asks of everybody stands here.
          </EmptyState>
        }
        columns={columnsFor(by, loads.days, most)}
      />
    </>
  );
}

function columnsFor(by: By, days: readonly string[], most: Minutes): readonly Column<Row>[] {
  return [
    {
      id: 'name',
      head: by === 'people' ? 'Name' : 'Organisation',
      name: true,
      sortBy: (row) => row.name,
      cell: (row) => (
        <>
          {row.name}
          {row.more && <span className="table-second">{row.more}</span>}
        </>
      ),
    },
    {
      id: 'meetings',
      head: 'Meetings',
      number: true,
      sortBy: (row) => row.load.total.meetings,
      cell: (row) => row.load.total.meetings,
    },
    {
      id: 'hours',
      head: 'Hours',
      number: true,
      sortBy: (row) => row.load.total.minutes,
      cell: (row) => hours(row.load.total.minutes),
    },
    {
      id: 'bar',
      head: 'Share of the most asked',
      headHidden: true,
      width: '9rem',
      cell: (row) => (
        <span className="load-bar" aria-hidden>
          <span style={{ width: `${(row.load.total.minutes / most) * 100}%` }} />
        </span>
      ),
    },
    ...days.map((day) => ({
      id: day,
      head: formatDayShort(day),
      number: true,
      sortBy: (row: Row) => row.load.byDay.get(day)?.minutes ?? 0,
      cell: (row: Row) => {
        const amount = row.load.byDay.get(day);
        return amount ? hours(amount.minutes) : <span className="text-3">0</span>;
      },
    })),
  ];
}

/** "1.5", in hours and quarters. */
const hours = (minutes: Minutes) => String(Math.round((minutes / 60) * 100) / 100);
