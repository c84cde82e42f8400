import { checkMeeting } from '../../shared/domain/clash/check.ts';
import { checkChanges } from '../../shared/domain/clash/check-changes.ts';
import { indexWorld, type TimetableIndex } from '../../shared/domain/clash/world.ts';
import type { Clash } from '../../shared/domain/clash.ts';
import type { RowId } from '../../shared/domain/ids.ts';
import type { MeetingWithPeople } from '../../shared/domain/meeting.ts';
import { AppError } from '../../shared/errors.ts';
import type { MeetingChanged } from '../../shared/ipc/timetable.ts';
import type { WritableDb } from '../db/connection.ts';
import { countRows, findRow, listRows } from '../db/table.ts';
import {
  children,
  clashAcknowledgements,
  meetingPeople,
  meetingStrands,
  meetings,
  people,
  places,
  strands,
} from '../db/tables.ts';
import { deleteRow, insertRow, updateRow } from '../db/write.ts';
import { type About, type Context, write } from './context.ts';
import { accept } from './timetable-clashes.ts';
import { readWorld } from './timetable-world.ts';

const minutesInDay = 24 * 60;

/** A meeting as it was, or null for a new one, and as it is to be. */
export type MeetingChange = { readonly before: MeetingWithPeople | null; readonly after: MeetingWithPeople };

/**
 * Writes a change to a meeting as one step. Fails with `timetable/outside-the-day` past midnight, with
 * `record/not-found` for a person, place, child or strand that is gone, and with `timetable/clash` when the change
 * brings a hard clash that was not there and no reason is given; with a reason each such clash is put on record.
 */
export function saveMeeting(
  ctx: Context,
  { before, after }: MeetingChange,
  about: About,
  overrideReason: string | undefined,
): MeetingChanged {
  const index = indexWorld(readWorld(ctx.db));
  const [check] = saveMeetings(ctx, index, [{ before, after: settled(ctx, after) }], about, overrideReason);
  return check ?? { meeting: after, clashes: [] };
}

/** As `saveMeeting`, for several meetings in one step, with what else belongs to it: each is checked against where the others go. */
export function saveMeetings(
  ctx: Context,
  index: TimetableIndex,
  changes: readonly MeetingChange[],
  about: About,
  overrideReason: string | undefined,
  also: (tx: WritableDb) => void = () => {},
): readonly MeetingChanged[] {
  for (const { after } of changes) refuseImpossible(ctx, after);
  const { checks, newBlocked } = checkChanges(index, changes);
  const accepted = new Set(listRows(ctx.db, clashAcknowledgements).map((row) => row.clashKey));
  const news = newBlocked.filter((clash) => !accepted.has(clash.key));
  if (news.length > 0 && !overrideReason) throw new AppError('timetable/clash', inSentences(news));
  write(ctx, about, (tx) => {
    for (const change of changes) writeMeeting(ctx, tx, change);
    for (const clash of news) accept(ctx, tx, clash.key, overrideReason ?? '');
    also(tx);
  });
  return changes.map(({ after }, at) => ({
    meeting: after,
    clashes: [...(checks[at]?.blocked ?? []), ...(checks[at]?.warnings ?? [])],
  }));
}

/** Every clash and warning a meeting has as it stands. */
export function clashesOf(ctx: Context, meeting: MeetingWithPeople): readonly Clash[] {
  const { blocked, warnings } = checkMeeting(indexWorld(readWorld(ctx.db)), meeting);
  return [...blocked, ...warnings];
}

/** Everybody once, and nobody in the chair who is not in the meeting. */
function settled(ctx: Context, meeting: MeetingWithPeople): MeetingWithPeople {
  const { chairId, strandIds, personIds } = meeting;
  const strandId = chairId === null ? null : (findRow(ctx.db, people, chairId)?.strandId ?? null);
  const isThere =
    chairId !== null && (personIds.includes(chairId) || (strandId !== null && strandIds.includes(strandId)));
  return {
    ...meeting,
    strandIds: [...new Set(strandIds)],
    personIds: [...new Set(personIds)],
    chairId: isThere ? chairId : null,
  };
}

function refuseImpossible(ctx: Context, meeting: MeetingWithPeople): void {
  if (meeting.start !== null && meeting.start + meeting.minutes > minutesInDay)
    throw new AppError('timetable/outside-the-day');
  const isKnown =
    (meeting.placeId === null || countRows(ctx.db, places, { id: meeting.placeId }) === 1) &&
    (meeting.childId === null || countRows(ctx.db, children, { id: meeting.childId }) === 1) &&
    meeting.strandIds.every((id) => countRows(ctx.db, strands, { id }) === 1) &&
    meeting.personIds.every((id) => countRows(ctx.db, people, { id }) === 1);
  if (!isKnown) throw new AppError('record/not-found');
}

/** Writes a meeting with its strands and people, as part of a step. */
export function writeMeeting(ctx: Context, tx: WritableDb, { before, after }: MeetingChange): void {
  const { strandIds, personIds, ...meeting } = after;
  if (before) updateRow(tx, meetings, meeting.id, meeting);
  else insertRow(tx, meetings, meeting);
  const meetingId = meeting.id;
  for (const row of listRows(tx, meetingStrands, { meetingId })) {
    if (!strandIds.includes(row.strandId)) deleteRow(tx, meetingStrands, row.id);
  }
  for (const row of listRows(tx, meetingPeople, { meetingId })) {
    if (!personIds.includes(row.personId)) deleteRow(tx, meetingPeople, row.id);
  }
  for (const strandId of strandIds) {
    if (!before?.strandIds.includes(strandId))
      insertRow(tx, meetingStrands, { id: ctx.newId() as RowId, meetingId, strandId });
  }
  for (const personId of personIds) {
    if (!before?.personIds.includes(personId))
      insertRow(tx, meetingPeople, { id: ctx.newId() as RowId, meetingId, personId });
  }
}

const inSentences = (clashes: readonly Clash[]) => clashes.map((clash) => `${clash.sentence}.`).join(' ');
