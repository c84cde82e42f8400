import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from '../../db/connection.ts';
import { indexSome } from '../../db/search-index.ts';
import { diskError } from '../disk-error.ts';

/** Well under what anybody notices, and as long a pause, in which everything else has its turn. */
const slice = 12;
const rest = 8;

const running = new WeakMap<Connection, Promise<void>>();

/**
 * Puts the pages of documents that wait into the search index, a little at a time, and settles when none is left. Where
 * the disk is full or the file is closed meanwhile the rest stays in the queue, and the next call goes on.
 */
export function indexWaiting(db: Connection): Promise<void> {
  const known = running.get(db);
  if (known) return known;
  const work = indexAll(db).finally(() => running.delete(db));
  running.set(db, work);
  return work;
}

async function indexAll(db: Connection): Promise<void> {
  try {
    while (db.open && indexSome(db, slice)) await pause(rest);
  } catch (error) {
    if (!diskError(error)) throw error;
  }
}
