import { useState } from 'react';
import type { InformationRequest } from '../../../shared/domain/request.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import { DayField } from '../../people/DayField.tsx';
import { PersonField } from '../../people/PersonField.tsx';
import { useStore } from '../../state/store.ts';
import { useSaving } from '../../state/useSaving.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { SectorField } from './RequestFields.tsx';

/** Gives the ticked requests to another sector or person, all at once. */
export function ReassignDialog({
  requests,
  onClose,
}: {
  readonly requests: readonly InformationRequest[];
  readonly onClose: () => void;
}) {
  const people = useStore((state) => state.data.people?.people);
  const { failure, save } = useSaving();
  const [ownerSector, setSector] = useState(requests[0]?.ownerSector ?? null);
  const [ownerId, setOwner] = useState<InformationRequest['ownerId']>(null);
  const [dueOn, setDueOn] = useState<string | null>(null);

  async function reassign() {
    const ids = requests.map((request) => request.id);
    const due = dueOn === null ? {} : { dueOn };
    if (await save('requests:reassignRequests', { ids, ownerSector, ownerId, ...due })) onClose();
  }

  return (
    <FormDialog
      title="Reassign requests"
      fact={requests.map((request) => request.reference).join(', ')}
      size="small"
      saveLabel="Reassign"
      problem={failure && sentenceFor(failure)}
      onSave={() => void reassign()}
      onClose={onClose}
    >
      <SectorField value={ownerSector} onChange={setSector} />
      <PersonField
        label="Person"
        optional
        value={ownerId}
        onChange={(id) => {
          setOwner(id);
          setSector(people?.find((person) => person.id === id)?.sector ?? ownerSector);
        }}
      />
      <DayField
        label="New due date"
        optional
        hint="Left empty, each keeps its own"
        value={dueOn}
        onChange={setDueOn}
      />
    </FormDialog>
  );
}
