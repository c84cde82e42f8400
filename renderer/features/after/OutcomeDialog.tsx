import { useState } from 'react';
import { sentenceFor } from '../../../shared/errors.ts';
import type { EngagementView } from '../../../shared/ipc/engagement.ts';
import { DayField } from '../../people/DayField.tsx';
import { useSaving } from '../../state/useSaving.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';

/** Records what the engagement ended in; its follow-ups are then shown with their dates. */
export function OutcomeDialog({
  view,
  onClose,
}: {
  readonly view: EngagementView;
  readonly onClose: () => void;
}) {
  const { failure, save } = useSaving();
  const { outcomeCode, outcomeOn, outcomeNote } = view.engagement;
  const [draft, setDraft] = useState({ outcomeCode, outcomeOn, outcomeNote });
  const chosen = view.outcomes.find(({ code }) => code === draft.outcomeCode);

  async function submit() {
    if (await save('after:recordOutcome', draft)) onClose();
  }

  return (
    <FormDialog
      title="Record the outcome"
      problem={failure && sentenceFor(failure)}
      onSave={() => void submit()}
      onClose={onClose}
    >
      <div className="form-grid">
        <Select
          label="It ended in"
          value={draft.outcomeCode}
          hint={chosen?.summary}
          options={[
            { value: '', label: 'Not known yet' },
            ...view.outcomes.map(({ code, title }) => ({ value: code, label: title })),
          ]}
          onChange={(code) => setDraft({ ...draft, outcomeCode: code })}
        />
        <DayField
          label="Known since"
          optional
          value={draft.outcomeOn}
          onChange={(on) => setDraft({ ...draft, outcomeOn: on })}
        />
      </div>
      <TextArea
        label="In our words"
        optional
        rows={3}
        maxLength={2000}
        value={draft.outcomeNote}
        onChange={(note) => setDraft({ ...draft, outcomeNote: note })}
      />
    </FormDialog>
  );
}
