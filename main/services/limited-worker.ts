import type { Worker } from 'node:worker_threads';
import { startWorker } from './start-worker.ts';

/** What is sent to the thread, and what it says: everything carries the number of its question. */
export type Numbered<T> = { readonly id: number; readonly body: T };

type Said<A> = Numbered<A> & { readonly isSoFar?: boolean };

export type LimitedWorker<Q, A> = {
  /**
   * Asks, one question after the other. Null when it was given up for taking too long or too much memory, unless part
   * of an answer had been said by then.
   */
  readonly ask: (question: Q, handedOver?: readonly ArrayBuffer[]) => Promise<A | null>;
  /** Gives back what the thread holds, once it has answered: the next question gets a fresh one. */
  readonly renew: () => void;
  /** Ends the thread; what was asked is given up. */
  readonly close: () => Promise<void>;
};

type Limits = {
  /** For one question. */
  readonly milliseconds: number;
  readonly megabytes: number;
};

/**
 * Starts asking a thread from main/workers about documents that may be made to stall or break it. A question that takes
 * too much is given up, and the thread with it; the next one gets a fresh thread.
 */
export function limitedWorker<Q, A>(name: string, limits: Limits): LimitedWorker<Q, A> {
  let worker: Worker | null = null;
  let waiting: { id: number; soFar: A | null; resolve: (answer: A | null) => void } | null = null;
  let timer: NodeJS.Timeout | null = null;
  let lastId = 0;
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  const end = (answer: A | null): void => {
    if (timer) clearTimeout(timer);
    const ended = waiting;
    waiting = null;
    ended?.resolve(answer ?? ended.soFar);
  };

  const giveUp = (): void => {
    void worker?.terminate();
    worker = null;
    end(null);
  };

  const start = (): Worker => {
    const started = startWorker(name, { resourceLimits: { maxOldGenerationSizeMb: limits.megabytes } });
    started.on('message', ({ id, body, isSoFar }: Said<A>) => {
      if (id !== waiting?.id) return;
      if (isSoFar) waiting.soFar = body;
      else end(body);
    });
    // A thread that was given up may still fail or end; only the one in use is waited for.
    const onEnd = (): void => {
      if (worker === started) giveUp();
    };
    started.on('error', onEnd);
    started.on('exit', onEnd);
    return started;
  };

  const askNow = (question: Q, handedOver: readonly ArrayBuffer[]): Promise<A | null> => {
    if (isClosed) return Promise.resolve(null);
    const running = worker ?? start();
    worker = running;
    lastId += 1;
    const id = lastId;
    return new Promise((resolve) => {
      waiting = { id, soFar: null, resolve };
      timer = setTimeout(giveUp, limits.milliseconds);
      running.postMessage({ id, body: question }, [...handedOver]);
    });
  };

  return {
    ask: (question, handedOver = []) => {
      const asked = last.then(() => askNow(question, handedOver));
      last = asked.catch(() => null);
      return asked;
    },
    renew: () => {
      last = last.then(async () => {
        const used = worker;
        worker = null;
        await used?.terminate();
      });
    },
    close: async () => {
      isClosed = true;
      const running = worker;
      worker = null;
      end(null);
      await running?.terminate();
    },
  };
}
