import { parentPort } from 'node:worker_threads';
import { invariant } from '../../shared/assert.ts';
import { failureOrEnd } from '../services/failure-of.ts';
import type { Numbered } from '../services/limited-worker.ts';
import { type OpenPdf, openPdf } from '../services/page-picture/draw-pages.ts';
import type { DrawAnswer, DrawQuestion } from '../services/page-picture/page-pictures.ts';
import { isBlank } from '../services/page-picture/picture.ts';

/** Draws pages of one PDF. Threat answered: a PDF made to break or stall whatever draws it, which is this thread. */
invariant(parentPort, 'this file runs as a worker');
const port = parentPort;
let open: OpenPdf | null = null;

port.on('message', ({ id, body }: Numbered<DrawQuestion>) => {
  void answer(body)
    .catch((error: unknown): DrawAnswer => ({ say: 'failed', failure: failureOrEnd(error) }))
    .then((said) =>
      port.postMessage({ id, body: said }, said.say === 'drawn' ? [said.picture.rgba.buffer] : []),
    );
});

async function answer(question: DrawQuestion): Promise<DrawAnswer> {
  if (question.ask === 'open') {
    open?.close();
    open = await openPdf(question.bytes);
    return { say: 'opened', sizes: open.sizes };
  }
  invariant(open, 'it was opened first');
  if (question.ask === 'words') return { say: 'words', words: open.words(question.page) };
  if (question.ask === 'has-images') return { say: 'looked', hasImages: open.hasImages(question.page) };
  if (question.ask === 'pictured')
    return { say: 'pictured', pages: question.pages.filter((page) => open?.isPictured(page)) };
  const picture = open.draw(question.page, question.dpi);
  return question.unlessBlank && isBlank(picture) ? { say: 'blank' } : { say: 'drawn', picture };
}
