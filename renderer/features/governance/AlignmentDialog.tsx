import {
  type Alignment,
  alignmentKindLabels,
  alignmentStandingLabels,
} from '../../../shared/domain/governance/register.ts';
import { DocumentField } from '../../people/DocumentField.tsx';
import { useRecordForm } from '../../state/useRecordForm.ts';
import { choicesOf } from '../../ui/choices.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';

const blank: Omit<Alignment, 'id'> = {
  ...{
    kind: 'priority',
    title: '',
    owner: '',
    standing: 'unchecked',
    shownBy: '',
    documentId: null,
    note: '',
  },
};

/** Adds a priority, strategy, programme or pressure that our plans have to fit, or says whether they do. */
export function AlignmentDialog({
  alignment,
  onClose,
}: {
  readonly alignment: Alignment | null;
  readonly onClose: () => void;
}) {
  const { draft, change, lacks, dialog } = useRecordForm({
    titles: ['Priority', 'Add priority'],
    row: alignment,
    blank,
    isWhole: ({ title }) => title.trim() !== '',
    onSave: (save, row) => save('governance:saveAlignment', row),
    onRemove: (save, id) => save('governance:removeAlignment', { id }),
    onClose,
  });
  return (
    <FormDialog {...dialog}>
      <TextField
        label="Priority, strategy or programme"
        value={draft.title}
        maxLength={200}
        error={lacks(draft.title.trim() === '', 'Say which.')}
        onChange={(title) => change({ title })}
      />
      <div className="form-grid">
        <Select
          label="Kind"
          value={draft.kind}
          options={choicesOf(alignmentKindLabels)}
          onChange={(kind) => change({ kind })}
        />
        <TextField
          label="Whose"
          optional
          value={draft.owner}
          maxLength={160}
          onChange={(owner) => change({ owner })}
        />
        <Select
          label="Checked"
          value={draft.standing}
          options={choicesOf(alignmentStandingLabels)}
          onChange={(standing) => change({ standing })}
        />
        <DocumentField
          label="Document"
          optional
          value={draft.documentId}
          onChange={(documentId) => change({ documentId })}
        />
      </div>
      <TextField
        label="Where it shows"
        optional
        hint="The page or action of our plan that says how it fits"
        value={draft.shownBy}
        maxLength={1000}
        onChange={(shownBy) => change({ shownBy })}
      />
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
