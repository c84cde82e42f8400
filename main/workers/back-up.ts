import { parentPort } from 'node:worker_threads';
import { assertNever, invariant } from '../../shared/assert.ts';
import { loadSqlite } from '../db/open.ts';
import { sealCopy } from '../db/seal.ts';
import { rehearseDatabase, verifyDatabase } from '../db/verify.ts';
import type { BackupAnswer, BackupQuestion } from '../services/backup/backup-worker.ts';
import { type Mirror, mirrorFile } from '../services/backup/mirror-file.ts';

/** Copies an engagement file and reads copies to their end, so that neither is felt in the window. */
invariant(parentPort, 'this file runs as a worker');
const port = parentPort;
let mirror: Mirror | null = null;

port.on('message', (question: BackupQuestion) => {
  void answer(question).then((said) => port.postMessage(said));
});

loadSqlite();
port.postMessage('ready');

async function answer(question: BackupQuestion): Promise<BackupAnswer> {
  try {
    switch (question.ask) {
      case 'copy':
        mirror ??= await mirrorFile(question.from, question.to);
        await mirror.pass();
        return { say: 'done' };
      case 'finish':
        await mirror?.finish();
        mirror = null;
        return { say: 'done' };
      case 'seal':
        await sealCopy(question.from, question.to, question.key, question.newKey);
        return { say: 'done' };
      case 'verify':
        return { say: 'verified', ...(await verifyDatabase(question.path, question.key)) };
      case 'rehearse':
        return { say: 'verified', ...(await rehearseDatabase(question.path, question.key)) };
      default:
        return assertNever(question, 'every question has its answer');
    }
  } catch (error) {
    await mirror?.abandon();
    mirror = null;
    return { say: 'failed', code: String((error as { code?: unknown }).code ?? '') };
  }
}
