import { checkTimetable } from '../../shared/domain/clash/check.ts';
import type { MeetingId, StrandId } from '../../shared/domain/ids.ts';
import type { MeetingWithPeople } from '../../shared/domain/meeting.ts';
import { AppError } from '../../shared/errors.ts';
import type { ParsedInputOf } from '../../shared/ipc/channel.ts';
import type { MeetingChanged, TimetableView, timetableChannels } from '../../shared/ipc/timetable.ts';
import { listRows } from '../db/table.ts';
import { clashAcknowledgements } from '../db/tables.ts';
import { type Context, write } from './context.ts';
import { deleteMeeting, tiesOf } from './timetable-remove.ts';
import { clashesOf, saveMeeting } from './timetable-save.ts';
import { getMeeting, readWorld } from './timetable-world.ts';

type Input<Name extends keyof typeof timetableChannels> = ParsedInputOf<(typeof timetableChannels)[Name]>;

/** Every meeting, every clash there is now, and which of them somebody has accepted. */
export function readTimetable(ctx: Context): TimetableView {
  const world = readWorld(ctx.db);
  return {
    meetings: world.meetings,
    clashes: checkTimetable(world),
    acknowledgements: listRows(ctx.db, clashAcknowledgements),
    facts: world.facts,
  };
}

/** Adds a meeting, to the tray when it has no day or no start. Fails as `saveMeeting` does. */
export function addMeeting(
  ctx: Context,
  { overrideReason, ...fields }: Input<'timetable:addMeeting'>,
): MeetingChanged {
  const after = { ...fields, id: ctx.newId() as MeetingId, version: 1 };
  return saveMeeting(
    ctx,
    { before: null, after },
    { action: 'addMeeting', summary: `Added ${named(after)}` },
    overrideReason,
  );
}

/** Changes any of a meeting's fields. Fails with `record/stale` on an older picture of it, else as `saveMeeting` does. */
export function editMeeting(
  ctx: Context,
  { id, version, overrideReason, ...changes }: Input<'timetable:editMeeting'>,
): MeetingChanged {
  const before = current(ctx, id, version);
  return change(ctx, before, changes, { action: 'editMeeting', verb: 'Changed' }, overrideReason);
}

/** Moves a meeting to a day, time and column. Fails with `record/stale` on an older picture of it, else as `saveMeeting` does. */
export function moveMeeting(ctx: Context, input: Input<'timetable:moveMeeting'>): MeetingChanged {
  const { id, version, day, start, overrideReason } = input;
  const before = current(ctx, id, version);
  const changes = {
    day,
    start,
    minutes: input.minutes ?? before.minutes,
    strandIds: [...acrossColumns(before.strandIds, input.fromStrandId ?? null, input.toStrandId)],
  };
  return change(ctx, before, changes, { action: 'moveMeeting', verb: 'Moved' }, overrideReason);
}

/** Puts a meeting back in the tray; its people, strands and length stay. */
export function unscheduleMeeting(
  ctx: Context,
  { id, version }: Input<'timetable:unscheduleMeeting'>,
): MeetingChanged {
  const before = current(ctx, id, version);
  return change(
    ctx,
    before,
    { day: null, start: null },
    { action: 'unscheduleMeeting', verb: 'Unscheduled' },
  );
}

/** Marks a meeting as one to be left where it is, or no longer. */
export function pinMeeting(
  ctx: Context,
  { id, version, isPinned }: Input<'timetable:pinMeeting'>,
): MeetingChanged {
  const before = current(ctx, id, version);
  return change(ctx, before, { isPinned }, { action: 'pinMeeting', verb: isPinned ? 'Pinned' : 'Unpinned' });
}

/** Adds a copy of a meeting to the tray: at the same time it would clash with itself. */
export function duplicateMeeting(ctx: Context, { id }: Input<'timetable:duplicateMeeting'>): MeetingChanged {
  const original = getMeeting(ctx.db, id);
  const title = `${original.title.slice(0, 193)} (copy)`;
  const after = {
    ...original,
    id: ctx.newId() as MeetingId,
    version: 1,
    title,
    day: null,
    start: null,
    isPinned: false,
  };
  return saveMeeting(
    ctx,
    { before: null, after },
    { action: 'duplicateMeeting', summary: `Duplicated ${named(original)}` },
    undefined,
  );
}

/** Removes a meeting and what was accepted about it. Fails with `record/in-use` while feedback or evidence is tied to it. */
export function removeMeeting(ctx: Context, { id }: Input<'timetable:removeMeeting'>): null {
  const meeting = getMeeting(ctx.db, id);
  const ties = tiesOf(ctx.db, id);
  if (ties.length > 0) {
    const verb = ties.length === 1 && ties[0]?.startsWith('1 ') ? 'belongs' : 'belong';
    throw new AppError('record/in-use', `${ties.join(' and ')} ${verb} to ${named(meeting)}.`);
  }
  write(ctx, { action: 'removeMeeting', summary: `Removed ${named(meeting)}` }, (tx) =>
    deleteMeeting(tx, id),
  );
  return null;
}

function current(ctx: Context, id: MeetingId, version: number): MeetingWithPeople {
  const meeting = getMeeting(ctx.db, id);
  if (meeting.version !== version) throw new AppError('record/stale');
  return meeting;
}

function change(
  ctx: Context,
  before: MeetingWithPeople,
  changes: Partial<MeetingWithPeople>,
  { action, verb }: { readonly action: string; readonly verb: string },
  overrideReason?: string,
): MeetingChanged {
  const after = { ...before, ...changes, version: before.version + 1 };
  if (isSame(before, after)) return { meeting: before, clashes: clashesOf(ctx, before) };
  return saveMeeting(ctx, { before, after }, { action, summary: `${verb} ${named(after)}` }, overrideReason);
}

/** Whether a change changes nothing, as when a card is put back where it was: then nothing is recorded. */
function isSame(before: MeetingWithPeople, after: MeetingWithPeople): boolean {
  return JSON.stringify({ ...after, version: before.version }) === JSON.stringify(before);
}

/** The strands after a card is dragged from one column to another; a meeting may stand in several at once. */
function acrossColumns(
  strandIds: readonly StrandId[],
  from: StrandId | null,
  to: StrandId | null | undefined,
): readonly StrandId[] {
  if (to === undefined || from === to) return strandIds;
  const without = strandIds.filter((id) => id !== from && id !== to);
  return to === null ? without : [...without, to];
}

const named = (meeting: Pick<MeetingWithPeople, 'title'>) => `“${meeting.title}”`;
