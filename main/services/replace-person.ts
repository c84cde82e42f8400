import { handedOn } from '../../shared/domain/attendance/cover.ts';
import { wholeDay } from '../../shared/domain/availability.ts';
import { indexWorld } from '../../shared/domain/clash/world.ts';
import { counted } from '../../shared/domain/counted.ts';
import type { RowId } from '../../shared/domain/ids.ts';
import { AppError } from '../../shared/errors.ts';
import type { attendanceChannels } from '../../shared/ipc/attendance.ts';
import type { ParsedInputOf } from '../../shared/ipc/channel.ts';
import type { WritableDb } from '../db/connection.ts';
import { countRows, getRow, listRows } from '../db/table.ts';
import { absences, checklistItems, feedbackEntries, people, requests } from '../db/tables.ts';
import { insertRow, updateRow } from '../db/write.ts';
import { putInvitation } from './attendance.ts';
import type { Context } from './context.ts';
import { type MeetingChange, saveMeetings } from './timetable-save.ts';
import { readWorld } from './timetable-world.ts';

type Input = ParsedInputOf<(typeof attendanceChannels)['attendance:replacePerson']>;

/**
 * Hands on what depends on somebody, each thing to whom it says, as one step. A meeting without a stand-in is declined
 * and they stay listed; one of their strand goes to the stand-in's, or waits in the tray. With the days they are away, the absence is kept too. Fails with `record/not-found` for a meeting they are not in or somebody who is gone, and with
 * `timetable/clash` where a stand-in is taken, unless a reason is given.
 */
export function replacePerson(ctx: Context, input: Input): null {
  const person = getRow(ctx.db, people, input.personId);
  refuseUnknown(ctx, input);
  const world = readWorld(ctx.db);
  const changes = input.meetings.map(({ id, standInId }) => {
    const before = world.meetings.find((one) => one.id === id);
    const isStrand = person.strandId !== null && before?.strandIds.includes(person.strandId);
    if (!before || !(isStrand || before.personIds.includes(person.id)))
      throw new AppError('record/not-found');
    return { before, standInId, isNamed: before.personIds.includes(person.id) };
  });
  const saved: readonly MeetingChange[] = changes.flatMap(({ before, standInId }) => {
    const standIn = standInId === null ? null : getRow(ctx.db, people, standInId);
    const after = handedOn(before, person, standIn);
    return after === before ? [] : { before, after: { ...after, version: before.version + 1 } };
  });
  const things = countThings(input);
  const summary = things ? `Replaced ${person.name} in ${things}` : `Recorded that ${person.name} is away`;
  const about = { action: 'replacePerson', summary };
  saveMeetings(ctx, indexWorld(world), saved, about, input.overrideReason, (tx) => {
    for (const { before, standInId, isNamed } of changes) {
      // A strand is not invited.
      if (!isNamed) continue;
      const state = standInId === null ? 'declined' : 'stand-in';
      putInvitation(ctx, tx, { meeting: before, personId: person.id, state, standInId });
    }
    handOn(tx, input);
    recordAbsence(ctx, tx, input);
  });
  return null;
}

function handOn(tx: WritableDb, { requests: asked, checklistItems: items, actions }: Input): void {
  for (const { id, ownerId } of asked) updateRow(tx, requests, id, { ownerId });
  for (const { id, ownerId } of items) updateRow(tx, checklistItems, id, { ownerId, ownerName: '' });
  for (const { id, ownerId } of actions) updateRow(tx, feedbackEntries, id, { actionOwnerId: ownerId });
}

function recordAbsence(ctx: Context, tx: WritableDb, { personId, away }: Input): void {
  if (!away) return;
  const isKnown = listRows(tx, absences, { personId, ...away }).some(
    (one) => one.weekdays.length === 0 && one.start === wholeDay.start && one.end === wholeDay.end,
  );
  if (isKnown) return;
  insertRow(tx, absences, {
    ...{ id: ctx.newId() as RowId, personId, placeId: null, weekdays: [], words: '' },
    ...away,
    ...wholeDay,
  });
}

function refuseUnknown(ctx: Context, input: Input): void {
  const ids = [
    ...input.meetings.map((one) => one.standInId),
    ...[...input.requests, ...input.checklistItems, ...input.actions].map((one) => one.ownerId),
  ];
  for (const id of new Set(ids))
    if (id !== null && countRows(ctx.db, people, { id }) === 0) throw new AppError('record/not-found');
  if (input.meetings.some((one) => one.standInId === input.personId))
    throw new AppError('input/invalid', 'Choose somebody else to stand in.');
}

function countThings({ meetings, requests: asked, checklistItems: items, actions }: Input): string {
  const things = [
    [meetings.length, 'meeting', 'meetings'],
    [asked.length, 'request', 'requests'],
    [items.length, 'document', 'documents'],
    [actions.length, 'action', 'actions'],
  ] as const;
  const words = things.filter(([count]) => count > 0).map(([count, one, many]) => counted(count, one, many));
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
