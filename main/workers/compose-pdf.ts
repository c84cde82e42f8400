import { readFile, writeFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { invariant } from '../../shared/assert.ts';
import { combinePdfs, numberPages } from '../services/pack/compose-pdf.ts';
import type { ComposeAnswer, ComposeQuestion } from '../services/pack/compose-worker.ts';

/** Writes PDFs for packs. Threat answered: a PDF made to stall whatever reads it, which stalls only this thread. */
invariant(parentPort, 'this file runs as a worker');
const port = parentPort;

port.on('message', (question: ComposeQuestion) => {
  void answer(question)
    .catch((): ComposeAnswer => ({ say: 'failed' }))
    .then((said) => port.postMessage(said));
});

async function answer(question: ComposeQuestion): Promise<ComposeAnswer> {
  if (question.ask === 'number') return { say: 'numbered', ...(await numberPages(question)) };
  const { pdf, refused } = await combinePdfs(question, (path) => readFile(path));
  await writeFile(question.to, pdf, { flag: 'wx', flush: true });
  return { say: 'combined', refused };
}
