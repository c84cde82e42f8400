import { randomUUID } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { assertNever, invariant } from '../../shared/assert.ts';
import type { Connection } from '../db/connection.ts';
import { putUnfinished } from '../db/evidence-intake.ts';
import { openSecond } from '../db/open.ts';
import { indexSome } from '../db/search-index.ts';
import { unplaced, type WriteAnswer, type WriteQuestion } from '../services/write-worker.ts';

/** Writes documents and the search index, so that neither the encryption nor the disk is felt in the window. */
invariant(parentPort, 'this file runs as a worker');
const port = parentPort;
let db: Connection | null = null;

port.on('message', (question: WriteQuestion) => {
  void answer(question).then(({ said, room }) => port.postMessage(said, room ? [room] : []));
});

type Answered = { readonly said: WriteAnswer; readonly room?: ArrayBuffer };

async function answer(question: WriteQuestion): Promise<Answered> {
  const room = question.ask === 'put' ? { room: question.room } : {};
  try {
    switch (question.ask) {
      case 'open':
        db = openSecond(question.opening);
        return { said: { say: 'done' } };
      case 'put': {
        invariant(db, 'it was opened first');
        putUnfinished(
          db,
          question.parts.map((part) => unplaced(part, question.room)),
        );
        return { said: { say: 'done', ...room }, ...room };
      }
      case 'keep':
        invariant(db, 'it was opened first');
        return { said: { say: 'done', tables: await keep(db, question) } };
      case 'index':
        invariant(db, 'it was opened first');
        return { said: { say: 'done', hasMore: indexSome(db, question.milliseconds) } };
      case 'close':
        db?.close();
        db = null;
        return { said: { say: 'done' } };
      default:
        return assertNever(question, 'every question has its answer');
    }
  } catch (error) {
    const code = String((error as { code?: unknown }).code ?? '');
    return { said: { say: 'failed', code, ...room }, ...room };
  }
}

async function keep(
  into: Connection,
  { taken, at, actor }: Extract<WriteQuestion, { ask: 'keep' }>,
): Promise<readonly string[]> {
  // What knows every table is loaded for this alone, when nothing else of an intake is in memory any more.
  const { keepTaken } = await import('../services/evidence/keep-taken.ts');
  const touched: string[] = [];
  const changed = (tables: readonly string[]): void => {
    touched.push(...tables);
  };
  keepTaken({ db: into, clock: () => at, newId: randomUUID, actor, changed }, taken);
  return touched;
}
