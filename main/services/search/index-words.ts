import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '../../../shared/errors.ts';
import { untilAtRest } from '../../db/beside.ts';
import type { Connection } from '../../db/connection.ts';
import { countQueued, indexSome } from '../../db/search-index.ts';
import { diskError } from '../disk-error.ts';
import { startWriteWorker, type WriteWorker } from '../write-worker.ts';

/** Well under what anybody notices, and as long a pause, in which everything else has its turn. */
const slice = 12;
/** In a thread of its own it is noticed only by who reads the file meanwhile, and waits for the disk less often. */
const sliceBeside = 60;
const rest = 8;
/** No more pages than this are indexed here, in less time than a thread takes to start. */
const few = 5;

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
  await untilAtRest(db);
  if (!db.open) return;
  const beside = countQueued(db) > few ? startWriteWorker(db) : null;
  try {
    while (await indexNext(db, beside)) await pause(rest);
  } catch (error) {
    const isExpected = error instanceof AppError || diskError(error) !== null;
    if (!isExpected) throw error;
  } finally {
    await beside?.end();
  }
}

async function indexNext(db: Connection, beside: WriteWorker | null): Promise<boolean> {
  if (beside) return beside.index(sliceBeside);
  await untilAtRest(db);
  return db.open && indexSome(db, slice);
}
