import { parentPort } from 'node:worker_threads';
import { invariant } from '../../shared/assert.ts';
import { failureOrEnd } from '../services/failure-of.ts';
import type { Numbered } from '../services/limited-worker.ts';
import { readPicture, redrawPicture } from '../services/recognise/read-picture.ts';
import type { RecogniseAnswer, RecogniseQuestion } from '../services/recognise/recogniser.ts';

/** Reads words in pictures, and draws pictures anew. Threat answered: a picture made to break or stall its decoder, which is in this thread. */
invariant(parentPort, 'this file runs as a worker');
const port = parentPort;

port.on('message', ({ id, body }: Numbered<RecogniseQuestion>) => {
  void answer(body)
    .catch((error: unknown): RecogniseAnswer => ({ say: 'failed', failure: failureOrEnd(error) }))
    .then((said) => port.postMessage({ id, body: said }));
});

async function answer(question: RecogniseQuestion): Promise<RecogniseAnswer> {
  return question.ask === 'read'
    ? { say: 'read', recognised: await readPicture(question.picture) }
    : { say: 'redrawn', png: await redrawPicture(question.file) };
}
