import { useMemo, useState } from 'react';
import type { StrandId } from '../../../shared/domain/ids.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { formatDayBrief, formatDayLong } from '../../../shared/domain/time-words.ts';
import { type AppFailure, sentenceFor } from '../../../shared/errors.ts';
import { ClockField } from '../../people/ClockField.tsx';
import { useStore } from '../../state/store.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { ToggleChip } from '../../ui/Chip.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FieldError } from '../../ui/Field.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { TagPicker } from '../../ui/TagPicker.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { LiveClashes } from './LiveClashes.tsx';
import { meetingFrom, newForm } from './meeting-form.ts';
import { noVerdict, type Verdict, verdictOn } from './move-check.ts';
import { strandChoices } from './people-choices.ts';
import type { Timetable } from './timetable-model.ts';

const usual = ['Lunch', 'Travel', 'Inspection team meeting', 'Break'];

/** Puts the same block (lunch, travel, team meeting) into several strands and days at once. */
export function BlockDialog({
  timetable,
  day,
  onClose,
}: {
  readonly timetable: Timetable;
  readonly day: IsoDate;
  readonly onClose: () => void;
}) {
  const act = useStore((state) => state.act);
  const [title, setTitle] = useState('Lunch');
  const [days, setDays] = useState<readonly IsoDate[]>([day]);
  const [start, setStart] = useState<number | null>(12 * 60);
  const [minutes, setMinutes] = useState<number | null>(45);
  const [strandIds, setStrandIds] = useState<readonly string[]>(timetable.strands.map((strand) => strand.id));
  const [isTried, setTried] = useState(false);
  const [failure, setFailure] = useState<AppFailure | null>(null);
  const [reason, setReason] = useState('');
  const verdict = useMemo(
    () => blockVerdict(timetable, { title, days, start, minutes, strandIds }),
    [timetable, title, days, start, minutes, strandIds],
  );
  const isBlocked = verdict.refused.length > 0;
  const isSound =
    title.trim() !== '' && days.length > 0 && start !== null && minutes !== null && strandIds.length > 0;

  async function save() {
    setTried(true);
    setFailure(null);
    if (!isSound || start === null || minutes === null || (isBlocked && reason.trim() === '')) return;
    const block = { title, days: [...days], start, minutes, strandIds: strandIds as StrandId[] };
    const override = isBlocked ? { overrideReason: reason } : {};
    // The answer is null either way, so whether it failed is kept here.
    let hasFailed = false;
    await act('timetable:addBlock', { ...block, ...override }, (problem) => {
      hasFailed = true;
      setFailure(problem);
    });
    if (!hasFailed) onClose();
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Add block"
      onSubmit={() => void save()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary" keys="Ctrl Enter">
            {isBlocked ? 'Add anyway' : 'Add block'}
          </Button>
        </>
      }
    >
      <div className="stack">
        {failure && (
          <Banner tone="bad" role="alert">
            {timetable.names.withoutNames(sentenceFor(failure))}
          </Banner>
        )}
        <TextField
          label="What it is"
          value={title}
          onChange={setTitle}
          maxLength={200}
          error={isTried && title.trim() === '' ? 'Say what it is, such as Lunch.' : null}
        />
        <div className="chip-list">
          {usual.map((word) => (
            <ToggleChip key={word} isOn={title === word} onChange={() => setTitle(word)}>
              {word}
            </ToggleChip>
          ))}
        </div>
        <div className="form-grid">
          <ClockField
            label="Start"
            step={(value, by) => Math.max(0, Math.min(1439, value + by * 15))}
            value={start}
            onChange={setStart}
            error={isTried && start === null ? 'Give a start time, such as 12.15 or 1pm.' : null}
          />
          <NumberField
            label="Length"
            suffix="minutes"
            min={5}
            max={720}
            stepBy={15}
            value={minutes}
            onChange={setMinutes}
            error={isTried && minutes === null ? 'Say how many minutes it takes.' : null}
          />
        </div>
        <fieldset>
          <legend className="field-label">Days</legend>
          <div className="timetable-block-days">
            {timetable.days.map((own) => (
              <Checkbox
                key={own}
                label={formatDayLong(own)}
                isChecked={days.includes(own)}
                onChange={(isChecked) =>
                  setDays(isChecked ? [...days, own].sort() : days.filter((other) => other !== own))
                }
              />
            ))}
          </div>
          {isTried && days.length === 0 && <FieldError message="Choose at least one day." />}
        </fieldset>
        <TagPicker
          label="Strands"
          choices={strandChoices(timetable)}
          value={strandIds}
          onChange={setStrandIds}
          error={isTried && strandIds.length === 0 ? 'Choose at least one strand.' : null}
        />
        <LiveClashes
          verdict={verdict}
          reason={reason}
          onReason={setReason}
          error={
            isTried && isBlocked && reason.trim() === '' ? 'Give a reason, or choose another time.' : null
          }
        />
      </div>
    </Dialog>
  );
}

type Block = {
  readonly title: string;
  readonly days: readonly IsoDate[];
  readonly start: number | null;
  readonly minutes: number | null;
  readonly strandIds: readonly string[];
};

/** What the block would clash with on each of its days. */
function blockVerdict(timetable: Timetable, { title, days, start, minutes, strandIds }: Block): Verdict {
  if (start === null || minutes === null) return noVerdict;
  const clashes = days.flatMap((day) => {
    const form = {
      ...newForm({ day, start }),
      title,
      kind: 'block' as const,
      end: start + minutes,
      strandIds,
    };
    return verdictOn(timetable, meetingFrom(form, null)).refused.map((clash) => ({
      ...clash,
      key: `${day} ${clash.key}`,
      sentence: days.length > 1 ? `${formatDayBrief(day)}: ${clash.sentence}` : clash.sentence,
    }));
  });
  return { ...noVerdict, refused: clashes };
}
