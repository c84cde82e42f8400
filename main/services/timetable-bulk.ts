import {
  type BulkPlan,
  copiesOf,
  isBlock,
  type KeptMeeting,
  latePlan,
  removalOf,
  shiftPlan,
  swapPlan,
  unschedulePlan,
} from '../../shared/domain/bulk-moves.ts';
import { indexWorld } from '../../shared/domain/clash/world.ts';
import { counted } from '../../shared/domain/counted.ts';
import type { MeetingId } from '../../shared/domain/ids.ts';
import { isScheduled, type MeetingWithPeople } from '../../shared/domain/meeting.ts';
import { formatDayLong } from '../../shared/domain/time-words.ts';
import { AppError } from '../../shared/errors.ts';
import type { ParsedInputOf } from '../../shared/ipc/channel.ts';
import type { MeetingsChanged, timetableChannels } from '../../shared/ipc/timetable.ts';
import { type Context, write } from './context.ts';
import { readEngagement } from './engagement.ts';
import { deleteMeeting, tiesOf } from './timetable-remove.ts';
import { saveMeetings } from './timetable-save.ts';
import { readWorld } from './timetable-world.ts';

type Input<Name extends keyof typeof timetableChannels> = ParsedInputOf<(typeof timetableChannels)[Name]>;
type Asked = { readonly id: MeetingId; readonly version: number };

/** Exchanges two meetings' times as one step. Fails with `record/stale` on an older picture of either, else as `saveMeeting` does. */
export function swapMeetings(ctx: Context, input: Input<'timetable:swapMeetings'>): MeetingsChanged {
  const world = readWorld(ctx.db);
  const [one, other] = current(world.meetings, [input.first, input.second]);
  if (!one || !other) throw new AppError('record/not-found');
  const plan = swapPlan(one, other, input);
  const summary = `Swapped “${one.title}” and “${other.title}”`;
  return save(ctx, plan, { action: 'swapMeetings', summary }, input.overrideReason);
}

/** Moves several meetings by minutes or days as one step; pinned ones stay. Fails as `swapMeetings` does. */
export function shiftMeetings(ctx: Context, input: Input<'timetable:shiftMeetings'>): MeetingsChanged {
  const { meetings } = readWorld(ctx.db);
  const plan = shiftPlan(current(meetings, input.meetings), input, readEngagement(ctx).timetableDays);
  const summary = `Moved ${countMeetings(plan.changes.length)}`;
  return save(ctx, plan, { action: 'shiftMeetings', summary }, input.overrideReason);
}

/** Puts several meetings in the tray as one step; pinned ones stay. Fails with `record/stale` on an older picture of one. */
export function unscheduleMeetings(
  ctx: Context,
  input: Input<'timetable:unscheduleMeetings'>,
): MeetingsChanged {
  const plan = unschedulePlan(current(readWorld(ctx.db).meetings, input.meetings));
  const summary = `Unscheduled ${countMeetings(plan.changes.length)}`;
  return save(ctx, plan, { action: 'unscheduleMeetings', summary }, undefined);
}

/** Removes several meetings as one step; those that are pinned, or that feedback or documents are tied to, stay. */
export function removeMeetings(ctx: Context, { ids }: Input<'timetable:removeMeetings'>): MeetingsChanged {
  const asked = new Set<string>(ids);
  const found = readWorld(ctx.db).meetings.filter(({ id }) => asked.has(id));
  const { removed, kept } = removalOf(found);
  const tied = removed.filter(({ id }) => tiesOf(ctx.db, id).length > 0);
  const gone = removed.filter((meeting) => !tied.includes(meeting));
  if (gone.length > 0) {
    write(ctx, { action: 'removeMeetings', summary: `Removed ${countMeetings(gone.length)}` }, (tx) => {
      for (const { id } of gone) deleteMeeting(tx, id);
    });
  }
  const inUse = tied.map(({ id }): KeptMeeting => ({ id, why: 'in-use' }));
  return { ids: gone.map(({ id }) => id), kept: [...kept, ...inUse] };
}

/** Pushes what is still to come in one strand on one day as one step; pinned meetings stay. Fails as `saveMeeting` does. */
export function runLate(ctx: Context, input: Input<'timetable:runLate'>): MeetingsChanged {
  const plan = latePlan(readWorld(ctx.db).meetings, input);
  const summary = `Running ${input.minutes} minutes late: moved ${countMeetings(plan.changes.length)}`;
  return save(ctx, plan, { action: 'runLate', summary }, input.overrideReason);
}

/** Copies a day's meetings, or only its blocks, to another day as one step. Fails as `saveMeeting` does. */
export function copyDay(ctx: Context, input: Input<'timetable:copyDay'>): MeetingsChanged {
  const world = readWorld(ctx.db);
  const copies = copiesOf(world.meetings, input, ctx.newId);
  if (copies.length === 0) throw new AppError('timetable/empty');
  const what = copies.every(isBlock)
    ? counted(copies.length, 'block', 'blocks')
    : countMeetings(copies.length);
  const summary = `Copied ${what} to ${formatDayLong(input.to)}`;
  const changes = copies.map((after) => ({ before: null, after }));
  saveMeetings(ctx, indexWorld(world), changes, { action: 'copyDay', summary }, input.overrideReason);
  return { ids: copies.map(({ id }) => id), kept: [] };
}

/**
 * Gives waiting meetings their planned places as one step. Fails with `record/stale` on an older picture of one, or when
 * it has a place by now, and else as `saveMeeting` does.
 */
export function placeMeetings(
  ctx: Context,
  { placements }: Input<'timetable:placeMeetings'>,
): MeetingsChanged {
  const world = readWorld(ctx.db);
  const found = new Map(current(world.meetings, placements).map((meeting) => [meeting.id, meeting]));
  const changes = placements.map(({ id, day, start, strandIds, placeId }) => {
    const before = found.get(id);
    if (!before || before.isPinned || isScheduled(before)) throw new AppError('record/stale');
    const after = { ...before, day, start, strandIds, placeId, version: before.version + 1 };
    return { before, after };
  });
  const summary = `Placed ${countMeetings(changes.length)}`;
  return save(ctx, { changes, kept: [] }, { action: 'placeMeetings', summary }, undefined);
}

function save(
  ctx: Context,
  { changes, kept }: BulkPlan,
  about: { readonly action: string; readonly summary: string },
  overrideReason: string | undefined,
): MeetingsChanged {
  if (changes.length > 0) saveMeetings(ctx, indexWorld(readWorld(ctx.db)), changes, about, overrideReason);
  return { ids: changes.map(({ after }) => after.id), kept };
}

/** The meetings asked for, as they are; fails when one is gone or has changed since it was seen. */
function current(
  meetings: readonly MeetingWithPeople[],
  asked: readonly Asked[],
): readonly MeetingWithPeople[] {
  const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  const once = new Map(asked.map((one) => [one.id, one.version]));
  return [...once].map(([id, version]) => {
    const meeting = byId.get(id);
    if (!meeting) throw new AppError('record/not-found');
    if (meeting.version !== version) throw new AppError('record/stale');
    return meeting;
  });
}

const countMeetings = (count: number) => counted(count, 'meeting', 'meetings');
