import { useState } from 'react';
import type { ConsentParty, ConsentState } from '../../../shared/domain/child.ts';
import { isStopped } from '../../../shared/domain/readiness.ts';
import { type IsoDate, londonInstant, londonWallTime } from '../../../shared/domain/time.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import type { ChildPageView } from '../../../shared/ipc/children.ts';
import { ClockField } from '../../people/ClockField.tsx';
import { DayField } from '../../people/DayField.tsx';
import { useStore } from '../../state/store.ts';
import { useNow } from '../../state/useNow.ts';
import { useSaving } from '../../state/useSaving.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { consentLooks, countWords, partyLabels } from './child-words.ts';
import { useDocumentCount } from './useDocumentCount.ts';

type Consents = Readonly<Record<ConsentParty, ConsentState>>;

const answers = [
  { value: 'asked', label: 'Asked, no answer yet' },
  { value: 'given', label: 'Consent given' },
  { value: 'refused', label: 'Consent refused' },
] as const;

/** Records one asking or answer, or a withdrawal. It is added to the history; nothing there is ever changed. */
export function ConsentDialog({
  view,
  consent,
  isWithdrawal,
  onClose,
}: {
  readonly view: ChildPageView;
  readonly consent: Consents;
  readonly isWithdrawal: boolean;
  readonly onClose: () => void;
}) {
  const showDone = useStore((store) => store.showDone);
  const { failure, save } = useSaving();
  const start = londonWallTime(useNow());
  const [party, setParty] = useState<ConsentParty>(() => firstParty(consent, isWithdrawal));
  const [state, setState] = useState<ConsentState | null>(isWithdrawal ? 'withdrawn' : null);
  const [recordedBy, setRecordedBy] = useState('');
  const [note, setNote] = useState('');
  const [day, setDay] = useState<IsoDate | null>(start.date);
  const [time, setTime] = useState<number | null>(start.minutes);
  const [isTimeTouched, setTimeTouched] = useState(false);
  const [isTried, setTried] = useState(false);
  const [fate, setFate] = useState<'tray' | 'hold'>('tray');
  const isStop = isStopped(state);
  const coming = useMeetingsToCome(view.child.id, start);
  const documents = useDocumentCount(view.child.id);
  const options = isWithdrawal ? partiesWith(consent, 'given') : (Object.keys(partyLabels) as ConsentParty[]);

  async function record() {
    setTried(true);
    if (state === null || recordedBy.trim() === '' || day === null || time === null) return;
    const at = isTimeTouched ? londonInstant(day, time) : null;
    const fields = {
      childId: view.child.id,
      party,
      state,
      recordedBy: recordedBy.trim(),
      note: note.trim(),
      at,
      ...(isStop ? { meetings: fate } : {}),
    };
    if (!(await save('children:recordConsent', fields))) return;
    showDone(`${partyLabels[party]}: ${state === 'asked' ? 'asked' : consentLooks[state].words}`);
    onClose();
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={isWithdrawal ? 'Withdraw consent' : 'Record consent'}
      fact={`Child ${view.child.code}`}
      size="small"
      onSubmit={() => void record()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary" {...(isWithdrawal ? { tone: 'bad' as const } : {})}>
            {isWithdrawal ? 'Withdraw consent' : 'Record'}
          </Button>
        </>
      }
    >
      <div className="stack stack-loose">
        {failure && (
          <Banner tone="bad" role="alert">
            {sentenceFor(failure)}
          </Banner>
        )}
        <RadioGroup
          label={isWithdrawal ? 'Who withdraws' : 'Whose answer'}
          across
          options={options.map((value) => ({ value, label: partyLabels[value] }))}
          value={party}
          onChange={setParty}
        />
        {!isWithdrawal && (
          <RadioGroup
            label="Answer"
            error={isTried && state === null ? 'Choose an answer.' : null}
            options={answers}
            value={state === null || state === 'withdrawn' || state === 'not-asked' ? null : state}
            onChange={setState}
          />
        )}
        {isStop && (
          <p className="text-2">
            From now on no pack is made and nothing of the child’s is given in answer to a request. This
            concerns {countWords(coming, 'meeting')} to come and {countWords(documents, 'document')}.
          </p>
        )}
        {isStop && coming > 0 && (
          <RadioGroup
            label={coming === 1 ? 'The meeting to come' : `The ${coming} meetings to come`}
            options={[
              { value: 'tray', label: 'Put in the tray, without a time' },
              { value: 'hold', label: 'Keep the time, flagged until consent is given' },
            ]}
            value={fate}
            onChange={setFate}
          />
        )}
        <TextField
          label="Recorded by, and how"
          hint="Such as: D Whitfield, by phone"
          value={recordedBy}
          error={
            isTried && recordedBy.trim() === ''
              ? 'Enter who recorded it, and how it was asked or answered.'
              : null
          }
          maxLength={160}
          onChange={setRecordedBy}
        />
        <div className="consent-when">
          <DayField
            label="Day"
            value={day}
            error={isTried && day === null ? 'Enter the day.' : null}
            onChange={(value) => {
              setDay(value);
              setTimeTouched(true);
            }}
          />
          <ClockField
            label="Time"
            value={time}
            error={isTried && time === null ? 'Enter the time.' : null}
            onChange={(value) => {
              setTime(value);
              setTimeTouched(true);
            }}
          />
        </div>
        <TextArea
          label="What was agreed or said"
          optional
          hint="Such as: meeting and records; will meet two inspectors, with his mentor"
          rows={2}
          maxLength={1000}
          value={note}
          onChange={setNote}
        />
      </div>
    </Dialog>
  );
}

/** How many of the child's meetings have a time that has not come. */
function useMeetingsToCome(
  childId: string,
  { date, minutes }: { readonly date: IsoDate; readonly minutes: number },
): number {
  const meetings = useStore((state) => state.data.timetable?.meetings) ?? [];
  return meetings.filter(
    ({ childId: own, day, start }) =>
      own === childId && day !== null && (day > date || (day === date && (start ?? 0) > minutes)),
  ).length;
}

const partiesWith = (consent: Consents, state: ConsentState): readonly ConsentParty[] =>
  (Object.keys(partyLabels) as ConsentParty[]).filter((party) => consent[party] === state);

/** The party whose answer is most likely to be recorded next: one that was asked, then one that was not. */
function firstParty(consent: Consents, isWithdrawal: boolean): ConsentParty {
  const wanted: readonly ConsentState[] = isWithdrawal ? ['given'] : ['asked', 'not-asked'];
  return wanted.flatMap((state) => partiesWith(consent, state))[0] ?? 'parent';
}
