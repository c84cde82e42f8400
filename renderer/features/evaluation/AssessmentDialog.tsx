import { useState } from 'react';
import type { Criterion } from '../../../shared/domain/engagement.ts';
import {
  type AssessedBy,
  type Assessment,
  assessedByLabels,
  assessmentParts,
  ratingLabels,
  standingLabels,
} from '../../../shared/domain/evaluation.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import type { EvaluationView } from '../../../shared/ipc/evaluation.ts';
import { useSaving } from '../../state/useSaving.ts';
import { choicesOf } from '../../ui/choices.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { assessmentOf, blankAssessment, criterionTitle } from './evaluation-words.ts';
import { Indicators } from './Indicators.tsx';
import { WhatIsKnown } from './WhatIsKnown.tsx';

type Draft = Omit<Assessment, 'id' | 'updatedAt' | 'criterionId'>;

/** What each party says under one criterion, beside what was heard and what is held. */
export function AssessmentDialog({
  criterion,
  view,
  startBy = 'partnership',
  onClose,
}: {
  readonly criterion: Criterion;
  readonly view: EvaluationView;
  readonly startBy?: AssessedBy;
  readonly onClose: () => void;
}) {
  const { failure, save } = useSaving();
  const [by, setBy] = useState<AssessedBy>(startBy);
  const [drafts, setDrafts] = useState<Readonly<Partial<Record<AssessedBy, Draft>>>>({});
  const draft = drafts[by] ?? draftOf(view, criterion, by);
  const change = (patch: Partial<Draft>) => setDrafts({ ...drafts, [by]: { ...draft, ...patch } });

  async function submit() {
    const said = Object.values(drafts);
    if (said.length === 0 || (await save('evaluation:saveAssessments', { criterionId: criterion.id, said })))
      onClose();
  }

  return (
    <FormDialog
      size="wide"
      title={criterionTitle(criterion)}
      problem={failure && sentenceFor(failure)}
      onSave={() => void submit()}
      onClose={onClose}
    >
      <Segmented label="Assessed by" options={choicesOf(assessedByLabels)} value={by} onChange={setBy} />
      <div className="form-grid">
        <Select
          label="Stands as"
          value={draft.standing}
          options={choicesOf(standingLabels)}
          onChange={(standing) => change({ standing })}
        />
        <Select
          label="Rating"
          value={draft.rating}
          options={choicesOf(ratingLabels)}
          onChange={(rating) => change({ rating })}
        />
      </div>
      <TextField
        label="Why this rating"
        optional
        value={draft.ratingReason}
        maxLength={1000}
        onChange={(ratingReason) => change({ ratingReason })}
      />
      {assessmentParts.map(([key, label]) => (
        <TextArea
          key={key}
          label={label}
          optional
          rows={3}
          maxLength={6000}
          value={draft[key]}
          onChange={(words) => change({ [key]: words })}
        />
      ))}
      <TextArea
        label="Notes for ourselves"
        optional
        hint="Never in an export or a version."
        rows={2}
        maxLength={6000}
        value={draft.internalNotes}
        onChange={(internalNotes) => change({ internalNotes })}
      />
      <Indicators criterion={criterion} />
      <WhatIsKnown criterion={criterion} view={view} />
    </FormDialog>
  );
}

function draftOf(view: EvaluationView, criterion: Criterion, by: AssessedBy): Draft {
  const known = assessmentOf(view.assessments, criterion.id, by);
  if (!known) return blankAssessment(by);
  const { id: _, updatedAt: __, criterionId: ___, ...fields } = known;
  return fields;
}
