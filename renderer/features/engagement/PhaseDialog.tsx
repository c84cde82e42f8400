import { useState } from 'react';
import { formatDayLong, parseDate } from '../../../shared/domain/time.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import type { DatedPhase } from '../../../shared/ipc/engagement.ts';
import { useSaving } from '../../state/useSaving.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';

const newPhase = {
  title: '',
  summary: '',
  fromOffset: 0,
  toOffset: 0,
  basis: 'working',
  fromDate: null,
  toDate: null,
} as const;

type Draft = Pick<DatedPhase, 'title' | 'summary' | 'basis' | 'fromDate' | 'toDate'> & {
  readonly fromOffset: number | null;
  readonly toOffset: number | null;
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
  const { failure, save } = useSaving();
  const [draft, setDraft] = useState<Draft>(phase ?? newPhase);
  const [isTried, setTried] = useState(false);
  const change = (patch: Partial<Draft>) => setDraft({ ...draft, ...patch });
  const unit = draft.basis === 'working' ? 'working days' : 'days';

  async function submit() {
    setTried(true);
    const { title, summary, fromOffset, toOffset, basis, fromDate, toDate } = draft;
    if (title.trim() === '' || fromOffset === null || toOffset === null) return;
    const saved = await save('engagement:savePhase', {
      id: phase?.id ?? null,
      ...{ title, summary, fromOffset, toOffset, basis, fromDate, toDate },
    });
    if (saved) onClose();
  }

  async function remove() {
    if (phase && (await save('engagement:removePhase', { id: phase.id }))) onClose();
  }

  return (
    <FormDialog
      title={phase?.title ?? 'Add phase'}
      fact={phase?.working ?? ''}
      problem={failure && sentenceFor(failure)}
      saveLabel={phase ? 'Save' : 'Add phase'}
      extra={
        phase && (
          <Button
            kind="quiet"
            tone="bad"
            unavailable={phase.isOnSite && 'The timetable takes its days from it.'}
            hideReason
            onClick={() => void remove()}
          >
            Remove
          </Button>
        )
      }
      onSave={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label="Phase"
        value={draft.title}
        error={isTried && draft.title.trim() === '' ? 'Name the phase.' : null}
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
          error={isTried && draft.fromOffset === null ? 'Enter a number.' : null}
          onChange={(fromOffset) => change({ fromOffset })}
        />
        <NumberField
          label="Ends after"
          hint="Its last day, counted in the same way."
          value={draft.toOffset}
          min={-400}
          max={2000}
          suffix={unit}
          error={isTried && draft.toOffset === null ? 'Enter a number.' : null}
          onChange={(toOffset) => change({ toOffset })}
        />
        <DateField
          label="First day, set by hand"
          hint="Left empty, it is counted."
          optional
          value={draft.fromDate}
          onChange={(fromDate) => change({ fromDate })}
          parse={parseDate}
          format={formatDayLong}
        />
        <DateField
          label="Last day, set by hand"
          hint="Left empty, it is counted."
          optional
          value={draft.toDate}
          onChange={(toDate) => change({ toDate })}
          parse={parseDate}
          format={formatDayLong}
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
