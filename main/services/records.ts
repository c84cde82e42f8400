import type { RowId } from '../../shared/domain/ids.ts';
import { getRow, type Table } from '../db/table.ts';
import { deleteRow, insertRow, updateRow } from '../db/write.ts';
import { type About, type Context, write } from './context.ts';

type Recorded = { readonly id: RowId };

/** Adds a row under a new id, or changes the one that has it, as one step. Fails with `record/not-found`. */
export function saveRecord<Row extends Recorded>(
  ctx: Context,
  table: Table<Row>,
  row: Omit<Row, 'id'> & { readonly id: RowId | null },
  about: About,
): null {
  write(ctx, about, (tx) => {
    const { id } = row;
    // With its id the row is whole, which a spread of a generic type cannot show.
    if (id) updateRow(tx, table, id, row as Partial<Row>);
    else insertRow(tx, table, { ...row, id: ctx.newId() } as unknown as Row);
  });
  return null;
}

/** Removes a row as one step. Fails with `record/not-found`. */
export function removeRecord<Row extends Recorded>(
  ctx: Context,
  table: Table<Row>,
  id: RowId,
  about: About,
): null {
  getRow(ctx.db, table, id);
  write(ctx, about, (tx) => deleteRow(tx, table, id));
  return null;
}
