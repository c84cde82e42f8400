import type { PersonId, StrandId } from '../../../shared/domain/ids.ts';
import type { WritableDb } from '../../db/connection.ts';
import { listRows } from '../../db/table.ts';
import {
  checklistItems,
  childAgencies,
  feedbackEntries,
  meetingPeople,
  meetingStrands,
  meetings,
  people,
  requests,
  strands,
} from '../../db/tables.ts';
import { deleteRow, updateRow } from '../../db/write.ts';
import { isPlaceholder } from './meeting-names.ts';

/**
 * Removes the posts that a framework put in before anybody was named, with their strands, where nothing is scheduled
 * for them. Meetings in the tray lose the strand. Answers with how many people were removed.
 */
export function removePlaceholders(tx: WritableDb): number {
  const everybody = listRows(tx, people);
  const scheduled = scheduledStrands(tx);
  const named = namedPeople(tx);
  let removed = 0;
  for (const strand of listRows(tx, strands)) {
    const members = everybody.filter(({ strandId }) => strandId === strand.id);
    const areOpenPosts =
      members.length > 0 && members.every((member) => isPlaceholder(member) && !named.has(member.id));
    if (!areOpenPosts || scheduled.has(strand.id)) continue;
    takeOffTray(tx, strand.id);
    for (const member of members) deleteRow(tx, people, member.id);
    deleteRow(tx, strands, strand.id);
    removed += members.length;
  }
  return removed;
}

function scheduledStrands(tx: WritableDb): ReadonlySet<StrandId> {
  const ids = new Set(
    listRows(tx, meetings).flatMap(({ id, day, start }) => (day === null || start === null ? [] : [id])),
  );
  return new Set(
    listRows(tx, meetingStrands).flatMap(({ meetingId, strandId }) => (ids.has(meetingId) ? [strandId] : [])),
  );
}

/** Everybody whom something else in the engagement names. */
function namedPeople(tx: WritableDb): ReadonlySet<PersonId> {
  const ids: readonly (PersonId | null)[] = [
    ...listRows(tx, meetingPeople).map(({ personId }) => personId),
    ...listRows(tx, childAgencies).map(({ personId }) => personId),
    ...listRows(tx, checklistItems).map(({ ownerId }) => ownerId),
    ...listRows(tx, requests).map(({ ownerId }) => ownerId),
    ...listRows(tx, feedbackEntries).map(({ actionOwnerId }) => actionOwnerId),
  ];
  return new Set(ids.filter((id) => id !== null));
}

function takeOffTray(tx: WritableDb, strandId: StrandId): void {
  for (const link of listRows(tx, meetingStrands, { strandId })) {
    deleteRow(tx, meetingStrands, link.id);
    const [meeting] = listRows(tx, meetings, { id: link.meetingId });
    if (meeting) updateRow(tx, meetings, meeting.id, { version: meeting.version + 1 });
  }
}
