import type { MeetingId, StrandId } from '../../../shared/domain/ids.ts';
import { isScheduled, type MeetingKind } from '../../../shared/domain/meeting.ts';
import type { Person } from '../../../shared/domain/people.ts';
import type { IsoDate, IsoInstant } from '../../../shared/domain/time.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { listRows } from '../../db/table.ts';
import { engagements, people, places, strands } from '../../db/tables.ts';
import { listStandingMeetings } from '../timetable-world.ts';
import { draftSequences, draftStanding, labelOf } from '../versions/standing.ts';
import { writerFor } from './writer.ts';

/** A meeting as it leaves the file: names chosen, and no child's name in any of them. */
export type ExportMeeting = {
  readonly id: MeetingId;
  readonly title: string;
  readonly kind: MeetingKind;
  readonly day: IsoDate;
  readonly start: number;
  readonly end: number;
  readonly strandIds: readonly StrandId[];
  /** What its strands are called, in the order of the columns. */
  readonly strands: readonly string[];
  /** Who is asked to it beside the members of its strands. */
  readonly people: readonly string[];
  readonly place: string;
  readonly site: string;
  /** Rises with every change, an undone one included, as a calendar needs to take the newest. */
  readonly sequence: number;
};

export type ExportColumn = { readonly id: StrandId; readonly name: string; readonly members: string };

/** The scheduled part of a timetable, as every form of export shows it. */
export type TimetableExport = {
  readonly title: string;
  readonly marking: string;
  /** "Version 2", or what the draft is after. */
  readonly version: string;
  readonly printedAt: IsoInstant;
  readonly dayStart: number;
  readonly dayEnd: number;
  readonly columns: readonly ExportColumn[];
  /** The days that have meetings, in order. */
  readonly days: readonly IsoDate[];
  /** In order of day and start. */
  readonly meetings: readonly ExportMeeting[];
};

type Choice = { readonly day: IsoDate | null; readonly withInitials: boolean };

/** Gathers what an export shows of one day, or of all; with initials for a wall that anybody can read. */
export function exportView(db: ReadableDb, now: IsoInstant, { day, withInitials }: Choice): TimetableExport {
  const [engagement] = listRows(db, engagements);
  const everybody = listRows(db, people);
  const write = writerFor(db, everybody, withInitials);
  const everyStrand = listRows(db, strands, {}, ['position']);
  const columns = everyStrand.map(({ id, name }) => {
    const members = everybody.filter((person) => person.strandId === id);
    const own = members.map((person) => write.person(person)).filter((member) => member !== write.text(name));
    return { id, name: write.text(name), members: own.join(', ') };
  });
  const personById = new Map(everybody.map((person) => [person.id, person]));
  const placeById = new Map(listRows(db, places).map((place) => [place.id, place]));
  const standing = draftStanding(db);
  const sequenceOf = draftSequences(db, standing.changes);
  const shown = listStandingMeetings(db)
    .filter(isScheduled)
    .filter((meeting) => day === null || meeting.day === day)
    .map((meeting): ExportMeeting => {
      const place = meeting.placeId === null ? undefined : placeById.get(meeting.placeId);
      const asked = meeting.personIds.flatMap((id) => personById.get(id) ?? []);
      const isInStrand = (person: Person) =>
        person.strandId !== null && meeting.strandIds.includes(person.strandId);
      return {
        id: meeting.id,
        title: write.title(meeting),
        kind: meeting.kind,
        day: meeting.day,
        start: meeting.start,
        end: meeting.start + meeting.minutes,
        strandIds: meeting.strandIds,
        strands: columns.filter(({ id }) => meeting.strandIds.includes(id)).map(({ name }) => name),
        people: asked.filter((person) => !isInStrand(person)).map((person) => write.person(person)),
        place: write.text(place?.name ?? ''),
        site: write.text(place?.site ?? ''),
        sequence: sequenceOf(meeting.id),
      };
    });
  return {
    title: write.text(engagement?.title ?? ''),
    marking: engagement?.marking ?? '',
    version: labelOf(standing),
    printedAt: now,
    dayStart: engagement?.dayStart ?? 0,
    dayEnd: engagement?.dayEnd ?? 0,
    columns,
    days: [...new Set(shown.map((meeting) => meeting.day))].sort(),
    meetings: shown,
  };
}
