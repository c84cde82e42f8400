import { useState } from 'react';
import type { Organisation } from '../../../shared/domain/people.ts';
import { SECTOR_LABELS, SECTORS } from '../../../shared/domain/sector.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import { useSaving } from '../../state/useSaving.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';

const none = '';

/** Adds an organisation, or changes its name or sector. */
export function OrganisationDialog({
  organisation,
  onClose,
}: {
  readonly organisation?: Organisation;
  readonly onClose: () => void;
}) {
  const { failure, save } = useSaving();
  const [name, setName] = useState(organisation?.name ?? '');
  const [sector, setSector] = useState(organisation?.sector ?? null);
  const [isTried, setTried] = useState(false);

  async function submit() {
    setTried(true);
    if (name.trim() === '') return;
    if (await save('people:saveOrganisation', { id: organisation?.id ?? null, name: name.trim(), sector }))
      onClose();
  }

  async function remove() {
    if (organisation && (await save('people:removeOrganisation', { id: organisation.id }))) onClose();
  }

  return (
    <FormDialog
      title={organisation ? 'Details of this organisation' : 'Add organisation'}
      size="small"
      saveLabel={organisation ? 'Save' : 'Add organisation'}
      problem={failure && sentenceFor(failure)}
      onRemove={organisation && (() => void remove())}
      onSave={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label="Name"
        value={name}
        maxLength={160}
        error={isTried && name.trim() === '' ? 'Enter the name.' : null}
        onChange={setName}
      />
      <Select
        label="Sector"
        hint="Counts for its people who have none of their own."
        value={sector ?? none}
        options={[
          { value: none, label: 'Not known' },
          ...SECTORS.map((one) => ({ value: one as string, label: SECTOR_LABELS[one] })),
        ]}
        onChange={(value) => setSector(SECTORS.find((one) => one === value) ?? null)}
      />
    </FormDialog>
  );
}
