import type { ReadableDb } from './connection.ts';
import { statement } from './statement.ts';
import type { StoredRow } from './table.ts';

/** A row that was taken out of its table and not put back, as it was then. */
export type RemovedRow = {
  readonly id: string;
  readonly at: string;
  readonly setId: string;
  readonly row: StoredRow;
};

/** What users took out of a table, the latest first; what Undo took out again was never wanted, and is left out. */
export function listRemoved(db: ReadableDb, table: string): readonly RemovedRow[] {
  const sql = `SELECT row_id AS id, at, set_id AS setId, before FROM change_log
    JOIN change_sets ON change_sets.id = set_id
    WHERE change_log.seq IN (SELECT max(seq) FROM change_log WHERE table_name = ? GROUP BY row_id)
      AND after IS NULL AND kind <> 'undo'
    ORDER BY change_log.seq DESC`;
  const rows = statement(db, sql).all(table) as (Omit<RemovedRow, 'row'> & { readonly before: string })[];
  return rows.map(({ before, ...removed }) => ({ ...removed, row: JSON.parse(before) as StoredRow }));
}
