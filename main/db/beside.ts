import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Connection } from './connection.ts';

/**
 * A thread may write into the open file through a connection of its own, so that waiting for the disk is not felt in the
 * window. While it writes nobody else can read, so whoever may wait waits here first, and finds the file at rest.
 */
type Beside = { writing: Promise<void> | null; writes: number; readonly ends: Set<() => Promise<void>> };

const known = new WeakMap<object, Beside>();

function besideOf(db: object): Beside {
  const own = known.get(db) ?? { writing: null, writes: 0, ends: new Set<() => Promise<void>>() };
  known.set(db, own);
  return own;
}

/** Runs one write of such a thread, after whoever waited for the file; nobody is let in until it is done. */
export async function writeBeside<T>(db: Connection, work: () => Promise<T>): Promise<T> {
  const own = besideOf(db);
  await nextTurn();
  while (own.writing) await own.writing;
  own.writes += 1;
  const writing = Promise.resolve().then(work);
  const over = writing.then(
    () => {},
    () => {},
  );
  own.writing = over;
  try {
    return await writing;
  } finally {
    if (own.writing === over) own.writing = null;
  }
}

/** Settles when no thread writes; what is then done in the same turn is alone with the file. */
export async function untilAtRest(db: Connection): Promise<void> {
  const own = besideOf(db);
  while (own.writing) await own.writing;
}

/** How many writes such threads have begun since the file was opened. */
export const countWritesBeside = (db: object): number => known.get(db)?.writes ?? 0;

/** Has `end` called when the file is to be closed or put under another key; gives what takes that back. */
export function onEndBeside(db: Connection, end: () => Promise<void>): () => void {
  const { ends } = besideOf(db);
  ends.add(end);
  return () => ends.delete(end);
}

/** Ends every such thread; settles when each has let go of the file. */
export async function endBeside(db: Connection): Promise<void> {
  const { ends } = besideOf(db);
  while (ends.size > 0) await Promise.all([...ends].map((end) => end()));
}
