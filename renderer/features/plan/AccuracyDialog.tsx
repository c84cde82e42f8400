import { useState } from 'react';
import { AccuracyPoint, answerLabels } from '../../../shared/domain/plan.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import { useSaving } from '../../state/useSaving.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';

const blank: Omit<AccuracyPoint, 'id'> = {
  ...{ paragraph: '', theySay: '', weSay: '', shownBy: '', answer: 'waiting' },
};

/** Adds what we say of a paragraph, or the answer to it. */
export function AccuracyDialog({
  point,
  onClose,
}: {
  readonly point: AccuracyPoint | null;
  readonly onClose: () => void;
}) {
  const { failure, save } = useSaving();
  const [draft, setDraft] = useState<Omit<AccuracyPoint, 'id'>>(point ?? blank);
  const [isTried, setTried] = useState(false);
  const change = (patch: Partial<AccuracyPoint>) => setDraft({ ...draft, ...patch });
  const isMissing = (words: string) => isTried && words.trim() === '';

  async function submit() {
    setTried(true);
    if ([draft.paragraph, draft.theySay, draft.weSay].some((words) => words.trim() === '')) return;
    if (await save('plan:saveAccuracyPoint', { ...draft, id: point?.id ?? null })) onClose();
  }

  async function remove() {
    if (point && (await save('plan:removeAccuracyPoint', { id: point.id }))) onClose();
  }

  return (
    <FormDialog
      title={point ? 'Point of accuracy' : 'Add point'}
      saveLabel={point ? 'Save' : 'Add point'}
      problem={failure && sentenceFor(failure)}
      onRemove={point && (() => void remove())}
      onSave={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label="Paragraph"
        value={draft.paragraph}
        maxLength={40}
        error={isMissing(draft.paragraph) ? 'Enter the paragraph.' : null}
        onChange={(paragraph) => change({ paragraph })}
      />
      <TextArea
        label="What it says"
        rows={2}
        maxLength={2000}
        value={draft.theySay}
        error={isMissing(draft.theySay) ? 'Write what the draft says.' : null}
        onChange={(theySay) => change({ theySay })}
      />
      <TextArea
        label="What we say"
        rows={2}
        maxLength={2000}
        value={draft.weSay}
        error={isMissing(draft.weSay) ? 'Write what is accurate.' : null}
        onChange={(weSay) => change({ weSay })}
      />
      <TextField
        label="What shows it"
        optional
        value={draft.shownBy}
        maxLength={1000}
        onChange={(shownBy) => change({ shownBy })}
      />
      <Select
        label="Answer"
        value={draft.answer}
        options={AccuracyPoint.shape.answer.options.map((value) => ({ value, label: answerLabels[value] }))}
        onChange={(answer) => change({ answer })}
      />
    </FormDialog>
  );
}
