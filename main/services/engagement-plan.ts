import {
  type Deadline,
  type Indicator,
  isRecounted,
  lacksReason,
  type Phase,
} from '../../shared/domain/engagement.ts';
import type { RowId } from '../../shared/domain/ids.ts';
import { formatDayLong } from '../../shared/domain/time-words.ts';
import { AppError } from '../../shared/errors.ts';
import type { ParsedInputOf } from '../../shared/ipc/channel.ts';
import type { engagementChannels } from '../../shared/ipc/engagement.ts';
import { getRow, listRows } from '../db/table.ts';
import { criteria, deadlines, indicators, phases, recordedEvents } from '../db/tables.ts';
import { deleteRow, insertRow, updateRow } from '../db/write.ts';
import { type Context, write } from './context.ts';

type Input<Name extends keyof typeof engagementChannels> = ParsedInputOf<(typeof engagementChannels)[Name]>;

const ours = { source: 'this engagement', isVerified: true };

/**
 * Adds or changes a phase. Once its counting is changed it is this engagement's own, no longer the framework's. Fails
 * with `input/invalid` when it would end before it starts.
 */
export function savePhase(ctx: Context, { id, ...fields }: Input<'engagement:savePhase'>): null {
  const { title, fromOffset, toOffset, fromDate, toDate } = fields;
  const isBackwards = fromDate && toDate ? toDate < fromDate : toOffset < fromOffset;
  if (isBackwards) throw new AppError('input/invalid', `“${title}” ends before it starts.`);
  write(ctx, { action: 'savePhase', summary: `Saved “${title}”` }, (tx): Phase => {
    if (id === null) {
      const own = { id: ctx.newId() as RowId, position: nextPosition(listRows(tx, phases)), isOnSite: false };
      return insertRow(tx, phases, { ...fields, ...own, ...ours });
    }
    const before = getRow(tx, phases, id);
    const isRecounted =
      before.fromOffset !== fromOffset || before.toOffset !== toOffset || before.basis !== fields.basis;
    return updateRow(tx, phases, id, { ...fields, ...(isRecounted ? ours : {}) });
  });
  return null;
}

/** Removes a phase; the one on site stays, since the timetable's days and other dates hang on it. */
export function removePhase(ctx: Context, { id }: Input<'engagement:removePhase'>): null {
  const { title, isOnSite } = getRow(ctx.db, phases, id);
  if (isOnSite) throw new AppError('record/in-use', `The timetable takes its days from “${title}”.`);
  write(ctx, { action: 'removePhase', summary: `Removed “${title}”` }, (tx) => deleteRow(tx, phases, id));
  return null;
}

/**
 * Adds or changes a deadline, types a date over its computed one, or marks it done. Fails with `input/invalid` when it
 * has neither a number of days nor a date, counts from what this engagement does not know, or changes a computed date
 * without a reason.
 */
export function saveDeadline(ctx: Context, { id, ...fields }: Input<'engagement:saveDeadline'>): null {
  const { title, offset, date, countedFrom } = fields;
  const starts = new Set([
    'anchor',
    'site-start',
    'site-end',
    ...listRows(ctx.db, recordedEvents).map((one) => one.id),
  ]);
  if (!starts.has(countedFrom)) throw new AppError('input/invalid', 'Choose what it is counted from.');
  if (id === null && offset === null && date === null)
    throw new AppError('input/invalid', 'Give the number of days, or the date.');
  if (id !== null && lacksReason(getRow(ctx.db, deadlines, id), fields))
    throw new AppError('input/invalid', 'Say why its date is not the one that was counted.');
  write(ctx, { action: 'saveDeadline', summary: `Saved “${title}”` }, (tx): Deadline => {
    if (id === null) {
      const own = {
        id: ctx.newId() as RowId,
        position: nextPosition(listRows(tx, deadlines)),
        outcomeCode: '',
      };
      return insertRow(tx, deadlines, { ...fields, ...own, ...ours });
    }
    const before = getRow(tx, deadlines, id);
    return updateRow(tx, deadlines, id, { ...fields, ...(isRecounted(before, fields) ? ours : {}) });
  });
  return null;
}

/** Marks a deadline as done; whatever else is said of it stays. */
export function markDeadlineDone(ctx: Context, { id }: Input<'engagement:markDeadlineDone'>): null {
  const { title } = getRow(ctx.db, deadlines, id);
  write(ctx, { action: 'markDeadlineDone', summary: `Done: “${title}”` }, (tx) =>
    updateRow(tx, deadlines, id, { isDone: true }),
  );
  return null;
}

/** Removes a deadline. */
export function removeDeadline(ctx: Context, { id }: Input<'engagement:removeDeadline'>): null {
  const { title } = getRow(ctx.db, deadlines, id);
  write(ctx, { action: 'removeDeadline', summary: `Removed “${title}”` }, (tx) =>
    deleteRow(tx, deadlines, id),
  );
  return null;
}

/** Adds or changes an indicator of a criterion; a new one stands last. */
export function saveIndicator(ctx: Context, { id, ...fields }: Input<'engagement:saveIndicator'>): null {
  const { code, title } = getRow(ctx.db, criteria, fields.criterionId);
  const summary = `Saved an indicator of ${code || `“${title}”`}`;
  write(ctx, { action: 'saveIndicator', summary }, (tx): Indicator => {
    if (id !== null) return updateRow(tx, indicators, id, fields);
    const position = nextPosition(listRows(tx, indicators, { criterionId: fields.criterionId }));
    return insertRow(tx, indicators, { ...fields, id: ctx.newId() as RowId, position });
  });
  return null;
}

/** Removes an indicator. */
export function removeIndicator(ctx: Context, { id }: Input<'engagement:removeIndicator'>): null {
  getRow(ctx.db, indicators, id);
  write(ctx, { action: 'removeIndicator', summary: 'Removed an indicator' }, (tx) =>
    deleteRow(tx, indicators, id),
  );
  return null;
}

/** Records when something happened, from which other dates are counted. */
export function recordEvent(ctx: Context, { id, date }: Input<'engagement:recordEvent'>): null {
  const { title } = getRow(ctx.db, recordedEvents, id);
  const summary = date ? `Recorded ${title}: ${formatDayLong(date)}` : `Cleared the date of ${title}`;
  write(ctx, { action: 'recordEvent', summary }, (tx) => updateRow(tx, recordedEvents, id, { date }));
  return null;
}

const nextPosition = (rows: readonly { readonly position: number }[]): number =>
  rows.reduce((last, { position }) => Math.max(last, position), -1) + 1;
