import { lacksReason, repeatsLabels } from '../../shared/domain/engagement.ts';
import type { DatedDeadline, EngagementView } from '../../shared/ipc/engagement.ts';
import { useRecordForm } from '../state/useRecordForm.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { choicesOf } from '../ui/choices.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { NumberField } from '../ui/NumberField.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { DayField } from './DayField.tsx';

type Row = Pick<
  DatedDeadline,
  'id' | 'title' | 'offset' | 'basis' | 'countedFrom' | 'date' | 'isDone' | 'repeats' | 'reason'
>;

const blank: Omit<Row, 'id'> = {
  ...{ title: '', offset: null, basis: 'working', countedFrom: 'anchor', date: null, isDone: false },
  ...{ repeats: 'once', reason: '' },
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
  const isReasonLacking = (typed: Omit<Row, 'id'>) => deadline !== null && lacksReason(deadline, typed);
  const { draft, change, lacks, dialog } = useRecordForm<Row>({
    titles: [deadline?.title ?? '', 'Add deadline'],
    row: deadline,
    blank,
    isWhole: (typed) => typed.title.trim() !== '' && !isReasonLacking(typed),
    onSave: (save, { id, title, offset, basis, countedFrom, date, isDone, repeats, reason }) =>
      save('engagement:saveDeadline', {
        ...{ id, title, offset, basis, countedFrom, date, isDone, repeats, reason },
      }),
    onRemove: (save, id) => save('engagement:removeDeadline', { id }),
    onClose,
  });

  return (
    <FormDialog {...dialog} fact={deadline?.working ?? ''}>
      <TextField
        label="What"
        value={draft.title}
        error={lacks(draft.title.trim() === '', 'Say what is due.')}
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
        <DayField
          label="Date, set by hand"
          hint="Left empty, it is counted."
          optional
          value={draft.date}
          onChange={(date) => change({ date })}
        />
        <Select
          label="Comes round again"
          value={draft.repeats}
          options={choicesOf(repeatsLabels)}
          onChange={(repeats) => change({ repeats })}
        />
        <TextField
          label="Why it differs"
          hint="From what was counted; shown beside its source."
          optional={!isReasonLacking({ ...draft, reason: '' })}
          error={lacks(isReasonLacking(draft), 'Say why its date is not the one that was counted.')}
          value={draft.reason}
          maxLength={500}
          onChange={(reason) => change({ reason })}
        />
      </div>
      <Checkbox label="Done" isChecked={draft.isDone} onChange={(isDone) => change({ isDone })} />
    </FormDialog>
  );
}
