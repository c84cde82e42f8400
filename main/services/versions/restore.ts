import type { MeetingId } from '../../../shared/domain/ids.ts';
import { isScheduled, type MeetingWithPeople } from '../../../shared/domain/meeting.ts';
import type { Snapshot, SnapshotMeeting } from '../../../shared/domain/versions/version.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { versionsChannels } from '../../../shared/ipc/versions.ts';
import type { ReadableDb, WritableDb } from '../../db/connection.ts';
import { findRow, listRows } from '../../db/table.ts';
import { children, meetingMarks, people, places, strands } from '../../db/tables.ts';
import { deleteRow, insertRow, updateRow } from '../../db/write.ts';
import { type Context, write } from '../context.ts';
import { writerFor } from '../timetable-export/writer.ts';
import { writeMeeting } from '../timetable-save.ts';
import { listMeetings } from '../timetable-world.ts';
import { snapshotOf, versionNumbered } from './snapshot.ts';

type Input<Name extends keyof typeof versionsChannels> = ParsedInputOf<(typeof versionsChannels)[Name]>;

/**
 * Makes the draft what a version was, as one step: meetings go back to their time, room, strands and people, removed
 * and cancelled ones return, and what was not in it goes to the tray with nothing lost. Rooms and strands that are gone
 * come back; people who are gone do not, and are named in the answer. Clashes this brings are shown as any others.
 */
export function restoreVersion(
  ctx: Context,
  { number }: Input<'versions:restoreVersion'>,
): { readonly leftOut: readonly string[] } {
  const snapshot = snapshotOf(ctx.db, versionNumbered(ctx.db, number));
  const wanted = new Set(snapshot.meetings.map(({ meetingId }) => meetingId));
  const current = new Map<MeetingId, MeetingWithPeople>(
    listMeetings(ctx.db).map((meeting) => [meeting.id, meeting]),
  );
  const known = new Set(listRows(ctx.db, people).map(({ id }) => id));
  const asked = new Set(snapshot.meetings.flatMap(({ personIds }) => personIds));
  const cancelled = new Set<MeetingId>();
  write(ctx, { action: 'restoreVersion', summary: `Restored version ${number}` }, (tx) => {
    restoreColumns(tx, snapshot);
    const textOf = writerFor(tx, [], false).text;
    for (const meeting of snapshot.meetings) {
      const before = current.get(meeting.meetingId) ?? null;
      const personIds = meeting.personIds.filter((id) => known.has(id));
      const after = restored(tx, { ...meeting, personIds }, before, textOf);
      if (before && isSame(before, after)) continue;
      writeMeeting(ctx, tx, { before, after });
    }
    for (const mark of listRows(tx, meetingMarks, { outcome: 'cancelled' })) {
      if (wanted.has(mark.meetingId)) deleteRow(tx, meetingMarks, mark.id);
      cancelled.add(mark.meetingId);
    }
    for (const before of current.values()) {
      if (wanted.has(before.id) || cancelled.has(before.id) || !isScheduled(before)) continue;
      const after = { ...before, day: null, start: null, version: before.version + 1 };
      writeMeeting(ctx, tx, { before, after });
    }
  });
  return {
    leftOut: snapshot.people
      .filter(({ personId }) => asked.has(personId) && !known.has(personId))
      .map(({ name }) => name),
  };
}

/** Puts back the strands and rooms that are gone, and each member of the team who is still there into their strand. */
function restoreColumns(tx: WritableDb, snapshot: Snapshot): void {
  for (const { strandId, ...strand } of snapshot.strands) {
    if (!findRow(tx, strands, strandId)) insertRow(tx, strands, { ...strand, id: strandId });
  }
  for (const { placeId, ...place } of snapshot.places) {
    if (!findRow(tx, places, placeId)) insertRow(tx, places, { ...place, id: placeId });
  }
  for (const { personId, strandId, side } of snapshot.people) {
    const person = findRow(tx, people, personId);
    if (person && side === 'inspection' && person.side === side && person.strandId !== strandId)
      updateRow(tx, people, personId, { strandId });
  }
}

/** A meeting as it was; what a version does not say, such as a pin, stays as it is. */
function restored(
  db: ReadableDb,
  { meetingId, childCode: _, title, notes, ...fields }: SnapshotMeeting,
  before: MeetingWithPeople | null,
  textOf: (words: string) => string,
): MeetingWithPeople {
  const childId = fields.childId !== null && findRow(db, children, fields.childId) ? fields.childId : null;
  return {
    ...fields,
    id: meetingId,
    childId,
    chairId: fields.chairId !== null && findRow(db, people, fields.chairId) ? fields.chairId : null,
    title: before && textOf(before.title) === title ? before.title : title.slice(0, 200),
    notes: before ? before.notes : notes.slice(0, 4000),
    isPinned: before?.isPinned ?? false,
    version: (before?.version ?? 0) + 1,
  };
}

function isSame(before: MeetingWithPeople, after: MeetingWithPeople): boolean {
  const comparable = ({ version: _, strandIds, personIds, ...meeting }: MeetingWithPeople) =>
    JSON.stringify(Object.entries({ ...meeting, a: strandIds.toSorted(), b: personIds.toSorted() }).sort());
  return comparable(before) === comparable(after);
}
