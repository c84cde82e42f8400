import type { Statement } from 'better-sqlite3';
import type { ReadableDb } from './connection.ts';

const kept = new WeakMap<ReadableDb, Map<string, Statement>>();

/** The statement for this SQL, prepared once for each connection: preparing costs more than running a small one. */
export function statement(db: ReadableDb, sql: string): Statement {
  const own = kept.get(db) ?? new Map<string, Statement>();
  kept.set(db, own);
  const known = own.get(sql);
  if (known) return known;
  const made = db.prepare(sql);
  own.set(sql, made);
  return made;
}

/** How many rows this connection has written since it was opened. */
export function changesSoFar(db: ReadableDb): number {
  return (statement(db, 'SELECT total_changes() AS n').get() as { n: number }).n;
}
