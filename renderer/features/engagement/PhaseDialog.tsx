import type { DatedPhase } from '../../../shared/ipc/engagement.ts';
import { DayField } from '../../people/DayField.tsx';
import { useRecordForm } from '../../state/useRecordForm.ts';
import { Button } from '../../ui/Button.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';

type Row = Pick<DatedPhase, 'id' | 'title' | 'summary' | 'basis' | 'fromDate' | 'toDate'> & {
  readonly fromOffset: number | null;
  readonly toOffset: number | null;
};

const blank: Omit<Row, 'id'> = {
  ...{ title: '', summary: '', fromOffset: 0, toOffset: 0, basis: 'working', fromDate: null, toDate: null },
};

/** Adds a phase, or changes how one is counted or the dates typed over it. */
export function PhaseDialog({
  phase,
  anchorLabel,
  onClose,
}: {
  readonly phase: DatedPhase | null;
  /** What the one date is called. */
  readonly anchorLabel: string;
  readonly onClose: () => void;
}) {
  const { draft, change, lacks, dialog } = useRecordForm<Row>({
    titles: [phase?.title ?? '', 'Add phase'],
    row: phase,
    blank,
    isWhole: ({ title, fromOffset, toOffset }) =>
      title.trim() !== '' && fromOffset !== null && toOffset !== null,
    onSave: (save, { id, title, summary, fromOffset, toOffset, basis, fromDate, toDate }) =>
      save('engagement:savePhase', {
        ...{ id, title, summary, basis, fromDate, toDate },
        // The form is whole.
        ...{ fromOffset: fromOffset ?? 0, toOffset: toOffset ?? 0 },
      }),
    onRemove: (save, id) => save('engagement:removePhase', { id }),
    onClose,
  });
  const unit = draft.basis === 'working' ? 'working days' : 'days';

  return (
    <FormDialog
      {...dialog}
      fact={phase?.working ?? ''}
      onRemove={null}
      extra={
        dialog.onRemove && (
          <Button
            kind="quiet"
            tone="bad"
            unavailable={phase?.isOnSite && 'The timetable takes its days from it.'}
            hideReason
            onClick={dialog.onRemove}
          >
            Remove
          </Button>
        )
      }
    >
      <TextField
        label="Phase"
        value={draft.title}
        error={lacks(draft.title.trim() === '', 'Name the phase.')}
        maxLength={120}
        onChange={(title) => change({ title })}
      />
      <Select
        label="Counted in"
        value={draft.basis}
        options={[
          { value: 'working', label: 'Working days' },
          { value: 'calendar', label: 'Days of the calendar' },
        ]}
        onChange={(basis) => change({ basis })}
      />
      <div className="form-grid">
        <NumberField
          label="Starts after"
          hint={`From the date of the ${lowerFirst(anchorLabel)}. A minus counts back.`}
          value={draft.fromOffset}
          min={-400}
          max={2000}
          suffix={unit}
          error={lacks(draft.fromOffset === null, 'Enter a number.')}
          onChange={(fromOffset) => change({ fromOffset })}
        />
        <NumberField
          label="Ends after"
          hint="Its last day, counted in the same way."
          value={draft.toOffset}
          min={-400}
          max={2000}
          suffix={unit}
          error={lacks(draft.toOffset === null, 'Enter a number.')}
          onChange={(toOffset) => change({ toOffset })}
        />
        <DayField
          label="First day, set by hand"
          hint="Left empty, it is counted."
          optional
          value={draft.fromDate}
          onChange={(fromDate) => change({ fromDate })}
        />
        <DayField
          label="Last day, set by hand"
          hint="Left empty, it is counted."
          optional
          value={draft.toDate}
          onChange={(toDate) => change({ toDate })}
        />
      </div>
      <TextField
        label="What happens"
        optional
        value={draft.summary}
        maxLength={1000}
        onChange={(summary) => change({ summary })}
      />
    </FormDialog>
  );
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
