import type { Person } from '../../../shared/domain/people.ts';
import { SECTOR_LABELS, SECTORS } from '../../../shared/domain/sector.ts';
import type { ChannelInput } from '../../../shared/ipc/contract.ts';
import type { PeopleView } from '../../../shared/ipc/people.ts';
import { useStore } from '../../state/store.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { SuggestField } from '../../ui/SuggestField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { AvailabilitySummary } from './AvailabilitySummary.tsx';
import { PersonMeetings } from './PersonMeetings.tsx';
import { useNamedForm } from './useNamedForm.ts';

type Draft = ChannelInput<'people:savePerson'>;

const none = '';

/** Adds somebody, or changes or removes them; what they are asked to stands below. */
export function PersonDialog({
  view,
  person,
  side = 'partnership',
  onClose,
}: {
  readonly view: PeopleView;
  readonly person?: Person;
  readonly side?: Person['side'];
  readonly onClose: () => void;
}) {
  const word = useStore((state) => state.data.engagement?.peopleWord.one ?? 'inspector');
  const areCoded = useStore((state) => state.namesAsCodes);
  const { draft, change, nameError, frame } = useNamedForm<Draft>({
    first: () => draftOf(view, person, side),
    write: (save, given) => save('people:savePerson', given),
    remove: person && ((save) => save('people:removePerson', { id: person.id })),
    onClose,
  });
  const isOfTheTeam = draft.side === 'inspection';
  const noun = isOfTheTeam ? word : 'person';

  return (
    <FormDialog
      title={person ? `Details of this ${noun}` : `Add ${noun}`}
      note={areCoded ? 'Names are shown here while you change them.' : undefined}
      saveLabel={person ? 'Save' : `Add ${noun}`}
      {...frame}
    >
      <div className="form-grid">
        <TextField
          label="Name"
          value={draft.name}
          maxLength={160}
          error={nameError}
          onChange={(name) => change({ name })}
        />
        <TextField
          label="Role"
          optional
          value={draft.role}
          maxLength={160}
          onChange={(role) => change({ role })}
        />
        {isOfTheTeam && (
          <>
            <TextField
              label="Discipline"
              optional
              hint="Education, health, social care, alternative provision."
              value={draft.discipline}
              maxLength={120}
              onChange={(discipline) => change({ discipline })}
            />
            <Select
              label="Strand"
              hint="One column of the timetable."
              value={draft.strandId ?? none}
              options={[
                { value: none, label: 'A new one of their own' },
                ...view.strands.map(({ id, name }) => ({ value: id as string, label: name })),
              ]}
              onChange={(id) => change({ strandId: view.strands.find((one) => one.id === id)?.id ?? null })}
            />
          </>
        )}
        <SuggestField
          label="Organisation"
          optional
          hint="A new name adds the organisation."
          value={draft.organisation}
          maxLength={160}
          suggestions={view.organisations.map(({ name }) => ({ value: name }))}
          onChange={(organisation) => change({ organisation })}
        />
        {!isOfTheTeam && (
          <Select
            label="Sector"
            hint="Left open, the organisation’s counts."
            value={draft.sector ?? none}
            options={[
              { value: none, label: 'As the organisation' },
              ...SECTORS.map((sector) => ({ value: sector as string, label: SECTOR_LABELS[sector] })),
            ]}
            onChange={(value) => change({ sector: SECTORS.find((one) => one === value) ?? null })}
          />
        )}
        <TextField
          label="E-mail"
          optional
          type="email"
          value={draft.email}
          maxLength={254}
          onChange={(email) => change({ email })}
        />
        <TextField
          label="Phone"
          optional
          type="tel"
          value={draft.phone}
          maxLength={60}
          onChange={(phone) => change({ phone })}
        />
      </div>
      <TextField
        label="Availability"
        optional
        hint="As they say it: Wed am, on leave until Wednesday."
        value={draft.availability}
        maxLength={300}
        onChange={(availability) => change({ availability })}
      />
      {person && <AvailabilitySummary owner={{ personId: person.id, placeId: null }} />}
      <TextArea
        label="Notes"
        optional
        value={draft.notes}
        rows={3}
        maxLength={2000}
        onChange={(notes) => change({ notes })}
      />
      {person && <PersonMeetings person={person} view={view} />}
    </FormDialog>
  );
}

function draftOf(view: PeopleView, person: Person | undefined, side: Person['side']): Draft {
  if (!person) {
    return {
      ...{ id: null, name: '', side, role: '', discipline: '', strandId: null, organisation: '' },
      ...{ sector: null, email: '', phone: '', availability: '', notes: '' },
    };
  }
  const { organisationId, ...fields } = person;
  return { ...fields, organisation: view.organisations.find(({ id }) => id === organisationId)?.name ?? '' };
}
