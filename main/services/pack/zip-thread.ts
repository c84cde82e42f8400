import type { Worker } from 'node:worker_threads';
import type { IsoInstant } from '../../../shared/domain/time.ts';
import { alone } from '../give-back.ts';
import { startWorker } from '../start-worker.ts';

export type ZipQuestion =
  | { readonly ask: 'open'; readonly path: string; readonly passphrase: string; readonly madeAt: IsoInstant }
  | { readonly ask: 'begin'; readonly path: string; readonly size: number }
  | { readonly ask: 'add'; readonly bytes: Uint8Array }
  | { readonly ask: 'end' }
  | { readonly ask: 'finish' };

export type ZipAnswer =
  | { readonly say: 'opened' }
  | { readonly say: 'took'; readonly bytes: number }
  | { readonly say: 'finished' }
  | { readonly say: 'failed'; readonly code: string };

/** What `startSealedZip` gives, in a thread of its own; whatever goes wrong there fails the next call. */
export type ZipThread = {
  readonly begin: (path: string, size: number) => void;
  /** Hands the bytes over, after which they are empty here, and settles when there is room for more. */
  readonly add: (bytes: Uint8Array) => Promise<void>;
  readonly end: () => void;
  /** Settles when all of it is on the disk. */
  readonly finish: () => Promise<void>;
  /** Lets go of the file, finished or not. */
  readonly close: () => Promise<void>;
};

/** So much may be on its way to the thread: enough that neither waits for every piece of the other. */
const mostAhead = 4_000_000;

/**
 * Starts sealing a zip beside the thread that deciphers and hashes what goes in: each takes about as long. The zip is there
 * when it settles.
 */
export async function startZipThread(
  zip: Omit<Extract<ZipQuestion, { ask: 'open' }>, 'ask'>,
): Promise<ZipThread> {
  const worker = startWorker('seal-zip');
  const heard = hear(worker);
  let handedOver = 0;
  const ask = (question: ZipQuestion, own: readonly ArrayBuffer[] = []): void =>
    worker.postMessage(question, [...own]);
  // A thread's files are closed with it.
  const close = async (): Promise<void> => {
    await worker.terminate();
  };

  ask({ ask: 'open', ...zip });
  await heard
    .until(({ last }) => last === 'opened')
    .catch(async (error: unknown) => {
      await close();
      throw error;
    });
  return {
    begin: (path, size) => ask({ ask: 'begin', path, size }),
    add: async (given) => {
      const bytes = alone(given);
      handedOver += bytes.length;
      ask({ ask: 'add', bytes }, [bytes.buffer]);
      await heard.until(({ taken }) => handedOver - taken < mostAhead);
    },
    end: () => ask({ ask: 'end' }),
    finish: async () => {
      ask({ ask: 'finish' });
      await heard.until(({ last }) => last === 'finished');
    },
    close,
  };
}

type Heard = { readonly taken: number; readonly last: ZipAnswer['say'] | null };

/** What the thread has said so far, to be waited for; once anything goes wrong in it, so does the waiting. */
function hear(worker: Worker): { readonly until: (isSo: (heard: Heard) => boolean) => Promise<void> } {
  let heard: Heard = { taken: 0, last: null };
  let failure: unknown = null;
  let wake = (): void => {};
  const fail = (error: unknown): void => {
    failure ??= error;
    wake();
  };
  worker.on('message', (said: ZipAnswer) => {
    if (said.say === 'failed') fail(Object.assign(new Error('The zip was not written'), { code: said.code }));
    heard = { taken: heard.taken + (said.say === 'took' ? said.bytes : 0), last: said.say };
    wake();
  });
  worker.on('error', fail).on('exit', () => fail(new Error('The thread of the zip ended')));
  return {
    until: async (isSo) => {
      while (failure === null && !isSo(heard)) await new Promise<void>((resolve) => (wake = resolve));
      if (failure !== null) throw failure;
    },
  };
}
