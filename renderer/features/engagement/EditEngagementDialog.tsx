import { useState } from 'react';
import { sentenceFor } from '../../../shared/errors.ts';
import type { EngagementView } from '../../../shared/ipc/engagement.ts';
import { ClockField } from '../../people/ClockField.tsx';
import { DayField } from '../../people/DayField.tsx';
import { useStore } from '../../state/store.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** Changes the engagement's own facts; moving its one date moves every date that was not typed in by hand. */
export function EditEngagementDialog({
  view,
  onClose,
}: {
  readonly view: EngagementView;
  readonly onClose: () => void;
}) {
  const act = useStore((state) => state.act);
  const [draft, setDraft] = useState(view.engagement);
  const [problem, setProblem] = useState<string | null>(null);

  async function save() {
    const { title, council, anchorDate, expectedIn, marking, dayStart, dayEnd, outcomeCode } = draft;
    let isSaved = true;
    await act(
      'engagement:editEngagement',
      { title, council, anchorDate, expectedIn, marking, dayStart, dayEnd, outcomeCode },
      (failure) => {
        isSaved = false;
        setProblem(sentenceFor(failure));
      },
    );
    if (isSaved) onClose();
  }

  return (
    <FormDialog title="Change the engagement" problem={problem} onSave={() => void save()} onClose={onClose}>
      <TextField label="Title" value={draft.title} onChange={(title) => setDraft({ ...draft, title })} />
      <div className="form-grid">
        <TextField
          label="Council or area"
          value={draft.council}
          onChange={(council) => setDraft({ ...draft, council })}
        />
        <DayField
          label={view.anchorLabel}
          optional
          value={draft.anchorDate}
          onChange={(anchorDate) => setDraft({ ...draft, anchorDate })}
        />
        {draft.anchorDate === null && (
          <TextField
            label="Expected in"
            hint="Such as: March 2027"
            optional
            value={draft.expectedIn}
            maxLength={60}
            onChange={(expectedIn) => setDraft({ ...draft, expectedIn })}
          />
        )}
        <ClockField
          label="The day starts"
          value={draft.dayStart}
          onChange={(dayStart) => dayStart !== null && setDraft({ ...draft, dayStart })}
        />
        <ClockField
          label="The day ends"
          value={draft.dayEnd}
          onChange={(dayEnd) => dayEnd !== null && setDraft({ ...draft, dayEnd })}
        />
        <TextField
          label="Protective marking"
          hint="On every page and pack that leaves the app."
          value={draft.marking}
          onChange={(marking) => setDraft({ ...draft, marking })}
        />
        {view.outcomes.length > 0 && (
          <Select
            label="Outcome"
            hint="Sets which follow-up dates are shown."
            value={draft.outcomeCode}
            options={[
              { value: '', label: 'Not known yet' },
              ...view.outcomes.map((outcome) => ({ value: outcome.code, label: outcome.title })),
            ]}
            onChange={(outcomeCode) => setDraft({ ...draft, outcomeCode })}
          />
        )}
      </div>
    </FormDialog>
  );
}
