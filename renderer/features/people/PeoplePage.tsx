import { CalendarPlus, ClipboardPaste, FileSpreadsheet, Plus } from 'lucide-react';
import { useState } from 'react';
import { counted } from '../../../shared/domain/counted.ts';
import type { Person } from '../../../shared/domain/people.ts';
import { PendingNotesBanner } from '../../people/PendingNotesBanner.tsx';
import { RegisterExport } from '../../registers/RegisterExport.tsx';
import { useStore } from '../../state/store.ts';
import { useAsked } from '../../state/useAsked.ts';
import { Button } from '../../ui/Button.tsx';
import { Page, PageHead } from '../../ui/Page.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { InvitationsTable } from './InvitationsTable.tsx';
import { LoadTable } from './LoadTable.tsx';
import { OrganisationDialog } from './OrganisationDialog.tsx';
import { OrganisationsTable } from './OrganisationsTable.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import { PersonDialog } from './PersonDialog.tsx';
import { PlaceDialog } from './PlaceDialog.tsx';
import { PlacesTable } from './PlacesTable.tsx';
import { SpreadsheetDrop } from './SpreadsheetDrop.tsx';
import { StrandDialog } from './StrandDialog.tsx';
import { TeamList } from './TeamList.tsx';

type Part = 'people' | 'team' | 'places' | 'organisations' | 'invitations' | 'load';
type Adding = 'person' | 'member' | 'strand' | 'place' | 'organisation' | null;

/** Everybody who takes part, the team that comes and its strands, the places, and where people are from. */
export function PeoplePage({ personId, part: given }: { readonly personId?: string; readonly part?: Part }) {
  const view = useStore((state) => state.data.people);
  const goTo = useStore((state) => state.goTo);
  const word = useStore((state) => state.data.engagement?.peopleWord);
  const asked = view?.people.find(({ id }) => id === personId);
  const [part, setPart] = useState<Part>(given ?? (asked && isOfTheTeam(asked) ? 'team' : 'people'));
  const [adding, setAdding] = useState<Adding>(null);
  useAsked({
    person: () => setAdding('person'),
    place: () => {
      setPart('places');
      setAdding('place');
    },
  });
  if (!view || !word) return null;
  const team = view.people.filter(isOfTheTeam);
  const others = view.people.filter((person) => !isOfTheTeam(person));
  const open = (person: Person) => goTo({ name: 'people', personId: person.id });
  const close = () => setAdding(null);

  return (
    <Page>
      <PageHead
        title="People and places"
        fact={[
          counted(others.length, 'person', 'people'),
          counted(team.length, word.one, word.many),
          counted(view.places.length, 'place', 'places'),
        ].join(', ')}
        actions={<Actions part={part} word={word.one} onAdd={setAdding} />}
      />
      <Tabs
        label="People and places"
        selected={part}
        onSelect={setPart}
        ofPage
        tabs={[
          { id: 'people', label: 'People', count: others.length },
          { id: 'team', label: `${capital(word.many)} and strands`, count: team.length },
          { id: 'places', label: 'Places', count: view.places.length },
          { id: 'organisations', label: 'Organisations', count: view.organisations.length },
          { id: 'invitations', label: 'Invitations' },
          { id: 'load', label: 'Load' },
        ]}
      >
        <SpreadsheetDrop target={part === 'places' ? 'places' : part === 'people' ? 'people' : null}>
          {part === 'people' && <PendingNotesBanner />}
          {part === 'people' && <PeopleTable people={others} view={view} onOpen={open} />}
          {part === 'team' && <TeamList team={team} view={view} word={word} onOpen={open} />}
          {part === 'places' && <PlacesTable view={view} />}
          {part === 'organisations' && <OrganisationsTable view={view} />}
          {part === 'invitations' && <InvitationsTable />}
          {part === 'load' && <LoadTable view={view} />}
        </SpreadsheetDrop>
      </Tabs>
      {asked && (
        <PersonDialog key={asked.id} view={view} person={asked} onClose={() => goTo({ name: 'people' })} />
      )}
      {adding === 'person' && <PersonDialog view={view} side="partnership" onClose={close} />}
      {adding === 'member' && <PersonDialog view={view} side="inspection" onClose={close} />}
      {adding === 'strand' && <StrandDialog team={team} onClose={close} />}
      {adding === 'place' && <PlaceDialog onClose={close} />}
      {adding === 'organisation' && <OrganisationDialog onClose={close} />}
    </Page>
  );
}

/** What can be added to the part in view. */
function Actions({
  part,
  word,
  onAdd,
}: {
  readonly part: Part;
  readonly word: string;
  readonly onAdd: (adding: Adding) => void;
}) {
  const openImport = useStore((state) => state.openImport);
  const openPaste = useStore((state) => state.openPaste);
  const openAvailability = useStore((state) => state.openAvailability);
  switch (part) {
    case 'people':
      return (
        <>
          <RegisterExport kinds={['people', 'places']} />
          <Button icon={FileSpreadsheet} onClick={() => openImport('people')}>
            Import from a spreadsheet...
          </Button>
          <Button icon={CalendarPlus} onClick={() => openAvailability({ kind: 'calendars', owner: null })}>
            Import calendars...
          </Button>
          <Button icon={ClipboardPaste} onClick={openPaste}>
            Paste from an e-mail...
          </Button>
          <Button kind="primary" icon={Plus} onClick={() => onAdd('person')}>
            Add person...
          </Button>
        </>
      );
    case 'team':
      return (
        <>
          <Button icon={Plus} onClick={() => onAdd('strand')}>
            Add strand...
          </Button>
          <Button kind="primary" icon={Plus} onClick={() => onAdd('member')}>
            Add {word}...
          </Button>
        </>
      );
    case 'places':
      return (
        <>
          <RegisterExport kinds={['places', 'people']} />
          <Button icon={FileSpreadsheet} onClick={() => openImport('places')}>
            Import from a spreadsheet...
          </Button>
          <Button kind="primary" icon={Plus} onClick={() => onAdd('place')}>
            Add place...
          </Button>
        </>
      );
    case 'organisations':
      return (
        <Button kind="primary" icon={Plus} onClick={() => onAdd('organisation')}>
          Add organisation...
        </Button>
      );
    case 'invitations':
    case 'load':
      return null;
  }
}

function isOfTheTeam({ side, strandId }: Person): boolean {
  return side === 'inspection' || strandId !== null;
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
