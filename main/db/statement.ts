import type { Statement } from 'better-sqlite3';
import { countWritesBeside } from './beside.ts';
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

/** A count that moves with everything written since the file was opened, here or by a thread beside. */
export function changesSoFar(db: ReadableDb): number {
  const { n } = statement(db, 'SELECT total_changes() AS n').get() as { n: number };
  return n + countWritesBeside(db);
}
