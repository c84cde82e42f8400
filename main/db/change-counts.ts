import type { ReadableDb } from './connection.ts';

/** How often each row of a table has been written, undone writes included: a number that only ever rises. */
export function countChangesByRow(db: ReadableDb, table: string): ReadonlyMap<string, number> {
  const sql = 'SELECT row_id AS id, count(*) AS n FROM change_log WHERE table_name = ? GROUP BY row_id';
  const rows = db.prepare(sql).all(table) as { readonly id: string; readonly n: number }[];
  return new Map(rows.map(({ id, n }) => [id, n]));
}
