import { setTimeout as wait } from 'node:timers/promises';

type Doing<What> = { readonly what: What; readonly stop: AbortController; readonly end: Promise<unknown> };

export type OneDoing<What> = {
  /** Does something unless something else is being done; then null. */
  readonly run: <T>(what: What, work: (signal: AbortSignal) => Promise<T>) => Promise<T | null>;
  /** What is being done now. */
  readonly what: () => What | null;
  /** Stops it, and settles when it has ended or a while is over. */
  readonly stop: () => Promise<void>;
};

/** A drive that does not answer must not keep the engagement from being locked. */
const longestStop = 3000;

/** One thing at a time; what is asked for meanwhile is not done. `onChange` hears of each beginning and end. */
export function oneDoing<What>(onChange: () => void): OneDoing<What> {
  let doing: Doing<What> | null = null;
  return {
    run: async (what, work) => {
      if (doing) return null;
      const stop = new AbortController();
      const end = work(stop.signal);
      doing = { what, stop, end: end.catch(() => {}) };
      onChange();
      try {
        return await end;
      } finally {
        doing = null;
        onChange();
      }
    },
    what: () => doing?.what ?? null,
    stop: async () => {
      doing?.stop.abort();
      await Promise.race([doing?.end, wait(longestStop, undefined, { ref: false })]);
    },
  };
}
