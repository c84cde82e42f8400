import type { MeetingRow } from '../../../shared/domain/import/target-meetings.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { listRows } from '../../db/table.ts';
import { people, places, strands } from '../../db/tables.ts';
import { listMeetings } from '../timetable-world.ts';
import type { KnownRecord } from './kind.ts';

/** Every meeting of the engagement as a row of a timetable would give it. */
export function knownMeetings(db: ReadableDb): readonly KnownRecord<MeetingRow>[] {
  const nameOf = new Map<string, string>(
    [...listRows(db, people), ...listRows(db, strands), ...listRows(db, places)].map(({ id, name }) => [
      id,
      name,
    ]),
  );
  const namesOf = (ids: readonly string[]) => ids.flatMap((id) => nameOf.get(id) ?? []);
  return listMeetings(db).map((meeting) => ({
    ref: { from: 'existing', id: meeting.id },
    label: meeting.title,
    values: {
      title: meeting.title,
      day: meeting.day,
      start: meeting.start,
      minutes: meeting.minutes,
      inspectors: namesOf(meeting.strandIds),
      attendees: namesOf(meeting.personIds),
      place: meeting.placeId && (nameOf.get(meeting.placeId) ?? null),
      notes: meeting.notes || null,
    },
  }));
}
