import { useState } from 'react';
import type { Criterion } from '../../../shared/domain/engagement.ts';
import {
  Contribution,
  type ContributorGroup,
  contributionStateLabels,
  contributorGroupLabels,
} from '../../../shared/domain/evaluation.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import { useSaving } from '../../state/useSaving.ts';
import { choicesOf } from '../../ui/choices.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { criterionTitle } from './evaluation-words.ts';

/** Adds a comment, or says what became of one. */
export function ContributionDialog({
  contribution,
  criteria,
  onClose,
}: {
  readonly contribution: Contribution | null;
  readonly criteria: readonly Criterion[];
  readonly onClose: () => void;
}) {
  const { failure, save } = useSaving();
  const [criterionId, setCriterionId] = useState(contribution?.criterionId ?? criteria[0]?.id ?? null);
  const [group, setGroup] = useState<ContributorGroup>(contribution?.group ?? 'elected-member');
  const [saidBy, setSaidBy] = useState(contribution?.saidBy ?? '');
  const [text, setText] = useState(contribution?.text ?? '');
  const [state, setState] = useState<Contribution['state']>(contribution?.state ?? 'open');
  const [reply, setReply] = useState(contribution?.reply ?? '');
  const [isTried, setTried] = useState(false);

  async function submit() {
    setTried(true);
    if (text.trim() === '' || criterionId === null) return;
    const id = contribution?.id ?? null;
    if (await save('evaluation:saveContribution', { id, criterionId, group, saidBy, text, state, reply }))
      onClose();
  }

  async function remove() {
    if (contribution && (await save('evaluation:removeContribution', { id: contribution.id }))) onClose();
  }

  return (
    <FormDialog
      title={contribution ? 'Contribution' : 'Add contribution'}
      saveLabel={contribution ? 'Save' : 'Add contribution'}
      problem={failure && sentenceFor(failure)}
      onRemove={contribution && (() => void remove())}
      onSave={() => void submit()}
      onClose={onClose}
    >
      <TextArea
        label="What was said"
        value={text}
        maxLength={4000}
        error={isTried && text.trim() === '' ? 'Write what was said.' : null}
        onChange={setText}
      />
      <div className="form-grid">
        <Select
          label="Said by"
          value={group}
          options={choicesOf(contributorGroupLabels)}
          onChange={setGroup}
        />
        <TextField
          label="Role"
          optional
          hint="Such as: lead member, forum chair"
          value={saidBy}
          maxLength={160}
          onChange={setSaidBy}
        />
      </div>
      <Select
        label="About"
        value={criterionId as string | null}
        options={criteria.map((one) => ({ value: one.id as string, label: criterionTitle(one) }))}
        onChange={(id) => setCriterionId(criteria.find((one) => one.id === id)?.id ?? null)}
      />
      <Select
        label="What became of it"
        value={state}
        options={Contribution.shape.state.options.map((value) => ({
          value,
          label: contributionStateLabels[value],
        }))}
        onChange={setState}
      />
      <TextField label="Reply" optional value={reply} maxLength={1000} onChange={setReply} />
    </FormDialog>
  );
}
