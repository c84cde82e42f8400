import { parentPort } from 'node:worker_threads';
import { assertNever, invariant } from '../../shared/assert.ts';
import { giveBack } from '../services/give-back.ts';
import { type SealedZip, startSealedZip } from '../services/pack/zip.ts';
import type { ZipAnswer, ZipQuestion } from '../services/pack/zip-thread.ts';

/** Seals the zip of a pack and writes it, while the thread that started this one deciphers and hashes what comes next. */
invariant(parentPort, 'this file runs as a worker');
const port = parentPort;
let zip: SealedZip | null = null;
let entry: ReturnType<SealedZip['begin']> | null = null;
let hasFailed = false;

port.on('message', (question: ZipQuestion) => {
  if (hasFailed) return;
  try {
    const said = answer(question);
    if (said) port.postMessage(said);
  } catch (error) {
    hasFailed = true;
    const code = String((error as { code?: unknown }).code ?? '');
    port.postMessage({ say: 'failed', code } satisfies ZipAnswer);
  }
});

function answer(question: ZipQuestion): ZipAnswer | null {
  switch (question.ask) {
    case 'open':
      zip = startSealedZip(question.path, question.passphrase, question.madeAt);
      return { say: 'opened' };
    case 'begin':
      entry = zip?.begin(question.path, question.size) ?? null;
      return null;
    case 'add': {
      const { length } = question.bytes;
      invariant(entry, 'a file was begun');
      entry.add(question.bytes);
      giveBack(question.bytes);
      return { say: 'took', bytes: length };
    }
    case 'end':
      entry?.end();
      return null;
    case 'finish':
      invariant(zip, 'it was opened first');
      zip.finish();
      zip.close();
      return { say: 'finished' };
    default:
      return assertNever(question, 'every question has its answer');
  }
}
