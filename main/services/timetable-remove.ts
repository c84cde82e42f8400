import { clashKeyNames } from '../../shared/domain/clash.ts';
import { counted } from '../../shared/domain/counted.ts';
import type { MeetingId } from '../../shared/domain/ids.ts';
import type { ReadableDb, WritableDb } from '../db/connection.ts';
import { countRows, listRows } from '../db/table.ts';
import {
  briefings,
  clashAcknowledgements,
  evidenceLinks,
  feedbackEntries,
  meetingPeople,
  meetingStrands,
  meetings,
  requests,
} from '../db/tables.ts';
import { deleteRow, updateRow } from '../db/write.ts';
import { forgetMeetingAttendance } from './attendance.ts';

/** What keeps a meeting from being removed, each as "2 documents"; nothing when it may go. */
export function tiesOf(db: ReadableDb, meetingId: MeetingId): readonly string[] {
  const pieces = countRows(db, feedbackEntries, { meetingId });
  const documents = countRows(db, evidenceLinks, { meetingId });
  return [
    ...(pieces > 0 ? [counted(pieces, 'piece of feedback', 'pieces of feedback')] : []),
    ...(documents > 0 ? [counted(documents, 'document')] : []),
  ];
}

/** Deletes a meeting with its strands, its people, their answers and what was accepted about it. */
export function deleteMeeting(tx: WritableDb, meetingId: MeetingId): void {
  for (const row of listRows(tx, meetingStrands, { meetingId })) deleteRow(tx, meetingStrands, row.id);
  for (const row of listRows(tx, meetingPeople, { meetingId })) deleteRow(tx, meetingPeople, row.id);
  for (const row of listRows(tx, clashAcknowledgements)) {
    if (clashKeyNames(row.clashKey, meetingId)) deleteRow(tx, clashAcknowledgements, row.id);
  }
  forgetMeetingAttendance(tx, meetingId);
  for (const row of listRows(tx, requests, { meetingId }))
    updateRow(tx, requests, row.id, { meetingId: null });
  for (const row of listRows(tx, briefings, { meetingId }))
    updateRow(tx, briefings, row.id, { meetingId: null });
  deleteRow(tx, meetings, meetingId);
}
