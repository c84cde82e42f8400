import { parentPort } from 'node:worker_threads';
import { invariant } from '../../shared/assert.ts';
import { failureOrEnd } from '../services/failure-of.ts';
import type { Numbered } from '../services/limited-worker.ts';
import { readPicture } from '../services/recognise/read-picture.ts';
import type { Readable } from '../services/recognise/recognised.ts';
import type { RecogniseAnswer } from '../services/recognise/recogniser.ts';

/** Reads words in pictures. Threat answered: a picture made to break or stall its decoder, which is in this thread. */
invariant(parentPort, 'this file runs as a worker');
const port = parentPort;

port.on('message', ({ id, body }: Numbered<Readable>) => {
  void readPicture(body)
    .then((recognised): RecogniseAnswer => ({ say: 'read', recognised }))
    .catch((error: unknown): RecogniseAnswer => ({ say: 'failed', failure: failureOrEnd(error) }))
    .then((said) => port.postMessage({ id, body: said }));
});
