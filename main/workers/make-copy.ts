import { parentPort } from 'node:worker_threads';
import { invariant } from '../../shared/assert.ts';
import { failureOf } from '../services/failure-of.ts';
import type { Numbered } from '../services/limited-worker.ts';
import { burnIn, pageImage } from '../services/redaction/copy/burn.ts';
import type { CopyAnswer, CopyQuestion } from '../services/redaction/copy/copy-maker.ts';
import { seeImage } from '../services/redaction/copy/see-page.ts';
import { verifyCopy } from '../services/redaction/copy/verify-copy.ts';
import { writeCopy } from '../services/redaction/copy/write-copy.ts';

/** Makes redacted copies away from the window, which goes on meanwhile. */
invariant(parentPort, 'this file runs as a worker');
const port = parentPort;

port.on('message', ({ id, body }: Numbered<CopyQuestion>) => {
  void answer(body)
    .catch((error: unknown): CopyAnswer => ({ say: 'failed', failure: failureOf(error) }))
    .then((said) =>
      port.postMessage({ id, body: said }, said.say === 'burnt' ? [said.seen.picture.rgba.buffer] : []),
    );
});

async function answer(question: CopyQuestion): Promise<CopyAnswer> {
  switch (question.ask) {
    case 'burn': {
      const { picture, size, marks, isScan } = question;
      burnIn(picture, size, marks, isScan);
      const image = pageImage(picture, isScan);
      return { say: 'burnt', image, seen: await seeImage(size, image) };
    }
    case 'write':
      return { say: 'written', bytes: await writeCopy(question.pages) };
    case 'verify':
      return { say: 'verified', wrong: await verifyCopy(question.copy) };
  }
}
