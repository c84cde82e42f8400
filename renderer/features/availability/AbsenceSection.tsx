import { type FormEvent, useState } from 'react';
import { readAvailabilityNote } from '../../../shared/domain/availability/note.ts';
import { absenceLine, absenceWords } from '../../../shared/domain/availability/words.ts';
import type { Absence } from '../../../shared/domain/availability.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { useNames } from '../../people/useNames.ts';
import type { AvailabilityOwner } from '../../state/availability.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** When somebody is away: what is kept, and one more in the words people use. */
export function AbsenceSection({
  owner,
  absences,
  firstDay,
}: {
  readonly owner: AvailabilityOwner;
  readonly absences: readonly Absence[];
  readonly firstDay: IsoDate;
}) {
  const act = useStore((state) => state.act);
  const { clock } = useStore((state) => state.settings);
  const names = useNames();
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const { proposals } = readAvailabilityNote(text, firstDay);
  const isUnread = text.trim() !== '' && proposals.length === 0;

  async function add(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    setTried(true);
    if (proposals.length === 0) return;
    for (const one of proposals) {
      const absence = { ...one, weekdays: [...one.weekdays] };
      await act('availability:saveAbsence', { id: null, ...owner, absence });
    }
    setText('');
    setTried(false);
  }

  return (
    <Section title={owner.personId ? 'Away' : 'Not to be had'} level={3}>
      {absences.length > 0 && (
        <ul className="availability-list">
          {absences.map((absence) => (
            <li key={absence.id}>
              <span>{absenceLine(absence, clock)}</span>
              <span className="text-2">{absence.words && `“${names.withoutNames(absence.words)}”`}</span>
              <LinkButton onClick={() => void act('availability:removeAbsence', { id: absence.id })}>
                Remove<span className="visually-hidden"> {absenceLine(absence, clock)}</span>
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
      <form className="availability-add" onSubmit={(event) => void add(event)}>
        <TextField
          label="Add, as people say it"
          value={text}
          maxLength={300}
          hint={
            proposals.length > 0
              ? proposals.map((one) => `Away ${absenceWords(one, clock)}`).join('; ')
              : 'Wed am, 24-26 Nov, after 3pm, Tues & Thurs only.'
          }
          error={
            isTried && (isUnread || text.trim() === '')
              ? 'Say when, such as Wed am, 24-26 Nov or after 3pm.'
              : null
          }
          onChange={setText}
        />
        <Button type="submit">Add</Button>
      </form>
    </Section>
  );
}
