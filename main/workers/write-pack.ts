import { parentPort } from 'node:worker_threads';
import { assertNever, invariant } from '../../shared/assert.ts';
import { AppError } from '../../shared/errors.ts';
import type { Connection } from '../db/connection.ts';
import { openSecond } from '../db/open.ts';
import { openPackOutput, type PackOutput } from '../services/pack/pack-output.ts';
import type { PackAnswer, PackQuestion } from '../services/pack/pack-writer.ts';

/** Writes packs, so that neither deciphering and sealing nor the disk is felt in the window. */
invariant(parentPort, 'this file runs as a worker');
const port = parentPort;
/** How much is written between two words about how it gets on. */
const stride = 1024 * 1024;
let open: { readonly db: Connection; readonly output: PackOutput; readonly stop: Int32Array } | null = null;

port.on('message', (question: PackQuestion) => {
  void answer(question)
    .catch((error: { code?: unknown }): PackAnswer => ({ say: 'failed', code: String(error.code ?? '') }))
    .then((said) => port.postMessage(said));
});

async function answer(question: PackQuestion): Promise<PackAnswer> {
  switch (question.ask) {
    case 'open': {
      const { opening, places, stop } = question;
      const db = openSecond(opening);
      // Each page is read once, so nothing is gained by keeping it.
      db.pragma('cache_size = -1000');
      try {
        open = { db, stop, output: await openPackOutput(db, places) };
      } catch (error) {
        db.close();
        throw error;
      }
      return { say: 'done' };
    }
    case 'put':
      return put(question);
    case 'finish':
      invariant(open, 'it was opened first');
      await open.output.finish();
      return { say: 'done' };
    case 'close':
      await open?.output.close();
      open?.db.close();
      open = null;
      return { say: 'done' };
    default:
      return assertNever(question, 'every question has its answer');
  }
}

async function put({ path, file }: Extract<PackQuestion, { ask: 'put' }>): Promise<PackAnswer> {
  invariant(open, 'it was opened first');
  const { output, stop } = open;
  let unsaid = 0;
  const say = (): void => {
    if (unsaid > 0) port.postMessage({ say: 'on', bytes: unsaid } satisfies PackAnswer);
    unsaid = 0;
  };
  const written = await output.put(path, file, (count) => {
    if (Atomics.load(stop, 0) !== 0) throw new AppError('vault/locked');
    unsaid += count;
    if (unsaid >= stride) say();
  });
  say();
  return { say: 'written', written };
}
