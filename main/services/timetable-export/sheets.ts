import type { PersonId, PlaceId } from '../../../shared/domain/ids.ts';
import type { Person, Place } from '../../../shared/domain/people.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { listRows } from '../../db/table.ts';
import { people, places, strands } from '../../db/tables.ts';
import { listMeetings } from '../timetable-world.ts';
import type { ExportMeeting, TimetableExport } from './view.ts';
import { writerFor } from './writer.ts';

/** The meetings of one person or one room, in order, under what they are called. */
export type SheetOfOne = {
  readonly id: PersonId | PlaceId;
  readonly title: string;
  readonly fact: string;
  readonly meetings: readonly ExportMeeting[];
};

/** A sheet for each person who has a meeting, the visiting team first, by strand; without any child's name. */
export function personSheets(
  db: ReadableDb,
  view: TimetableExport,
  withInitials: boolean,
): readonly SheetOfOne[] {
  const everybody = listRows(db, people, {}, ['name']);
  const write = writerFor(db, everybody, withInitials);
  const order = listRows(db, strands, {}, ['position']).map(({ id }) => id);
  const asked = new Map(listMeetings(db).map(({ id, personIds }) => [id, personIds]));
  const isIn = (person: Person) => (meeting: ExportMeeting) =>
    (person.strandId !== null && meeting.strandIds.includes(person.strandId)) ||
    (asked.get(meeting.id)?.includes(person.id) ?? false);
  const rank = ({ strandId }: Person) => (strandId === null ? order.length : order.indexOf(strandId));
  return everybody
    .toSorted((a, b) => rank(a) - rank(b))
    .map((person) => ({
      id: person.id,
      title: write.person(person),
      fact: write.text(person.role === person.name ? person.discipline : person.role),
      meetings: view.meetings.filter(isIn(person)),
    }))
    .filter(({ meetings }) => meetings.length > 0);
}

/** A sheet for each room that has a meeting; a link for meetings online has none. */
export function roomSheets(db: ReadableDb, view: TimetableExport): readonly SheetOfOne[] {
  const write = writerFor(db, listRows(db, people), false);
  const placeOf = new Map(listMeetings(db).map(({ id, placeId }) => [id, placeId]));
  return listRows(db, places, {}, ['site', 'name'])
    .filter(({ isOnline }: Place) => !isOnline)
    .map((place) => ({
      id: place.id,
      title: write.text(place.name),
      fact: write.text(place.site),
      meetings: view.meetings.filter(({ id }) => placeOf.get(id) === place.id),
    }))
    .filter(({ meetings }) => meetings.length > 0);
}
