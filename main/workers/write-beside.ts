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
  const { said, room } = answer(question);
  port.postMessage(said, room ? [room] : []);
});

function answer(question: WriteQuestion): { readonly said: WriteAnswer; readonly room?: ArrayBuffer } {
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
