import { useState } from 'react';
import type { FeedbackEntry } from '../../../shared/domain/feedback.ts';
import { londonInstant, londonWallTime } from '../../../shared/domain/time.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import { ClockField } from '../../people/ClockField.tsx';
import { DayField } from '../../people/DayField.tsx';
import type { FeedbackDraft } from '../../state/feedback-draft.ts';
import { useStore } from '../../state/store.ts';
import { useSaving } from '../../state/useSaving.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { FeedbackFields } from './FeedbackFields.tsx';
import { Line } from './Line.tsx';

/** Changes an entry of the log, or removes it. */
export function EditFeedbackDialog({
  entry,
  onClose,
}: {
  readonly entry: FeedbackEntry;
  readonly onClose: () => void;
}) {
  const act = useStore((state) => state.act);
  const { failure, save } = useSaving();
  const wall = londonWallTime(entry.at);
  const [draft, setDraft] = useState<FeedbackDraft>(() => {
    const { id: _, at: __, isActionDone: ___, ...rest } = entry;
    return rest;
  });
  const [day, setDay] = useState<string | null>(wall.date);
  const [time, setTime] = useState<number | null>(wall.minutes);
  const [isTried, setTried] = useState(false);

  async function submit() {
    setTried(true);
    if (draft.text.trim() === '' || day === null || time === null) return;
    const isMoved = day !== wall.date || time !== wall.minutes;
    const at = isMoved ? londonInstant(day, time) : entry.at;
    if (await save('feedback:editFeedback', { ...draft, at, id: entry.id })) onClose();
  }

  async function remove() {
    await act('feedback:removeFeedback', { id: entry.id });
    onClose();
  }

  return (
    <FormDialog
      title="Edit feedback"
      problem={failure && sentenceFor(failure)}
      note={
        <Checkbox
          label="Embargoed until publication"
          isChecked={draft.isEmbargoed}
          onChange={(isEmbargoed) => setDraft({ ...draft, isEmbargoed })}
        />
      }
      onRemove={() => void remove()}
      onSave={() => void submit()}
      onClose={onClose}
    >
      <FeedbackFields
        draft={draft}
        onChange={(patch) => setDraft({ ...draft, ...patch })}
        error={isTried && draft.text.trim() === '' ? 'Write what was said.' : null}
      />
      <Line label="Reply" id="feedback-reply">
        <TextField
          label="What was answered"
          labelHidden
          placeholder="What was answered, if anything"
          maxLength={2000}
          value={draft.reply}
          onChange={(reply) => setDraft({ ...draft, reply })}
        />
      </Line>
      <Line label="Shown by" id="feedback-evidence">
        <TextField
          label="What was given to show it"
          labelHidden
          placeholder="Documents or figures handed over, if any"
          maxLength={1000}
          value={draft.evidenceGiven}
          onChange={(evidenceGiven) => setDraft({ ...draft, evidenceGiven })}
        />
      </Line>
      <Line label="Said on" id="feedback-said-on">
        <span className="feedback-when">
          <DayField
            label="Day"
            labelHidden
            value={day}
            error={isTried && day === null ? 'Enter the day.' : null}
            onChange={setDay}
          />
          <ClockField
            label="Time"
            labelHidden
            value={time}
            error={isTried && time === null ? 'Enter the time.' : null}
            onChange={setTime}
          />
        </span>
      </Line>
    </FormDialog>
  );
}
