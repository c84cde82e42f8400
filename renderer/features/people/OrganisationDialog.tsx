import type { Organisation } from '../../../shared/domain/people.ts';
import { SECTOR_LABELS, SECTORS } from '../../../shared/domain/sector.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useNamedForm } from './useNamedForm.ts';

const none = '';

/** Adds an organisation, or changes its name or sector. */
export function OrganisationDialog({
  organisation,
  onClose,
}: {
  readonly organisation?: Organisation;
  readonly onClose: () => void;
}) {
  const { draft, change, nameError, frame } = useNamedForm({
    first: {
      name: organisation?.name ?? '',
      sector: organisation?.sector ?? null,
      duty: organisation?.duty ?? '',
    },
    write: (save, { name, sector, duty }) =>
      save('people:saveOrganisation', {
        id: organisation?.id ?? null,
        name: name.trim(),
        sector,
        duty: duty.trim(),
      }),
    remove: organisation && ((save) => save('people:removeOrganisation', { id: organisation.id })),
    onClose,
  });

  return (
    <FormDialog
      title={organisation ? 'Details of this organisation' : 'Add organisation'}
      size="small"
      saveLabel={organisation ? 'Save' : 'Add organisation'}
      {...frame}
    >
      <TextField
        label="Name"
        value={draft.name}
        maxLength={160}
        error={nameError}
        onChange={(name) => change({ name })}
      />
      <Select
        label="Sector"
        hint="Counts for its people who have none of their own."
        value={draft.sector ?? none}
        options={[
          { value: none, label: 'Not known' },
          ...SECTORS.map((one) => ({ value: one as string, label: SECTOR_LABELS[one] })),
        ]}
        onChange={(value) => change({ sector: SECTORS.find((one) => one === value) ?? null })}
      />
      <TextField
        label="Its duty to take part"
        hint="Such as: Children and Families Act 2014, section 28"
        optional
        value={draft.duty}
        maxLength={400}
        onChange={(duty) => change({ duty })}
      />
    </FormDialog>
  );
}
