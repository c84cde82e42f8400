import type { RowId, VersionId } from '../../../shared/domain/ids.ts';
import { isScheduled } from '../../../shared/domain/meeting.ts';
import { nothingYet, type Snapshot, type TimetableVersion } from '../../../shared/domain/versions/version.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ReadableDb, WritableDb } from '../../db/connection.ts';
import { listRows } from '../../db/table.ts';
import {
  children,
  people,
  places,
  strands,
  timetableVersions,
  versionMeetings,
  versionPeople,
  versionPlaces,
  versionStrands,
} from '../../db/tables.ts';
import { insertRow } from '../../db/write.ts';
import type { Context } from '../context.ts';
import { writerFor } from '../timetable-export/writer.ts';
import { listStandingMeetings } from '../timetable-world.ts';

/** Every published version, in the order of their numbers. */
export function listVersions(db: ReadableDb): readonly TimetableVersion[] {
  return listRows(db, timetableVersions, {}, ['number']);
}

/** The version of that number; fails with `record/not-found`. */
export function versionNumbered(db: ReadableDb, number: number): TimetableVersion {
  const [version] = listRows(db, timetableVersions, { number });
  if (!version) throw new AppError('record/not-found');
  return version;
}

/** The timetable as it is now, in the shape in which versions are kept: scheduled meetings, and whoever is in them. */
export function draftSnapshot(db: ReadableDb): Snapshot {
  const codes = new Map(listRows(db, children).map(({ id, code }) => [id, code]));
  const scheduled = listStandingMeetings(db).filter(isScheduled);
  const asked = new Set(scheduled.flatMap(({ personIds }) => personIds));
  const used = new Set(scheduled.map(({ placeId }) => placeId));
  return withoutChildren(db, {
    meetings: scheduled.map(({ id, version: _, isPinned: __, ...meeting }) => ({
      ...meeting,
      meetingId: id,
      childCode: (meeting.childId && codes.get(meeting.childId)) || '',
    })),
    people: listRows(db, people)
      .filter(({ id, side, strandId }) => asked.has(id) || side === 'inspection' || strandId !== null)
      .map(({ id, name, side, role, email, strandId }) => ({
        personId: id,
        ...{ name, side, role, email, strandId },
      })),
    strands: listRows(db, strands, {}, ['position']).map(({ id, ...strand }) => ({
      ...strand,
      strandId: id,
    })),
    places: listRows(db, places)
      .filter(({ id }) => used.has(id))
      .map(({ id, ...place }) => ({ ...place, placeId: id })),
  });
}

/** What a version froze; nothing for null. Names of children that became known only since are taken out here too. */
export function snapshotOf(db: ReadableDb, version: Pick<TimetableVersion, 'id'> | null): Snapshot {
  if (!version) return nothingYet;
  const where = { versionId: version.id };
  return withoutChildren(db, {
    meetings: listRows(db, versionMeetings, where).map(withoutKeys),
    people: listRows(db, versionPeople, where).map(withoutKeys),
    strands: listRows(db, versionStrands, where, ['position']).map(withoutKeys),
    places: listRows(db, versionPlaces, where).map(withoutKeys),
  });
}

function withoutKeys<Row extends { readonly id: string; readonly versionId: string }>({
  id: _,
  versionId: __,
  ...row
}: Row): Omit<Row, 'id' | 'versionId'> {
  return row;
}

/** Keeps a snapshot under a version, a row for each thing. */
export function keepSnapshot(ctx: Context, tx: WritableDb, versionId: VersionId, snapshot: Snapshot): void {
  const own = () => ({ id: ctx.newId() as RowId, versionId });
  for (const meeting of snapshot.meetings) insertRow(tx, versionMeetings, { ...meeting, ...own() });
  for (const person of snapshot.people) insertRow(tx, versionPeople, { ...person, ...own() });
  for (const strand of snapshot.strands) insertRow(tx, versionStrands, { ...strand, ...own() });
  for (const place of snapshot.places) insertRow(tx, versionPlaces, { ...place, ...own() });
}

function withoutChildren(db: ReadableDb, { meetings, people, strands, places }: Snapshot): Snapshot {
  const write = writerFor(db, [], false);
  return {
    meetings: meetings.map((meeting) => ({
      ...meeting,
      title: write.text(meeting.title),
      notes: meeting.notes === '' ? '' : write.text(meeting.notes),
    })),
    people: people.map((person) => ({
      ...person,
      name: write.person(person),
      role: write.text(person.role),
    })),
    strands: strands.map((strand) => ({ ...strand, name: write.text(strand.name) })),
    places: places.map((place) => ({
      ...place,
      name: write.text(place.name),
      site: write.text(place.site),
    })),
  };
}
