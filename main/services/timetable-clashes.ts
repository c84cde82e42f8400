import { checkTimetable } from '../../shared/domain/clash/check.ts';
import { clashRules } from '../../shared/domain/clash.ts';
import type { RowId } from '../../shared/domain/ids.ts';
import { AppError } from '../../shared/errors.ts';
import type { ParsedInputOf } from '../../shared/ipc/channel.ts';
import type { timetableChannels } from '../../shared/ipc/timetable.ts';
import type { WritableDb } from '../db/connection.ts';
import { listRows } from '../db/table.ts';
import { clashAcknowledgements } from '../db/tables.ts';
import { deleteRow, insertRow, updateRow } from '../db/write.ts';
import { type Context, write } from './context.ts';
import { readWorld } from './timetable-world.ts';

type Input<Name extends keyof typeof timetableChannels> = ParsedInputOf<(typeof timetableChannels)[Name]>;

/** Puts on record why a clash is accepted. Fails with `record/not-found` when there is no such clash now. */
export function acknowledgeClash(
  ctx: Context,
  { clashKey, reason }: Input<'timetable:acknowledgeClash'>,
): null {
  const clash = checkTimetable(readWorld(ctx.db)).find((one) => one.key === clashKey);
  if (!clash) throw new AppError('record/not-found');
  const title = clashRules[clash.rule].title;
  write(ctx, { action: 'acknowledgeClash', summary: `Accepted a clash: ${lowerFirst(title)}` }, (tx) =>
    accept(ctx, tx, clashKey, reason),
  );
  return null;
}

/** Takes back that a clash was accepted. Fails with `record/not-found` when it was not. */
export function withdrawAcknowledgement(
  ctx: Context,
  { clashKey }: Input<'timetable:withdrawAcknowledgement'>,
): null {
  const [row] = listRows(ctx.db, clashAcknowledgements, { clashKey });
  if (!row) throw new AppError('record/not-found');
  write(ctx, { action: 'withdrawAcknowledgement', summary: 'No longer accepts a clash' }, (tx) =>
    deleteRow(tx, clashAcknowledgements, row.id),
  );
  return null;
}

/** Puts a clash on record as accepted, or gives it a new reason where it already is. */
export function accept(ctx: Context, tx: WritableDb, clashKey: string, reason: string): void {
  const [known] = listRows(tx, clashAcknowledgements, { clashKey });
  const row = { clashKey, reason, at: ctx.clock() };
  if (known) updateRow(tx, clashAcknowledgements, known.id, row);
  else insertRow(tx, clashAcknowledgements, { id: ctx.newId() as RowId, ...row });
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
