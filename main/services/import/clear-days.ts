import { frameworkById } from '../../../shared/domain/frameworks.ts';
import type { MeetingRow } from '../../../shared/domain/import/target-meetings.ts';
import { isScheduled, type MeetingWithPeople } from '../../../shared/domain/meeting.ts';
import type { TakenDays } from '../../../shared/ipc/imports.ts';
import type { ReadableDb, WritableDb } from '../../db/connection.ts';
import { meetings } from '../../db/tables.ts';
import { updateRow } from '../../db/write.ts';
import { theEngagement } from '../engagement.ts';
import { listMeetings } from '../timetable-world.ts';

/** What stands on the days that some rows are for and is not pinned; null where nothing does. */
export function takenDays(db: ReadableDb, rows: readonly MeetingRow[]): TakenDays | null {
  const there = onDaysOf(db, rows);
  if (there.length === 0) return null;
  const ready = new Set(
    frameworkById(theEngagement(db).frameworkId)?.meetings.map(({ title }) => title) ?? [],
  );
  const areUntouched = there.every(({ title, version }) => version === 1 && ready.has(title));
  const placed = rows.filter(({ day, start }) => day !== null && start !== null).length;
  return { count: there.length, areUntouched, startsChosen: areUntouched && placed >= there.length };
}

/** Puts what stands on the days of some rows in the tray, but for what is pinned or to be kept; answers with how many. */
export function clearDays(tx: WritableDb, rows: readonly MeetingRow[], keptIds: ReadonlySet<string>): number {
  const there = onDaysOf(tx, rows).filter(({ id }) => !keptIds.has(id));
  for (const { id, version } of there)
    updateRow(tx, meetings, id, { day: null, start: null, version: version + 1 });
  return there.length;
}

function onDaysOf(db: ReadableDb, rows: readonly MeetingRow[]): readonly MeetingWithPeople[] {
  const days = new Set(rows.flatMap(({ day, start }) => (day === null || start === null ? [] : [day])));
  return listMeetings(db)
    .filter(isScheduled)
    .filter(({ day, isPinned }) => days.has(day) && !isPinned);
}
