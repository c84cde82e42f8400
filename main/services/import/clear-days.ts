import { frameworkById } from '../../../shared/domain/frameworks.ts';
import { guessMeeting } from '../../../shared/domain/import/guess-meeting.ts';
import type { MeetingRow } from '../../../shared/domain/import/target-meetings.ts';
import { isScheduled, type MeetingWithPeople } from '../../../shared/domain/meeting.ts';
import type { TakenDays } from '../../../shared/ipc/imports.ts';
import type { ReadableDb, WritableDb } from '../../db/connection.ts';
import { meetings } from '../../db/tables.ts';
import { updateRow } from '../../db/write.ts';
import { theEngagement } from '../engagement.ts';
import { deleteMeeting, tiesOf } from '../timetable-remove.ts';
import { listMeetings } from '../timetable-world.ts';

/** What stands on the days that some rows are for and is not pinned; null where nothing does. */
export function takenDays(db: ReadableDb, rows: readonly MeetingRow[]): TakenDays | null {
  const there = onDaysOf(db, rows);
  if (there.length === 0) return null;
  const areUntouched = there.every(isFrameworks(db));
  const placed = rows.filter(({ day, start }) => day !== null && start !== null).length;
  return { count: there.length, areUntouched, startsChosen: areUntouched && placed >= there.length };
}

/**
 * Puts what stands on the days of some rows in the tray, but for what is pinned or to be kept. The framework's own
 * lunches and team sessions are removed instead where the rows bring theirs for the day: nobody would place them again.
 * Answers with how many of each.
 */
export function clearDays(
  tx: WritableDb,
  rows: readonly MeetingRow[],
  keptIds: ReadonlySet<string>,
): { readonly toTray: number; readonly removed: number } {
  const there = onDaysOf(tx, rows).filter(({ id }) => !keptIds.has(id));
  const brought = new Set(rows.map(({ day, title }) => `${day} ${guessMeeting(title).kind}`));
  const isOwn = isFrameworks(tx);
  const isReplaced = (meeting: MeetingWithPeople) =>
    (meeting.kind === 'block' || meeting.kind === 'team') &&
    brought.has(`${meeting.day} ${meeting.kind}`) &&
    isOwn(meeting) &&
    tiesOf(tx, meeting.id).length === 0;
  const replaced = there.filter(isReplaced);
  const others = there.filter((meeting) => !replaced.includes(meeting));
  for (const { id } of replaced) deleteMeeting(tx, id);
  for (const { id, version } of others)
    updateRow(tx, meetings, id, { day: null, start: null, version: version + 1 });
  return { toTray: others.length, removed: replaced.length };
}

/** Says whether a meeting is as the framework put it there. */
function isFrameworks(db: ReadableDb): (meeting: MeetingWithPeople) => boolean {
  const framework = frameworkById(theEngagement(db).frameworkId);
  const ready = new Set(framework?.meetings.map(({ title }) => title));
  return ({ title, version }) => version === 1 && ready.has(title);
}

function onDaysOf(db: ReadableDb, rows: readonly MeetingRow[]): readonly MeetingWithPeople[] {
  const days = new Set(rows.flatMap(({ day, start }) => (day === null || start === null ? [] : [day])));
  return listMeetings(db)
    .filter(isScheduled)
    .filter(({ day, isPinned }) => days.has(day) && !isPinned);
}
