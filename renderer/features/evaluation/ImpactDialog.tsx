import { useState } from 'react';
import type { Criterion } from '../../../shared/domain/engagement.ts';
import { type Impact, type OutcomeGroup, outcomeGroupLabels } from '../../../shared/domain/evaluation.ts';
import { IsoDate } from '../../../shared/domain/time.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import { DayField } from '../../people/DayField.tsx';
import { useSaving } from '../../state/useSaving.ts';
import { choicesOf } from '../../ui/choices.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { criterionTitle } from './evaluation-words.ts';

const none = '';

/** Adds a change that children have felt, or changes one. */
export function ImpactDialog({
  impact,
  criteria,
  onClose,
}: {
  readonly impact: Impact | null;
  readonly criteria: readonly Criterion[];
  readonly onClose: () => void;
}) {
  const { failure, save } = useSaving();
  const [date, setDate] = useState<string | null>(impact?.date ?? null);
  const [title, setTitle] = useState(impact?.title ?? '');
  const [group, setGroup] = useState<OutcomeGroup>(impact?.group ?? 'all');
  const [criterionId, setCriterionId] = useState(impact?.criterionId ?? null);
  const [shownBy, setShownBy] = useState(impact?.shownBy ?? '');
  const [isTried, setTried] = useState(false);

  async function submit() {
    setTried(true);
    if (title.trim() === '' || date === null) return;
    const fields = { date: IsoDate.parse(date), title, group, criterionId, shownBy };
    if (await save('evaluation:saveImpact', { id: impact?.id ?? null, ...fields })) onClose();
  }

  async function remove() {
    if (impact && (await save('evaluation:removeImpact', { id: impact.id }))) onClose();
  }

  return (
    <FormDialog
      title={impact ? 'What changed' : 'Add change'}
      saveLabel={impact ? 'Save' : 'Add change'}
      problem={failure && sentenceFor(failure)}
      onRemove={impact && (() => void remove())}
      onSave={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label="What is different for children"
        value={title}
        maxLength={300}
        error={isTried && title.trim() === '' ? 'Say what is different.' : null}
        onChange={setTitle}
      />
      <div className="form-grid">
        <DayField
          label="Since when"
          value={date}
          error={isTried && date === null ? 'Enter the day.' : null}
          onChange={setDate}
        />
        <Select label="For whom" value={group} options={choicesOf(outcomeGroupLabels)} onChange={setGroup} />
      </div>
      <TextField
        label="What shows it"
        optional
        hint="A measure before and after, a survey, an audit"
        value={shownBy}
        maxLength={1000}
        onChange={setShownBy}
      />
      <Select
        label="Under"
        value={(criterionId ?? none) as string}
        options={[
          { value: none, label: 'No one criterion' },
          ...criteria.map((one) => ({ value: one.id as string, label: criterionTitle(one) })),
        ]}
        onChange={(id) => setCriterionId(criteria.find((one) => one.id === id)?.id ?? null)}
      />
    </FormDialog>
  );
}
