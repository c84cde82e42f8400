import { type Resource, resourceKindLabels } from '../../../shared/domain/governance/register.ts';
import { DayField } from '../../people/DayField.tsx';
import { useRecordForm } from '../../state/useRecordForm.ts';
import { choicesOf } from '../../ui/choices.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';

const blank: Omit<Resource, 'id'> = {
  ...{ kind: 'help', title: '', from: '', pounds: null, startsOn: null, endsOn: null, note: '' },
};

/** Adds help from outside, money or a risk to it, or changes it. */
export function ResourceDialog({
  resource,
  onClose,
}: {
  readonly resource: Resource | null;
  readonly onClose: () => void;
}) {
  const { draft, change, lacks, dialog } = useRecordForm({
    titles: ['Resource', 'Add resource'],
    row: resource,
    blank,
    isWhole: ({ title }) => title.trim() !== '',
    onSave: (save, row) => save('governance:saveResource', row),
    onRemove: (save, id) => save('governance:removeResource', { id }),
    onClose,
  });
  return (
    <FormDialog {...dialog}>
      <TextField
        label="What"
        value={draft.title}
        maxLength={200}
        error={lacks(draft.title.trim() === '', 'Say what it is.')}
        onChange={(title) => change({ title })}
      />
      <div className="form-grid">
        <Select
          label="Kind"
          value={draft.kind}
          options={choicesOf(resourceKindLabels)}
          onChange={(kind) => change({ kind })}
        />
        <TextField
          label="From or to"
          optional
          value={draft.from}
          maxLength={160}
          onChange={(from) => change({ from })}
        />
        <NumberField
          label="Amount"
          optional
          suffix="pounds"
          max={1_000_000_000}
          value={draft.pounds}
          onChange={(pounds) => change({ pounds })}
        />
        <DayField
          label="Starts"
          optional
          value={draft.startsOn}
          onChange={(startsOn) => change({ startsOn })}
        />
        <DayField label="Ends" optional value={draft.endsOn} onChange={(endsOn) => change({ endsOn })} />
      </div>
      <TextArea
        label="Note"
        optional
        rows={2}
        maxLength={2000}
        value={draft.note}
        onChange={(note) => change({ note })}
      />
    </FormDialog>
  );
}
