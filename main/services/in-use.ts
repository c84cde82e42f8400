import { counted } from '../../shared/domain/counted.ts';
import type { MeetingId } from '../../shared/domain/ids.ts';
import { AppError } from '../../shared/errors.ts';
import type { ReadableDb } from '../db/connection.ts';
import { listRows } from '../db/table.ts';
import { meetings } from '../db/tables.ts';

/**
 * Fails with `record/in-use` when any meeting is among those given, and names the first three: "Jo Pike is in “SENDIASS”,
 * “Joint commissioning” and 2 others." `what` is the part before the titles, such as "Jo Pike is in".
 */
export function refuseWhileInMeetings(db: ReadableDb, meetingIds: Iterable<MeetingId>, what: string): void {
  const ids = new Set(meetingIds);
  if (ids.size === 0) return;
  const titles = listRows(db, meetings, {}, ['day', 'start'])
    .filter((meeting) => ids.has(meeting.id))
    .map((meeting) => `“${meeting.title}”`);
  const named = titles.length > 3 ? [...titles.slice(0, 3), counted(titles.length - 3, 'other')] : titles;
  const last = named.at(-1);
  const list = named.length > 1 ? `${named.slice(0, -1).join(', ')} and ${last}` : last;
  throw new AppError('record/in-use', `${what} ${list}.`);
}
