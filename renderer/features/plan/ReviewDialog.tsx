import { type Review, reviewKindLabels } from '../../../shared/domain/review.ts';
import { DayField } from '../../people/DayField.tsx';
import { DocumentField } from '../../people/DocumentField.tsx';
import { useRecordForm } from '../../state/useRecordForm.ts';
import { choicesOf } from '../../ui/choices.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';

const blank: Omit<Review, 'id'> = {
  ...{ kind: 'inspection', title: '', by: '', from: null, to: null, outcome: '', documentId: null },
  ...{ revisitOn: null, revisitResult: '', benchmark: '' },
};

/** Adds an earlier inspection or review, or changes it. */
export function ReviewDialog({
  review,
  onClose,
}: {
  readonly review: Review | null;
  readonly onClose: () => void;
}) {
  const { draft, change, lacks, dialog } = useRecordForm({
    titles: ['Earlier review', 'Add review'],
    row: review,
    blank,
    isWhole: ({ title }) => title.trim() !== '',
    onSave: (save, row) => save('plan:saveReview', row),
    onRemove: (save, id) => save('plan:removeReview', { id }),
    onClose,
  });
  return (
    <FormDialog {...dialog}>
      <TextField
        label="Which"
        hint="Such as: Area inspection, 2019"
        value={draft.title}
        maxLength={200}
        error={lacks(draft.title.trim() === '', 'Say which it was.')}
        onChange={(title) => change({ title })}
      />
      <div className="form-grid">
        <Select
          label="Kind"
          value={draft.kind}
          options={choicesOf(reviewKindLabels)}
          onChange={(kind) => change({ kind })}
        />
        <TextField label="By" optional value={draft.by} maxLength={200} onChange={(by) => change({ by })} />
        <DayField label="First day" optional value={draft.from} onChange={(from) => change({ from })} />
        <DayField label="Last day" optional value={draft.to} onChange={(to) => change({ to })} />
      </div>
      <TextArea
        label="Outcome"
        optional
        rows={2}
        maxLength={1000}
        value={draft.outcome}
        onChange={(outcome) => change({ outcome })}
      />
      <DocumentField
        label="Report"
        optional
        hint="A document of the evidence"
        value={draft.documentId}
        onChange={(documentId) => change({ documentId })}
      />
      <div className="form-grid">
        <DayField
          label="They came back"
          optional
          value={draft.revisitOn}
          onChange={(revisitOn) => change({ revisitOn })}
        />
        <TextField
          label="And said"
          optional
          value={draft.revisitResult}
          maxLength={1000}
          onChange={(revisitResult) => change({ revisitResult })}
        />
      </div>
      <TextField
        label="How others fared"
        optional
        hint="Such as: seven of eight in the region had to write a statement of action"
        value={draft.benchmark}
        maxLength={1000}
        onChange={(benchmark) => change({ benchmark })}
      />
    </FormDialog>
  );
}
