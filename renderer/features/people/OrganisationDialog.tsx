import { useState } from 'react';
import type { Organisation } from '../../../shared/domain/people.ts';
import { SECTOR_LABELS, SECTORS } from '../../../shared/domain/sector.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import { useSaving } from '../../state/useSaving.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
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

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={organisation ? 'Details of this organisation' : 'Add organisation'}
      size="small"
      onSubmit={() => void submit()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary">
            {organisation ? 'Save' : 'Add organisation'}
          </Button>
        </>
      }
    >
      <div className="stack stack-loose">
        {failure && (
          <Banner tone="bad" role="alert">
            {sentenceFor(failure)}
          </Banner>
        )}
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
      </div>
    </Dialog>
  );
}
