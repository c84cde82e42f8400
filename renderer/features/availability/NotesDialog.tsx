import { useState } from 'react';
import { type NoteMeaning, readAvailabilityNote } from '../../../shared/domain/availability/note.ts';
import type { PendingNote } from '../../../shared/domain/availability/pending.ts';
import { absenceWords } from '../../../shared/domain/availability/words.ts';
import type { AbsenceFields } from '../../../shared/domain/availability.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import { useNames } from '../../people/useNames.ts';
import { usePendingNotes } from '../../people/usePendingNotes.ts';
import { useStore } from '../../state/store.ts';
import { useSaving } from '../../state/useSaving.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Select } from '../../ui/Select.tsx';

/** What is made of a note: away at its times, away at all others, or nothing. */
type Choice = NoteMeaning | 'nothing';

const choices: readonly { readonly value: Choice; readonly label: string }[] = [
  { value: 'away', label: 'Away then' },
  { value: 'free', label: 'Free only then' },
  { value: 'nothing', label: 'Leave it as a note' },
];

/** What people say of when they can come, and what the timetable would make of it, to be confirmed in one go. */
export function NotesDialog() {
  // As they stood when the dialog opened: confirming empties the list behind it.
  const [notes] = useState(usePendingNotes());
  const firstDay = useStore((state) => state.data.availability?.firstDay);
  const closeAvailability = useStore((state) => state.closeAvailability);
  const showDone = useStore((state) => state.showDone);
  const { failure, save } = useSaving();
  const [chosen, setChosen] = useState<ReadonlyMap<string, Choice>>(new Map());
  if (!firstDay) return null;
  const choiceOf = ({ person, reading }: PendingNote): Choice =>
    chosen.get(person.id) ?? (reading.isUnread ? 'nothing' : reading.meaning);

  async function confirm() {
    if (!firstDay) return;
    const confirmed = notes.map((pending) => ({
      personId: pending.person.id,
      note: pending.note,
      absences: absencesOf(pending, choiceOf(pending), firstDay).map((one) => ({
        ...one,
        weekdays: [...one.weekdays],
      })),
    }));
    if (!(await save('availability:confirmNotes', { notes: confirmed }))) return;
    showDone(notes.length === 1 ? 'The note is checked.' : `${notes.length} notes are checked.`);
    closeAvailability();
  }

  return (
    <FormDialog
      title="Check availability notes"
      fact={notes.length === 1 ? '1 person' : `${notes.length} people`}
      size="medium"
      saveLabel="Confirm"
      note="Undo takes all of it back. Each person’s own dates can be changed later."
      problem={failure && sentenceFor(failure)}
      onSave={() => void confirm()}
      onClose={closeAvailability}
    >
      <ul className="availability-notes">
        {notes.map((pending) => (
          <NoteRow
            key={pending.person.id}
            pending={pending}
            choice={choiceOf(pending)}
            firstDay={firstDay}
            onChoose={(choice) => setChosen(new Map([...chosen, [pending.person.id, choice]]))}
          />
        ))}
      </ul>
    </FormDialog>
  );
}

function NoteRow({
  pending,
  choice,
  firstDay,
  onChoose,
}: {
  readonly pending: PendingNote;
  readonly choice: Choice;
  readonly firstDay: IsoDate;
  readonly onChoose: (choice: Choice) => void;
}) {
  const names = useNames();
  const { clock } = useStore((state) => state.settings);
  const { person, note, reading } = pending;
  const name = names.personName(person);
  const absences = absencesOf(pending, choice, firstDay);
  return (
    <li className="availability-note">
      <div className="availability-note-text">
        <p>
          <span className="type-name">{name}</span>{' '}
          <span className="text-2">“{names.withoutNames(note)}”</span>
        </p>
        {absences.map((absence) => (
          <p key={JSON.stringify(absence)}>Away {absenceWords(absence, clock)}</p>
        ))}
        {absences.length > 0 &&
          reading.doubts.map((doubt) => (
            <p key={doubt} className="text-2">
              {doubt}
            </p>
          ))}
        {reading.isUnread && <p className="text-2">No time was found in this.</p>}
      </div>
      <Select
        label={`What ${name} means`}
        labelHidden
        size="small"
        fit
        value={choice}
        options={reading.isUnread ? choices.filter(({ value }) => value === 'nothing') : choices}
        onChange={onChoose}
      />
    </li>
  );
}

const absencesOf = ({ note }: PendingNote, choice: Choice, firstDay: IsoDate): readonly AbsenceFields[] =>
  choice === 'nothing' ? [] : readAvailabilityNote(note, firstDay, choice).proposals;
