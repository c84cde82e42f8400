import type { CountedDate } from '../../shared/domain/counted-date.ts';
import type { RowId } from '../../shared/domain/ids.ts';
import type { WritableDb } from '../db/connection.ts';
import { countedDates } from '../db/tables.ts';
import { insertRow } from '../db/write.ts';
import type { Context } from './context.ts';

/** Keeps how a row's date is counted, in working days from the one date, so that the row can be dated anew. */
export function addCountedDate(ctx: Context, tx: WritableDb, counted: Omit<CountedDate, 'id'>): void {
  insertRow(tx, countedDates, { ...counted, id: ctx.newId() as RowId });
}

/** A date that falls on one day, at no time of it. */
export const onDay = (offset: number) =>
  ({ fromOffset: offset, toOffset: offset, start: null, isDaily: false }) as const;
