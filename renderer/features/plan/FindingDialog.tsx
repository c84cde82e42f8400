import { useState } from 'react';
import { type Finding, findingKindLabels } from '../../../shared/domain/plan.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import type { PlanView } from '../../../shared/ipc/plan.ts';
import { CriterionField } from '../../people/CriterionField.tsx';
import { DayField } from '../../people/DayField.tsx';
import { useNames } from '../../people/useNames.ts';
import { useRecordForm } from '../../state/useRecordForm.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { choicesOf } from '../../ui/choices.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { FindingProgressList } from './FindingProgressList.tsx';

const thisOne = '';

const blank: Omit<Finding, 'id'> = {
  ...{ kind: 'recommendation', text: '', headings: [], from: '', on: null },
  ...{ progress: '', isResolved: false, reviewId: null, criterionId: null, isEmbargoed: false },
};

/** Adds a finding, or says what has become of one. */
export function FindingDialog({
  finding,
  view,
  today,
  onClose,
}: {
  readonly finding: Finding | null;
  readonly view: PlanView;
  readonly today: IsoDate;
  readonly onClose: () => void;
}) {
  const names = useNames();
  const [headings, setHeadings] = useState((finding?.headings ?? []).join('; '));
  const { draft, change, lacks, dialog } = useRecordForm({
    titles: ['Finding', 'Add finding'],
    row: finding,
    blank,
    isWhole: ({ text }) => text.trim() !== '',
    onSave: (save, row) => save('plan:saveFinding', { ...row, headings: parted(headings) }),
    onRemove: (save, id) => save('plan:removeFinding', { id }),
    onClose,
  });

  return (
    <FormDialog {...dialog}>
      <TextArea
        label="What was found"
        rows={3}
        maxLength={2000}
        value={draft.text}
        error={lacks(draft.text.trim() === '', 'Write what was found.')}
        onChange={(text) => change({ text })}
      />
      <div className="form-grid">
        <Select
          label="Kind"
          value={draft.kind}
          options={choicesOf(findingKindLabels)}
          onChange={(kind) => change({ kind })}
        />
        <DayField label="Found on" optional value={draft.on} onChange={(on) => change({ on })} />
      </div>
      <div className="form-grid">
        <Select
          label="From"
          value={(draft.reviewId ?? thisOne) as string}
          options={[
            { value: thisOne, label: 'This engagement' },
            ...view.reviews.map(({ id, title }) => ({
              value: id as string,
              label: names.withoutNames(title),
            })),
          ]}
          onChange={(id) => change({ reviewId: view.reviews.find((one) => one.id === id)?.id ?? null })}
        />
        <TextField
          label="Where it says so"
          optional
          value={draft.from}
          maxLength={200}
          onChange={(from) => change({ from })}
        />
      </div>
      <CriterionField
        label="Under"
        value={draft.criterionId}
        onChange={(criterionId) => change({ criterionId })}
      />
      <TextField
        label="Headings"
        optional
        hint="Parted by semicolons; it stands under each without being copied."
        value={headings}
        maxLength={1000}
        onChange={setHeadings}
      />
      <TextArea
        label="Where it stands"
        optional
        rows={2}
        maxLength={2000}
        value={draft.progress}
        onChange={(progress) => change({ progress })}
      />
      <Checkbox
        label="Resolved"
        isChecked={draft.isResolved}
        onChange={(isResolved) => change({ isResolved })}
      />
      <Checkbox
        label="Under embargo"
        hint="It leaves in no export, and nor do actions that answer it, until the report is published."
        isChecked={draft.isEmbargoed}
        onChange={(isEmbargoed) => change({ isEmbargoed })}
      />
      {finding && <FindingProgressList findingId={finding.id} view={view} today={today} />}
    </FormDialog>
  );
}

/** What was typed between semicolons, each once. */
const parted = (typed: string): string[] => [
  ...new Set(
    typed
      .split(';')
      .map((one) => one.trim())
      .filter(Boolean),
  ),
];
