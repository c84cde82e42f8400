import type { Person } from '../people.ts';
import type { IsoDate } from '../time.ts';
import { type NoteReading, readAvailabilityNote } from './note.ts';

/** What somebody says of their availability that nobody has looked at yet. */
export type PendingNote = {
  readonly person: Person;
  readonly note: string;
  readonly reading: NoteReading;
};

/** The notes that say something of a time, or may do, and were not checked since they last changed. */
export function pendingNotes(
  people: readonly Person[],
  checked: readonly { readonly personId: string; readonly note: string }[],
  firstDay: IsoDate,
): readonly PendingNote[] {
  const known = new Map(checked.map(({ personId, note }) => [personId, note]));
  return people.flatMap((person) => {
    const note = person.availability.trim();
    if (note === '' || known.get(person.id) === note) return [];
    const reading = readAvailabilityNote(note, firstDay);
    return reading.proposals.length > 0 || reading.isUnread ? [{ person, note, reading }] : [];
  });
}
