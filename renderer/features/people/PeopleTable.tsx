import { Users } from 'lucide-react';
import { useMemo, useState } from 'react';
import { counted } from '../../../shared/domain/counted.ts';
import type { Person } from '../../../shared/domain/people.ts';
import { SECTOR_LABELS, SECTORS } from '../../../shared/domain/sector.ts';
import { formatDuration } from '../../../shared/domain/time-words.ts';
import type { PeopleView } from '../../../shared/ipc/people.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { Select } from '../../ui/Select.tsx';
import { type Asked, askedOf, sectorOf } from './people-facts.ts';
import { SectorMark } from './SectorMark.tsx';

const any = '';

/** The partnership's people: who they are, when they can come and how much is asked of them. */
export function PeopleTable({
  people,
  view,
  onOpen,
}: {
  readonly people: readonly Person[];
  readonly view: PeopleView;
  readonly onOpen: (person: Person) => void;
}) {
  const meetings = useStore((state) => state.data.timetable?.meetings);
  const names = useNames();
  const [search, setSearch] = useState('');
  const [sector, setSector] = useState(any);
  const [organisation, setOrganisation] = useState(any);
  const asked = useMemo(() => askedOf(meetings ?? [], view.people), [meetings, view.people]);
  const organisationName = (person: Person) =>
    view.organisations.find(({ id }) => id === person.organisationId)?.name ?? '';
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = people.filter((person) => {
    const text = [names.personName(person), person.role, organisationName(person), person.availability];
    const whole = text.join(' ').toLowerCase();
    return (
      words.every((word) => whole.includes(word)) &&
      (sector === any || (sectorOf(person, view.organisations) ?? 'none') === sector) &&
      (organisation === any || (person.organisationId ?? 'none') === organisation)
    );
  });

  if (people.length === 0) {
    return (
      <EmptyState icon={Users} title="Nobody yet">
        Import the contact list, paste names from an e-mail, or add people one at a time. Each can then be
        asked to meetings, and is never put in two at once without your knowing.
      </EmptyState>
    );
  }
  return (
    <>
      <div className="people-filters">
        <SearchBox label="Find a person" value={search} onChange={setSearch} />
        <Select
          label="Sector"
          labelHidden
          fit
          value={sector}
          options={[
            { value: any, label: 'Any sector' },
            ...SECTORS.map((one) => ({ value: one as string, label: SECTOR_LABELS[one] })),
            { value: 'none', label: 'Sector not known' },
          ]}
          onChange={setSector}
        />
        <Select
          label="Organisation"
          labelHidden
          fit
          value={organisation}
          options={[
            { value: any, label: 'Any organisation' },
            ...view.organisations.map(({ id, name }) => ({ value: id as string, label: name })),
            { value: 'none', label: 'No organisation' },
          ]}
          onChange={setOrganisation}
        />
        <span className="text-3 num" role="status">
          {shown.length === people.length ? '' : `${shown.length} of ${people.length}`}
        </span>
      </div>
      <DataTable
        label="People"
        rows={shown}
        rowKey={(person) => person.id}
        onOpen={onOpen}
        twoLine
        sticky
        defaultSort={{ column: 'name', descending: false }}
        empty={
          <EmptyState title="Nobody matches" inline>
            Try fewer letters, or any sector and organisation.
          </EmptyState>
        }
        columns={[
          {
            id: 'name',
            head: 'Name',
            name: true,
            width: '30%',
            sortBy: (person) => names.personName(person),
            cell: (person) => (
              <>
                {names.personName(person)}
                {person.role && <span className="table-second">{person.role}</span>}
              </>
            ),
          },
          {
            id: 'organisation',
            head: 'Organisation',
            width: '24%',
            sortBy: organisationName,
            cell: (person) => organisationName(person),
          },
          {
            id: 'sector',
            head: 'Sector',
            sortBy: (person) => sectorOf(person, view.organisations),
            cell: (person) => <SectorMark sector={sectorOf(person, view.organisations)} />,
          },
          {
            id: 'availability',
            head: 'Availability',
            sortBy: (person) => person.availability,
            cell: (person) => person.availability,
          },
          {
            id: 'asked',
            head: 'Asked to',
            sortBy: (person) => asked(person.id).minutes,
            cell: (person) => <AskedTo asked={asked(person.id)} />,
          },
        ]}
      />
    </>
  );
}

function AskedTo({ asked: { meetings, minutes } }: { readonly asked: Asked }) {
  if (meetings.length === 0) return <span className="text-3">No meetings</span>;
  return (
    <span className="num nowrap">
      {counted(meetings.length, 'meeting', 'meetings')}
      <span className="table-second">{formatDuration(minutes)}</span>
    </span>
  );
}
