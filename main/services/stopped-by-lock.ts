import { AppError } from '../../shared/errors.ts';

export type StoppedByLock = {
  /** Runs something, after what ran before it. Fails as that does, and with `vault/locked` when a lock stopped it. */
  readonly run: <T>(work: (locked: AbortSignal) => Promise<T>) => Promise<T>;
  /** Stops what runs; settles when it has ended. */
  readonly stop: () => Promise<void>;
};

/** For work that needs the open file for long and heeds a signal: a lock ends it before the file is closed. */
export function stoppedByLock(): StoppedByLock {
  let locked = new AbortController();
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: async (work) => {
      await last;
      locked = new AbortController();
      const { signal } = locked;
      const running = work(signal);
      last = running.catch(() => {});
      return running.catch((error: unknown) => {
        const isStopped = error instanceof AppError && error.code === 'evidence/cancelled';
        throw isStopped && signal.aborted ? new AppError('vault/locked') : error;
      });
    },
    stop: async () => {
      locked.abort();
      await last;
    },
  };
}
