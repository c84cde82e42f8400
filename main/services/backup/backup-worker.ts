import { once } from 'node:events';
import { AppError } from '../../../shared/errors.ts';
import type { FileKey } from '../../db/cipher.ts';
import type { Verified } from '../../db/verify.ts';
import { diskError } from '../disk-error.ts';
import { startWorker } from '../start-worker.ts';

export type BackupQuestion =
  /** Asked again, it copies what has changed since. */
  | { readonly ask: 'copy'; readonly from: string; readonly to: string }
  | { readonly ask: 'finish' }
  /** Makes a compact copy under another key. */
  | {
      readonly ask: 'seal';
      readonly from: string;
      readonly to: string;
      readonly key: FileKey;
      readonly newKey: FileKey;
    }
  | { readonly ask: 'verify' | 'rehearse'; readonly path: string; readonly key: FileKey };

export type BackupAnswer =
  | { readonly say: 'done' }
  | ({ readonly say: 'verified' } & Verified)
  /** The code of the system's or the database's error. */
  | { readonly say: 'failed'; readonly code: string };

export type BackupWorker = {
  /** Fails with `disk/full` or `disk/cannot-write`, or with `evidence/cancelled` when the signal stops it. */
  readonly ask: (question: BackupQuestion) => Promise<Exclude<BackupAnswer, { say: 'failed' }>>;
  /** Ends the thread; resolves when it has let go of its files. */
  readonly end: () => Promise<void>;
};

/** Starts the thread that copies and verifies; the signal ends it in the middle of any question. */
export function startBackupWorker(signal: AbortSignal): BackupWorker {
  const worker = startWorker('back-up');
  const ready = once(worker, 'message');
  ready.catch(() => {});
  return {
    ask: async (question) => {
      const answer = await new Promise<BackupAnswer>((resolve, reject) => {
        const stop = () => reject(new AppError('evidence/cancelled'));
        if (signal.aborted) return stop();
        signal.addEventListener('abort', stop, { once: true });
        worker.once('error', reject);
        ready.then(() => {
          worker.once('message', (said: BackupAnswer) => {
            signal.removeEventListener('abort', stop);
            worker.off('error', reject);
            resolve(said);
          });
          worker.postMessage(question);
        }, reject);
      });
      if (answer.say !== 'failed') return answer;
      throw diskError(answer) ?? new AppError('disk/cannot-write');
    },
    end: async () => {
      // Ended while SQLite loads, a thread would take the whole app with it.
      await ready.catch(() => {});
      await worker.terminate();
    },
  };
}
