import type { CountedDate } from '../../shared/domain/counted-date.ts';
import type { Engagement } from '../../shared/domain/engagement.ts';
import { frameworkById } from '../../shared/domain/frameworks.ts';
import type { MeetingId, RequestId, RowId } from '../../shared/domain/ids.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import type { IsoDate } from '../../shared/domain/time.ts';
import {
  addWorkingDays,
  type WorkCalendar,
  workCalendar,
  workingDaysBetween,
} from '../../shared/domain/working-days.ts';
import type { WritableDb } from '../db/connection.ts';
import { findRow, listRows } from '../db/table.ts';
import { countedDates, meetingStrands, meetings, planActions, requests } from '../db/tables.ts';
import { insertRow, updateRow } from '../db/write.ts';
import type { Context } from './context.ts';

type Move = {
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly calendar: WorkCalendar;
};

/**
 * Moves what a template counted from the one date to where the new date puts it: requests and tasks that still stand on
 * their counted date, or had none; and, when the date becomes known for the first time, the default meetings. What was
 * dated by hand stays.
 */
export function redate(ctx: Context, tx: WritableDb, engagement: Engagement, move: Move): void {
  const counted = listRows(tx, countedDates);
  for (const [id, offset] of requestOffsets(tx, engagement, counted)) {
    const request = findRow(tx, requests, id);
    if (request && request.dueHours === null && isAsCounted(request.dueOn, offset, move))
      updateRow(tx, requests, id, { dueOn: countedDay(offset, move) });
  }
  for (const { rowId, toOffset } of counted.filter((one) => one.of === 'action')) {
    const action = findRow(tx, planActions, rowId);
    if (action && isAsCounted(action.dueOn, toOffset, move))
      updateRow(tx, planActions, action.id, { dueOn: countedDay(toOffset, move) });
  }
  if (move.from === null && move.to !== null) {
    for (const one of counted.filter(({ of }) => of === 'meeting')) {
      const meeting = findRow(tx, meetings, one.rowId);
      if (meeting && meeting.day === null) dateMeeting(ctx, tx, meeting, one, { ...move, to: move.to });
    }
  }
}

/** The offset of each request of the template; by its reference in a file from before offsets were kept. */
function requestOffsets(
  tx: WritableDb,
  { frameworkId }: Engagement,
  counted: readonly CountedDate[],
): ReadonlyMap<RequestId, number> {
  const kept = counted.filter((one) => one.of === 'request');
  if (kept.length > 0) return new Map(kept.map((one) => [one.rowId as RequestId, one.toOffset]));
  const template = new Map(
    frameworkById(frameworkId)?.requests.map(({ reference, dueOffset }) => [reference, dueOffset]),
  );
  return new Map(
    listRows(tx, requests).flatMap(({ id, reference }) => {
      const offset = template.get(reference);
      return offset === undefined ? [] : [[id, offset] as const];
    }),
  );
}

/** Whether a date is the one that was counted, with or without the closure days that were added since. */
function isAsCounted(date: IsoDate | null, offset: number, { from, calendar }: Move): boolean {
  if (date === null) return from === null;
  if (from === null) return false;
  return [calendar, workCalendar()].some((one) => addWorkingDays(from, offset, one).date === date);
}

function countedDay(offset: number, { to, calendar }: Move): IsoDate | null {
  return to && addWorkingDays(to, offset, calendar).date;
}

/** Gives an unscheduled default meeting its day: each day of its range when daily, the one day when it is fixed. */
function dateMeeting(
  ctx: Context,
  tx: WritableDb,
  meeting: Meeting,
  { fromOffset, toOffset, start, isDaily }: CountedDate,
  { to, calendar }: Move & { readonly to: IsoDate },
): void {
  const first = addWorkingDays(to, fromOffset, calendar).date;
  const last = addWorkingDays(to, toOffset, calendar).date;
  if (!isDaily && first !== last) return;
  updateRow(tx, meetings, meeting.id, { day: first, start });
  const strandIds = listRows(tx, meetingStrands, { meetingId: meeting.id }).map((one) => one.strandId);
  for (const day of isDaily ? workingDaysBetween(first, last, calendar).slice(1) : []) {
    const id = ctx.newId() as MeetingId;
    insertRow(tx, meetings, { ...meeting, id, day, start });
    for (const strandId of strandIds)
      insertRow(tx, meetingStrands, { id: ctx.newId() as RowId, meetingId: id, strandId });
  }
}
