import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { formatInstantShort } from '../../../shared/domain/time-words.ts';
import {
  type Survey,
  type SurveyEntry,
  type SurveyEntryKind,
  surveyEntryLabels,
} from '../../../shared/domain/voice.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { useSaving } from '../../state/useSaving.ts';
import { Button } from '../../ui/Button.tsx';
import { choicesOf } from '../../ui/choices.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** Counts as they grow, and when the survey broke and was restarted; each line is kept at once. */
export function SurveyLog({
  surveyId,
  log,
}: {
  readonly surveyId: Survey['id'];
  readonly log: readonly SurveyEntry[];
}) {
  const names = useNames();
  const clock = useStore((state) => state.settings.clock);
  const { failure, save } = useSaving();
  const [kind, setKind] = useState<SurveyEntryKind>('count');
  const [count, setCount] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const own = log.filter((line) => line.surveyId === surveyId).toReversed();

  async function add() {
    const line = { surveyId, kind, count: kind === 'count' ? count : null, note };
    if (!(await save('voice:logSurvey', line))) return;
    setCount(null);
    setNote('');
  }

  return (
    <Section title="Log" fact={own.length === 1 ? '1 line' : `${own.length} lines`} level={3}>
      <div className="form-grid">
        <Select
          label="What happened"
          value={kind}
          options={choicesOf(surveyEntryLabels)}
          onChange={setKind}
        />
        {kind === 'count' && (
          <NumberField
            label="Answers so far"
            value={count}
            error={failure && sentenceFor(failure)}
            onChange={setCount}
          />
        )}
        <TextField label="Note" optional value={note} maxLength={600} onChange={setNote} />
      </div>
      <div className="survey-log-add">
        <Button onClick={() => void add()}>Add line now</Button>
      </div>
      <ul className="plan-progress">
        {own.map((line) => (
          <li key={line.id} className="survey-line">
            <span>
              {line.count === null
                ? surveyEntryLabels[line.kind]
                : `${line.count.toLocaleString('en-GB')} answers`}
              {line.note && `: ${names.withoutNames(line.note)}`}
              <span className="table-second">{formatInstantShort(line.at, clock)}</span>
            </span>
            <IconButton
              icon={Trash2}
              size="small"
              label={`Remove the line of ${formatInstantShort(line.at, clock)}`}
              onClick={() => void save('voice:removeSurveyEntry', { id: line.id })}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
