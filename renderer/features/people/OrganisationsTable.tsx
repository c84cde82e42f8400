import { Building2 } from 'lucide-react';
import { useState } from 'react';
import type { Organisation } from '../../../shared/domain/people.ts';
import type { PeopleView } from '../../../shared/ipc/people.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { OrganisationDialog } from './OrganisationDialog.tsx';
import { SectorMark } from './SectorMark.tsx';

/** The bodies that people come from, and the sector each speaks for. */
export function OrganisationsTable({ view }: { readonly view: PeopleView }) {
  const [editing, setEditing] = useState<Organisation | null>(null);
  const countOf = (organisation: Organisation) =>
    view.people.filter(({ organisationId }) => organisationId === organisation.id).length;
  return (
    <>
      <DataTable
        label="Organisations"
        rows={view.organisations}
        rowKey={(organisation) => organisation.id}
        onOpen={setEditing}
        defaultSort={{ column: 'name', descending: false }}
        sticky
        empty={
          <EmptyState icon={Building2} title="No organisations yet">
            They are added by name with the people who come from them.
          </EmptyState>
        }
        columns={[
          {
            id: 'name',
            head: 'Organisation',
            name: true,
            width: '45%',
            sortBy: (organisation) => organisation.name,
            cell: ({ name, duty }) => (
              <>
                {name}
                {duty && <span className="table-second">{duty}</span>}
              </>
            ),
          },
          {
            id: 'sector',
            head: 'Sector',
            sortBy: (organisation) => organisation.sector,
            cell: (organisation) => <SectorMark sector={organisation.sector} />,
          },
          {
            id: 'people',
            head: 'People',
            number: true,
            sortBy: countOf,
            cell: (organisation) => countOf(organisation) || <span className="text-3">0</span>,
          },
        ]}
      />
      {editing && <OrganisationDialog organisation={editing} onClose={() => setEditing(null)} />}
    </>
  );
}
