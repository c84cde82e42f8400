import { useState } from 'react';
import { lacksReason, Repeats, repeatsLabels } from '../../shared/domain/engagement.ts';
import { formatDayLong, parseDate } from '../../shared/domain/time.ts';
import { sentenceFor } from '../../shared/errors.ts';
import type { DatedDeadline, EngagementView } from '../../shared/ipc/engagement.ts';
import { useSaving } from '../state/useSaving.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { DateField } from '../ui/DateField.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { NumberField } from '../ui/NumberField.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';

type Draft = Pick<
  DatedDeadline,
  'title' | 'offset' | 'basis' | 'countedFrom' | 'date' | 'isDone' | 'repeats' | 'reason'
>;

const newDeadline: Draft = {
  title: '',
  offset: null,
  basis: 'working',
  countedFrom: 'anchor',
  date: null,
  isDone: false,
  repeats: 'once',
  reason: '',
};

/** Adds a deadline, or changes how one is counted or the date typed over it. */
export function DeadlineDialog({
  deadline,
  view,
  onClose,
}: {
  readonly deadline: DatedDeadline | null;
  readonly view: EngagementView;
  readonly onClose: () => void;
}) {
  const { failure, save } = useSaving();
  const [draft, setDraft] = useState<Draft>(deadline ?? newDeadline);
  const [isTried, setTried] = useState(false);
  const change = (patch: Partial<Draft>) => setDraft({ ...draft, ...patch });

  const isReasonLacking = deadline !== null && lacksReason(deadline, draft);
  const needsReason = deadline !== null && lacksReason(deadline, { ...draft, reason: '' });

  async function submit() {
    setTried(true);
    const { title, offset, basis, countedFrom, date, isDone, repeats, reason } = draft;
    if (title.trim() === '' || isReasonLacking) return;
    const id = deadline?.id ?? null;
    const fields = { title, offset, basis, countedFrom, date, isDone, repeats, reason };
    if (await save('engagement:saveDeadline', { id, ...fields })) onClose();
  }

  async function remove() {
    if (deadline && (await save('engagement:removeDeadline', { id: deadline.id }))) onClose();
  }

  return (
    <FormDialog
      title={deadline?.title ?? 'Add deadline'}
      fact={deadline?.working ?? ''}
      problem={failure && sentenceFor(failure)}
      saveLabel={deadline ? 'Save' : 'Add deadline'}
      onRemove={deadline && (() => void remove())}
      onSave={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label="What"
        value={draft.title}
        error={isTried && draft.title.trim() === '' ? 'Say what is due.' : null}
        maxLength={200}
        onChange={(title) => change({ title })}
      />
      <div className="form-grid">
        <NumberField
          label="How long after"
          hint="A minus counts back."
          optional
          value={draft.offset}
          min={-400}
          max={2000}
          onChange={(offset) => change({ offset })}
        />
        <Select
          label="Counted in"
          value={draft.basis}
          options={[
            { value: 'working', label: 'Working days' },
            { value: 'calendar', label: 'Days of the calendar' },
            { value: 'months', label: 'Months' },
          ]}
          onChange={(basis) => change({ basis })}
        />
        <Select
          label="Counted from"
          value={draft.countedFrom}
          options={[
            { value: 'anchor', label: view.anchorLabel },
            { value: 'site-start', label: 'First day on site' },
            { value: 'site-end', label: 'Last day on site' },
            ...view.events.map((event) => ({
              value: event.id as string,
              label: event.title.charAt(0).toUpperCase() + event.title.slice(1),
            })),
          ]}
          onChange={(countedFrom) => change({ countedFrom })}
        />
        <DateField
          label="Date, set by hand"
          hint="Left empty, it is counted."
          optional
          value={draft.date}
          onChange={(date) => change({ date })}
          parse={parseDate}
          format={formatDayLong}
        />
        <Select
          label="Comes round again"
          value={draft.repeats}
          options={Repeats.options.map((value) => ({ value, label: repeatsLabels[value] }))}
          onChange={(repeats) => change({ repeats })}
        />
        <TextField
          label="Why it differs"
          hint="From what was counted; shown beside its source."
          optional={!needsReason}
          error={isTried && isReasonLacking ? 'Say why its date is not the one that was counted.' : null}
          value={draft.reason}
          maxLength={500}
          onChange={(reason) => change({ reason })}
        />
      </div>
      <Checkbox label="Done" isChecked={draft.isDone} onChange={(isDone) => change({ isDone })} />
    </FormDialog>
  );
}
