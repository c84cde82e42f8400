import { type VoiceRecord, voiceKindLabels } from '../../../shared/domain/voice.ts';
import { CriterionField } from '../../people/CriterionField.tsx';
import { DayField } from '../../people/DayField.tsx';
import { DocumentField } from '../../people/DocumentField.tsx';
import { useRecordForm } from '../../state/useRecordForm.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { choicesOf } from '../../ui/choices.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';

const blank: Omit<VoiceRecord, 'id'> = {
  ...{ kind: 'consultation', title: '', from: null, to: null, count: null, upheld: null, shows: '' },
  ...{ learnt: '', documentId: null, criterionId: null, isInternal: false },
};

/** Adds what we were told over a period, or changes it. */
export function RecordDialog({
  record,
  onClose,
}: {
  readonly record: VoiceRecord | null;
  readonly onClose: () => void;
}) {
  const { draft, change, lacks, dialog } = useRecordForm({
    titles: ['Record', 'Add record'],
    row: record,
    blank,
    isWhole: ({ title }) => title.trim() !== '',
    onSave: (save, row) => save('voice:saveVoiceRecord', row),
    onRemove: (save, id) => save('voice:removeVoiceRecord', { id }),
    onClose,
  });
  return (
    <FormDialog {...dialog}>
      <TextField
        label="What"
        hint="Numbers and themes; nobody’s name"
        value={draft.title}
        maxLength={200}
        error={lacks(draft.title.trim() === '', 'Say what it is.')}
        onChange={(title) => change({ title })}
      />
      <div className="form-grid">
        <Select
          label="Kind"
          value={draft.kind}
          options={choicesOf(voiceKindLabels)}
          onChange={(kind) => change({ kind })}
        />
        <CriterionField
          label="Under"
          value={draft.criterionId}
          onChange={(criterionId) => change({ criterionId })}
        />
        <DayField label="From" optional value={draft.from} onChange={(from) => change({ from })} />
        <DayField label="To" optional value={draft.to} onChange={(to) => change({ to })} />
        <NumberField label="How many" optional value={draft.count} onChange={(count) => change({ count })} />
        <NumberField
          label="Upheld or settled"
          optional
          value={draft.upheld}
          onChange={(upheld) => change({ upheld })}
        />
      </div>
      <TextArea
        label="What it shows"
        optional
        rows={2}
        maxLength={2000}
        value={draft.shows}
        onChange={(shows) => change({ shows })}
      />
      <TextArea
        label="What we learnt"
        optional
        rows={2}
        maxLength={2000}
        value={draft.learnt}
        onChange={(learnt) => change({ learnt })}
      />
      <DocumentField
        label="Document"
        optional
        value={draft.documentId}
        onChange={(documentId) => change({ documentId })}
      />
      <Checkbox
        label="For ourselves"
        hint="It leaves in no export."
        isChecked={draft.isInternal}
        onChange={(isInternal) => change({ isInternal })}
      />
    </FormDialog>
  );
}
