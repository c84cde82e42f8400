import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { ChildAgency } from '../../../shared/domain/child.ts';
import { counted } from '../../../shared/domain/counted.ts';
import { SECTOR_LABELS, SECTOR_LETTERS, SECTORS } from '../../../shared/domain/sector.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import type { ChildPageView } from '../../../shared/ipc/children.ts';
import { useStore } from '../../state/store.ts';
import { useSaving } from '../../state/useSaving.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { LetterTiles } from '../../ui/LetterTiles.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { SuggestField } from '../../ui/SuggestField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { type ChildWords, useChildWords } from './useChildWords.ts';

type Draft = Omit<ChildAgency, 'id'> & { readonly id: ChildAgency['id'] | null };

/** Who is round the child: each agency, its practitioner, and since when. */
export function Agencies({ view }: { readonly view: ChildPageView }) {
  const all = useStore((state) => state.data.children?.agencies);
  const [editing, setEditing] = useState<Draft | null>(null);
  const words = useChildWords(view);
  const childId = view.child.id;
  const own = (all ?? [])
    .filter((agency) => agency.childId === childId)
    .toSorted((a, b) => SECTORS.indexOf(a.sector) - SECTORS.indexOf(b.sector));
  const bodies = new Set(own.map((agency) => agency.agency.toLowerCase())).size;

  return (
    <Section
      title="Round the child"
      fact={own.length > 0 ? factOf(own.length, bodies) : undefined}
      ruled
      action={
        <LinkButton icon={Plus} onClick={() => setEditing(blank(childId))}>
          Add
        </LinkButton>
      }
    >
      {own.length === 0 ? (
        <p className="text-3">Nobody yet. Add each agency that knows the child.</p>
      ) : (
        <ul className="child-agencies">
          {own.map((agency) => (
            <li key={agency.id}>
              {words.areCoded ? (
                <span className="child-agency">
                  <AgencyLine agency={agency} words={words} />
                </span>
              ) : (
                <button type="button" className="child-agency" onClick={() => setEditing(agency)}>
                  <AgencyLine agency={agency} words={words} />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {editing && <AgencyDialog draft={editing} onClose={() => setEditing(null)} />}
    </Section>
  );
}

function AgencyLine({ agency, words }: { readonly agency: ChildAgency; readonly words: ChildWords }) {
  return (
    <>
      <LetterTiles
        label={SECTOR_LABELS[agency.sector]}
        tiles={[{ letter: SECTOR_LETTERS[agency.sector], name: SECTOR_LABELS[agency.sector], isOn: true }]}
      />
      <span>
        {agency.practitioner && <span className="type-name">{words.person(agency.practitioner)} </span>}
        <span className={agency.practitioner ? 'text-2' : 'type-name'}>{words.text(agency.agency)}</span>
      </span>
      {agency.since && <span className="child-agency-since">since {agency.since}</span>}
    </>
  );
}

function AgencyDialog({ draft: start, onClose }: { readonly draft: Draft; readonly onClose: () => void }) {
  const act = useStore((state) => state.act);
  const people = useStore((state) => state.data.people);
  const { failure, save } = useSaving();
  const [draft, setDraft] = useState(start);
  const [isTried, setTried] = useState(false);
  const change = (patch: Partial<Draft>) => setDraft({ ...draft, ...patch });
  const bodies = (people?.organisations ?? []).map(({ name }) => ({ value: name }));

  async function submit() {
    setTried(true);
    if (draft.agency.trim() !== '' && (await save('children:saveAgency', draft))) onClose();
  }

  async function remove() {
    if (draft.id) await act('children:removeAgency', { id: draft.id });
    onClose();
  }

  return (
    <FormDialog
      title={draft.id ? 'Edit agency' : 'Add agency'}
      size="small"
      saveLabel={draft.id ? 'Save' : 'Add agency'}
      onRemove={draft.id ? () => void remove() : null}
      problem={failure && sentenceFor(failure)}
      onSave={() => void submit()}
      onClose={onClose}
    >
      <SuggestField
        label="Agency or team"
        hint="Such as: CAMHS, Child in need team; for family, the relation"
        value={draft.agency}
        suggestions={bodies}
        error={isTried && draft.agency.trim() === '' ? 'Enter the agency or team.' : null}
        maxLength={160}
        onChange={(agency) => change({ agency })}
      />
      <Select
        label="Sector"
        value={draft.sector}
        options={SECTORS.map((sector) => ({ value: sector, label: SECTOR_LABELS[sector] }))}
        onChange={(sector) => change({ sector })}
      />
      <div className="form-grid">
        <TextField
          label="Who"
          optional
          value={draft.practitioner}
          maxLength={160}
          onChange={(practitioner) => change({ practitioner })}
        />
        <TextField
          label="Since"
          optional
          value={draft.since}
          maxLength={60}
          onChange={(since) => change({ since })}
        />
      </div>
    </FormDialog>
  );
}

const blank = (childId: ChildAgency['childId']): Draft => ({
  id: null,
  childId,
  sector: 'education',
  agency: '',
  practitioner: '',
  personId: null,
  since: '',
});

function factOf(people: number, bodies: number): string {
  return people === bodies
    ? counted(bodies, 'agency', 'agencies')
    : `${counted(people, 'person', 'people')}, ${counted(bodies, 'agency', 'agencies')}`;
}
