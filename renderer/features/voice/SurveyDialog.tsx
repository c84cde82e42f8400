import { formatDayLong } from '../../../shared/domain/time-words.ts';
import { type Survey, surveyGroupLabels } from '../../../shared/domain/voice.ts';
import type { VoiceView } from '../../../shared/ipc/voice.ts';
import { ClockField } from '../../people/ClockField.tsx';
import { CriterionField } from '../../people/CriterionField.tsx';
import { DayField } from '../../people/DayField.tsx';
import { DocumentField } from '../../people/DocumentField.tsx';
import { useRecordForm } from '../../state/useRecordForm.ts';
import { choicesOf } from '../../ui/choices.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { SurveyLog } from './SurveyLog.tsx';

const blank: Omit<Survey, 'id'> = {
  ...{ title: '', group: 'parents-carers', opensOn: null, closesOn: null, closesAt: null, target: null },
  ...{ sentBy: '', documentId: null, criterionId: null, note: '' },
};

/** Adds a survey or changes it; for one that is there, also its log. */
export function SurveyDialog({
  survey,
  view,
  onClose,
}: {
  readonly survey: Survey | null;
  readonly view: VoiceView;
  readonly onClose: () => void;
}) {
  const { draft, change, lacks, dialog } = useRecordForm({
    titles: ['Survey', 'Add survey'],
    row: survey,
    blank,
    isWhole: ({ title }) => title.trim() !== '',
    onSave: (save, row) => save('voice:saveSurvey', row),
    onRemove: (save, id) => save('voice:removeSurvey', { id }),
    onClose,
  });
  return (
    <FormDialog {...dialog} fact={survey?.closesOn && `closes ${formatDayLong(survey.closesOn)}`}>
      <TextField
        label="Survey"
        value={draft.title}
        maxLength={200}
        error={lacks(draft.title.trim() === '', 'Say what it is called.')}
        onChange={(title) => change({ title })}
      />
      <div className="form-grid">
        <Select
          label="Who answers"
          value={draft.group}
          options={choicesOf(surveyGroupLabels)}
          onChange={(group) => change({ group })}
        />
        <NumberField
          label="Answers hoped for"
          optional
          min={1}
          max={1_000_000}
          value={draft.target}
          onChange={(target) => change({ target })}
        />
        <DayField label="Opens" optional value={draft.opensOn} onChange={(opensOn) => change({ opensOn })} />
        <DayField
          label="Closes"
          optional
          value={draft.closesOn}
          onChange={(closesOn) => change({ closesOn })}
        />
        <ClockField
          label="At"
          optional
          value={draft.closesAt}
          onChange={(closesAt) => change({ closesAt })}
        />
        <CriterionField
          label="Under"
          value={draft.criterionId}
          onChange={(criterionId) => change({ criterionId })}
        />
      </div>
      <TextField
        label="Sent by"
        optional
        hint="Who passes it on, and how"
        value={draft.sentBy}
        maxLength={300}
        onChange={(sentBy) => change({ sentBy })}
      />
      <DocumentField
        label="Results"
        optional
        hint="A document of the evidence"
        value={draft.documentId}
        onChange={(documentId) => change({ documentId })}
      />
      {survey && <SurveyLog surveyId={survey.id} log={view.log} />}
    </FormDialog>
  );
}
