import { RowId } from '../../../shared/domain/ids.ts';
import { onPage } from '../../../shared/domain/redaction/boxes.ts';
import { afterMarking, type RedactionMark } from '../../../shared/domain/redaction/redaction.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { redactionsChannels } from '../../../shared/ipc/redactions.ts';
import { findRow, getRow, listRows } from '../../db/table.ts';
import { redactionMarks, redactions } from '../../db/tables.ts';
import { deleteRow, insertRow, updateRow } from '../../db/write.ts';
import type { Context } from '../context.ts';
import { changed } from './redactions.ts';

type Input<Name extends keyof typeof redactionsChannels> = ParsedInputOf<(typeof redactionsChannels)[Name]>;
export type NewMark = Omit<RedactionMark, 'id' | 'redactionId'>;

/** The marks of a redaction in the order of the pages. */
export function readMarks({ db }: Context, { id }: Input<'redactions:readMarks'>): readonly RedactionMark[] {
  return listRows(db, redactionMarks, { redactionId: id }, ['page', 'top', 'left']);
}

/** Adds marks in one step. A check of before, and a copy, count no more. */
export function addMarks(ctx: Context, { id, marks }: Input<'redactions:addMarks'>): null {
  putMarks(ctx, id, marks);
  return null;
}

/** As `addMarks`, for other services. Fails with `input/invalid` for a page that the document does not have. */
export function putMarks(ctx: Context, id: RowId, marks: readonly NewMark[]): void {
  const { pages } = getRow(ctx.db, redactions, id);
  if (marks.some((mark) => mark.page > pages))
    throw new AppError('input/invalid', `The document has ${pages} pages.`);
  const what = marks.length === 1 ? 'Marked a place in' : `Marked ${marks.length} places in`;
  const left = marks.every((mark) => mark.isLeft);
  changed(ctx, id, 'addMarks', left ? what.replace('Marked', 'Left') : what, (tx) => {
    for (const mark of marks)
      insertRow(tx, redactionMarks, {
        ...{ id: RowId.parse(ctx.newId()), redactionId: id },
        ...{ ...mark, ...onPage(mark) },
      });
    updateRow(tx, redactions, id, afterMarking(ctx.actor));
  });
}

/** Moves a mark, changes its reason, or leaves its place as it is. */
export function editMark(ctx: Context, { id, ...patch }: Input<'redactions:editMark'>): null {
  const mark = getRow(ctx.db, redactionMarks, id);
  const next = { ...mark, ...patch };
  changed(ctx, mark.redactionId, 'editMark', 'Changed a mark in', (tx) => {
    updateRow(tx, redactionMarks, id, { ...patch, ...onPage(next) });
    updateRow(tx, redactions, mark.redactionId, afterMarking(ctx.actor));
  });
  return null;
}

/** Takes marks of one redaction away in one step; one that is gone already is passed over. */
export function removeMarks(ctx: Context, { ids }: Input<'redactions:removeMarks'>): null {
  const marks = ids.flatMap((id) => findRow(ctx.db, redactionMarks, id) ?? []);
  const [first] = marks;
  if (!first) throw new AppError('record/not-found');
  const what = marks.length === 1 ? 'Removed a mark from' : `Removed ${marks.length} marks from`;
  changed(ctx, first.redactionId, 'removeMarks', what, (tx) => {
    for (const mark of marks) deleteRow(tx, redactionMarks, mark.id);
    for (const redactionId of new Set(marks.map((mark) => mark.redactionId)))
      updateRow(tx, redactions, redactionId, afterMarking(ctx.actor));
  });
  return null;
}
