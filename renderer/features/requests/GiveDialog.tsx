import { useState } from 'react';
import type { InformationRequest } from '../../../shared/domain/request.ts';
import { londonInstant, londonWallTime } from '../../../shared/domain/time.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import type { EvidenceSummary } from '../../../shared/ipc/evidence.ts';
import { ClockField } from '../../people/ClockField.tsx';
import { DayField } from '../../people/DayField.tsx';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { useNow } from '../../state/useNow.ts';
import { useSaving } from '../../state/useSaving.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { SuggestField } from '../../ui/SuggestField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';

/** Freezes what was given, to whom and when. From then on it can be found and saved exactly as it was. */
export function GiveDialog({
  request,
  documents,
  onClose,
  onGiven,
}: {
  readonly request: InformationRequest;
  readonly documents: readonly EvidenceSummary[];
  readonly onClose: () => void;
  readonly onGiven: () => void;
}) {
  const people = useStore((state) => state.data.people);
  const requests = useStore((state) => state.data.requests);
  const showDone = useStore((state) => state.showDone);
  const names = useNames();
  const { failure, save } = useSaving();
  const start = londonWallTime(useNow());
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [givenTo, setGivenTo] = useState(request.askedBy);
  const [how, setHow] = useState('');
  const [note, setNote] = useState('');
  const [day, setDay] = useState<string | null>(start.date);
  const [time, setTime] = useState<number | null>(start.minutes);
  const [isTried, setTried] = useState(false);
  const chosen = documents.filter((item) => !left.has(item.id));
  const roles = (people?.people ?? [])
    .filter((person) => person.side === 'inspection')
    .map((person) => person.role || person.discipline);
  const ways = (requests?.answers ?? []).map((answer) => answer.how);

  async function give() {
    setTried(true);
    if (givenTo.trim() === '' || chosen.length === 0 || day === null || time === null) return;
    const isNow = day === start.date && time === start.minutes;
    const saved = await save('requests:giveAnswer', {
      ...{ id: request.id, evidenceIds: chosen.map((item) => item.id), givenTo, how, note },
      at: isNow ? null : londonInstant(day, time),
    });
    if (!saved) return;
    showDone(`${request.reference}: recorded what was given`);
    onGiven();
    onClose();
  }

  return (
    <FormDialog
      title="Record as given"
      fact={request.reference}
      size="small"
      saveLabel="Record as given"
      problem={failure && sentenceFor(failure)}
      onSave={() => void give()}
      onClose={onClose}
    >
      <fieldset className="requests-give">
        <legend className="field-label">What was given</legend>
        {documents.map((item) => (
          <Checkbox
            key={item.id}
            label={names.withoutNames(item.title)}
            isChecked={!left.has(item.id)}
            onChange={(isChecked) => {
              const next = new Set(left);
              if (isChecked) next.delete(item.id);
              else next.add(item.id);
              setLeft(next);
            }}
          />
        ))}
        {isTried && chosen.length === 0 && <p className="text-bad">Tick at least one.</p>}
      </fieldset>
      <SuggestField
        label="Given to"
        hint="A role, such as: Lead inspector"
        value={givenTo}
        error={isTried && givenTo.trim() === '' ? 'Enter whom it was given to.' : null}
        suggestions={suggestionsOf(roles)}
        maxLength={160}
        onChange={setGivenTo}
      />
      <SuggestField
        label="How"
        optional
        hint="Such as: inspectors’ portal, by hand on paper"
        value={how}
        suggestions={suggestionsOf(ways)}
        maxLength={160}
        onChange={setHow}
      />
      <div className="form-grid">
        <DayField
          label="Day"
          value={day}
          error={isTried && day === null ? 'Enter the day.' : null}
          onChange={setDay}
        />
        <ClockField
          label="Time"
          value={time}
          error={isTried && time === null ? 'Enter the time.' : null}
          onChange={setTime}
        />
      </div>
      <TextArea
        label="Note"
        optional
        rows={2}
        hint="Such as: pages 3 to 9 only; the rest follows on Thursday"
        value={note}
        maxLength={1000}
        onChange={setNote}
      />
    </FormDialog>
  );
}

const suggestionsOf = (values: readonly string[]) =>
  [...new Set(values.filter(Boolean))].map((value) => ({ value }));
