import type { RequestId, RowId } from '../../shared/domain/ids.ts';
import { type InformationRequest, nextReference, requestStateLabels } from '../../shared/domain/request.ts';
import { SECTOR_LABELS } from '../../shared/domain/sector.ts';
import { type IsoInstant, londonWallTime } from '../../shared/domain/time.ts';
import { addWorkingHours } from '../../shared/domain/working-days.ts';
import { AppError } from '../../shared/errors.ts';
import type { ParsedInputOf } from '../../shared/ipc/channel.ts';
import type { RequestsView, requestsChannels } from '../../shared/ipc/requests.ts';
import type { ReadableDb } from '../db/connection.ts';
import { findRow, getRow, listRows } from '../db/table.ts';
import { evidenceLinks, people, requestAnswers, requestReminders, requests } from '../db/tables.ts';
import { deleteRow, insertRow, updateRow } from '../db/write.ts';
import { type Context, write } from './context.ts';
import { engagementCalendar } from './engagement.ts';

type Input<Name extends keyof typeof requestsChannels> = ParsedInputOf<(typeof requestsChannels)[Name]>;
type Fields = Omit<Input<'requests:saveRequest'>, 'id' | 'reference'>;

/** Everything the inspectors or peers asked for, what they were given, and who was reminded when. */
export function readRequests(ctx: Context): RequestsView {
  return {
    requests: listRows(ctx.db, requests),
    answers: listRows(ctx.db, requestAnswers, {}, ['at']).toReversed(),
    reminders: listRows(ctx.db, requestReminders, {}, ['at']),
  };
}

/**
 * Changes a request, or adds one under the reference given or the next free one. Working hours decide when it is due; a
 * due time without a due date is dropped; a new request that gets an owner is with its owner. Fails with `input/invalid`
 * for a reference that another request has.
 */
export function saveRequest(
  ctx: Context,
  { id, reference: wanted, ...input }: Input<'requests:saveRequest'>,
): InformationRequest {
  if (wanted) refuseTaken(ctx.db, wanted, id);
  if (id === null) {
    const fields = settled(ctx, input, null);
    const reference = wanted || nextReference(referencesOf(ctx.db));
    const own = { id: ctx.newId() as RequestId, reference, source: 'this engagement', isVerified: true };
    const summary = `Added ${reference} “${fields.title}”`;
    return write(ctx, { action: 'saveRequest', summary }, (tx) =>
      insertRow(tx, requests, { ...fields, ...own }),
    );
  }
  const before = getRow(ctx.db, requests, id);
  const fields = settled(ctx, input, before);
  const reference = wanted || before.reference;
  const summary =
    before.state === fields.state
      ? `Changed ${reference} “${fields.title}”`
      : `${reference} “${fields.title}”: ${requestStateLabels[fields.state].toLowerCase()}`;
  return write(ctx, { action: 'saveRequest', summary }, (tx) =>
    updateRow(tx, requests, id, { ...fields, reference }),
  );
}

/** Adds several requests as one step, each under its own reference where that is free, else under the next. */
export function addRequests(
  ctx: Context,
  { requests: wanted }: Input<'requests:addRequests'>,
): { readonly added: number } {
  const taken = [...referencesOf(ctx.db)];
  const isTaken = (own: string) => taken.some((one) => one.toLowerCase() === own.toLowerCase());
  const rows = wanted.map(({ reference: own = '', ...input }) => {
    const reference = own !== '' && !isTaken(own) ? own : nextReference(taken);
    taken.push(reference);
    return { ...settled(ctx, input, null), reference };
  });
  const [first] = rows;
  const summary =
    rows.length === 1 && first
      ? `Added ${first.reference} “${first.title}”`
      : `Added ${rows.length} requests, ${first?.reference} to ${rows.at(-1)?.reference}`;
  write(ctx, { action: 'addRequests', summary }, (tx) => {
    for (const row of rows) {
      const own = { id: ctx.newId() as RequestId, source: 'this engagement', isVerified: true };
      insertRow(tx, requests, { ...row, ...own });
    }
  });
  return { added: rows.length };
}

/** Gives requests to a sector and a person as one step; a new due date is set only where one is given. */
export function reassignRequests(
  ctx: Context,
  { ids, ownerSector, ownerId, dueOn }: Input<'requests:reassignRequests'>,
): null {
  const rows = ids.map((id) => getRow(ctx.db, requests, id));
  const person = ownerId && getRow(ctx.db, people, ownerId).name;
  const whom = [ownerSector && SECTOR_LABELS[ownerSector], person].filter(Boolean).join(', ') || 'nobody yet';
  const what = rows.length === 1 ? rows[0]?.reference : `${rows.length} requests`;
  write(ctx, { action: 'reassignRequests', summary: `Gave ${what} to ${whom}` }, (tx) => {
    for (const before of rows) {
      const state = before.state === 'not-started' && ownerId ? 'gathering' : before.state;
      const due =
        dueOn === undefined ? {} : { dueOn, dueAt: dueOn === null ? null : before.dueAt, dueHours: null };
      updateRow(tx, requests, before.id, { ownerSector, ownerId, state, ...due });
    }
  });
  return null;
}

/** Notes that the owners of these requests were reminded now, and that no reminder is due for them any more. */
export function remindOwners(ctx: Context, { ids }: Input<'requests:remindOwners'>): null {
  const rows = ids.map((id) => getRow(ctx.db, requests, id));
  const what = rows.length === 1 ? rows[0]?.reference : `${rows.length} requests`;
  write(ctx, { action: 'remindOwners', summary: `Reminded the owner of ${what}` }, (tx) => {
    for (const row of rows) {
      const to = ownerWords(tx, row);
      insertRow(tx, requestReminders, { id: ctx.newId() as RowId, requestId: row.id, at: ctx.clock(), to });
      updateRow(tx, requests, row.id, { remindOn: null });
    }
  });
  return null;
}

/** Removes a request; evidence that answered it stays, no longer tied to it, and so does what was given. */
export function removeRequest(ctx: Context, { id }: Input<'requests:removeRequest'>): null {
  const { reference, title } = getRow(ctx.db, requests, id);
  const summary = `Removed ${reference} “${title}”`;
  write(ctx, { action: 'removeRequest', summary }, (tx) => {
    for (const link of listRows(tx, evidenceLinks, { requestId: id })) deleteRow(tx, evidenceLinks, link.id);
    for (const row of listRows(tx, requestReminders, { requestId: id }))
      deleteRow(tx, requestReminders, row.id);
    for (const row of listRows(tx, requestAnswers, { requestId: id }))
      updateRow(tx, requestAnswers, row.id, { requestId: null });
    deleteRow(tx, requests, id);
  });
  return null;
}

function settled(ctx: Context, input: Fields, before: InformationRequest | null): Fields {
  const isGiven = input.ownerId !== null && (before?.ownerId ?? null) !== input.ownerId;
  const isNew = input.state === 'not-started' && (before?.state ?? 'not-started') === 'not-started';
  const fields = { ...input, state: isGiven && isNew ? ('gathering' as const) : input.state };
  if (fields.dueHours !== null) return { ...fields, ...dueAfter(ctx, fields.askedAt, fields.dueHours) };
  return { ...fields, dueAt: fields.dueOn === null ? null : fields.dueAt };
}

function dueAfter(
  ctx: Context,
  askedAt: IsoInstant | null,
  hours: number,
): Pick<Fields, 'dueOn' | 'dueAt' | 'askedAt'> {
  const from = askedAt ?? ctx.clock();
  const { date, minutes } = addWorkingHours(londonWallTime(from), hours, engagementCalendar(ctx.db));
  return { dueOn: date, dueAt: minutes, askedAt: from };
}

const referencesOf = (db: ReadableDb): readonly string[] =>
  listRows(db, requests).map((request) => request.reference);

function refuseTaken(db: ReadableDb, reference: string, id: RequestId | null): void {
  const isTaken = listRows(db, requests).some(
    (one) => one.id !== id && one.reference.toLowerCase() === reference.toLowerCase(),
  );
  if (isTaken) throw new AppError('input/invalid', `There is already a request ${reference}.`);
}

function ownerWords(db: ReadableDb, { ownerId, ownerSector }: InformationRequest): string {
  const person = ownerId && findRow(db, people, ownerId)?.name;
  return person || (ownerSector ? SECTOR_LABELS[ownerSector] : 'Nobody yet');
}
