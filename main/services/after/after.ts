import type { RowId } from '../../../shared/domain/ids.ts';
import { formatDayLong } from '../../../shared/domain/time-words.ts';
import { AppError } from '../../../shared/errors.ts';
import type { AfterView, afterChannels } from '../../../shared/ipc/after.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import { getRow, listRows } from '../../db/table.ts';
import {
  engagements,
  feedbackEntries,
  findings,
  hearings,
  lessons,
  outcomes,
  reports,
} from '../../db/tables.ts';
import { deleteRow, insertRow, updateRow } from '../../db/write.ts';
import { type Context, write } from '../context.ts';
import { theEngagement } from '../engagement.ts';

type Input<Name extends keyof typeof afterChannels> = ParsedInputOf<(typeof afterChannels)[Name]>;

/** Who heard the final feedback, and what was learnt for the next one. */
export function readAfter(ctx: Context): AfterView {
  return {
    hearings: listRows(ctx.db, hearings, {}, ['on']),
    lessons: listRows(ctx.db, lessons, {}, ['area']),
  };
}

/** Records what the engagement ended in. Fails with `input/invalid` for an outcome it cannot end in. */
export function recordOutcome(ctx: Context, input: Input<'after:recordOutcome'>): null {
  const { outcomeCode } = input;
  const outcome = listRows(ctx.db, outcomes).find(({ code }) => code === outcomeCode);
  if (outcomeCode !== '' && !outcome)
    throw new AppError('input/invalid', 'Choose one of the outcomes of this framework.');
  const summary = outcome ? `Recorded the outcome: ${outcome.title}` : 'Cleared the outcome';
  const { id } = theEngagement(ctx.db);
  write(ctx, { action: 'recordOutcome', summary }, (tx) => updateRow(tx, engagements, id, input));
  return null;
}

/** Records the day of publication and ends the embargo of everything that was said, found or reported; answers with how many it freed. */
export function liftEmbargo(
  ctx: Context,
  { publishedOn }: Input<'after:liftEmbargo'>,
): { readonly count: number } {
  const held = listRows(ctx.db, feedbackEntries, { isEmbargoed: true });
  const found = listRows(ctx.db, findings, { isEmbargoed: true });
  const told = listRows(ctx.db, reports, { isEmbargoed: true });
  const { id } = theEngagement(ctx.db);
  const summary = `Published ${formatDayLong(publishedOn)}: the embargo is over`;
  write(ctx, { action: 'liftEmbargo', summary }, (tx) => {
    updateRow(tx, engagements, id, { publishedOn });
    for (const { id: own } of held) updateRow(tx, feedbackEntries, own, { isEmbargoed: false });
    for (const { id: own } of found) updateRow(tx, findings, own, { isEmbargoed: false });
    for (const { id: own } of told) updateRow(tx, reports, own, { isEmbargoed: false });
  });
  return { count: held.length + found.length + told.length };
}

/** Adds or changes the final feedback to one audience: when it was, and who was there. */
export function saveHearing(ctx: Context, { id, ...fields }: Input<'after:saveHearing'>): null {
  const summary = `Saved the final feedback to “${fields.audience}”`;
  write(ctx, { action: 'saveHearing', summary }, (tx) =>
    id
      ? updateRow(tx, hearings, id, fields)
      : insertRow(tx, hearings, { ...fields, id: ctx.newId() as RowId }),
  );
  return null;
}

/** Removes the final feedback to one audience; what was said there stays in the log. */
export function removeHearing(ctx: Context, { id }: Input<'after:removeHearing'>): null {
  const { audience } = getRow(ctx.db, hearings, id);
  const summary = `Removed the final feedback to “${audience}”`;
  write(ctx, { action: 'removeHearing', summary }, (tx) => {
    for (const entry of listRows(tx, feedbackEntries, { hearingId: id }))
      updateRow(tx, feedbackEntries, entry.id, { hearingId: null });
    deleteRow(tx, hearings, id);
  });
  return null;
}

/** Adds or changes something learnt for the next one. */
export function saveLesson(ctx: Context, { id, ...fields }: Input<'after:saveLesson'>): null {
  write(ctx, { action: 'saveLesson', summary: id ? 'Changed a lesson' : 'Added a lesson' }, (tx) =>
    id
      ? updateRow(tx, lessons, id, fields)
      : insertRow(tx, lessons, { ...fields, id: ctx.newId() as RowId, isEarlier: false }),
  );
  return null;
}

/** Removes a lesson. */
export function removeLesson(ctx: Context, { id }: Input<'after:removeLesson'>): null {
  getRow(ctx.db, lessons, id);
  write(ctx, { action: 'removeLesson', summary: 'Removed a lesson' }, (tx) => deleteRow(tx, lessons, id));
  return null;
}
