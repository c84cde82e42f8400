import type { Outside } from './context.ts';

/** Runs something long of which nobody knows how far it is, shows that it runs, and stops it when the user asks. */
export async function stoppable<T>(
  outside: Pick<Outside, 'progress' | 'progressEnd'>,
  { job, label }: { readonly job: string; readonly label: string },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const look = (): void => {
    try {
      outside.progress(job, 0, 0, label);
    } catch {
      stop.abort();
    }
  };
  look();
  const timer = setInterval(look, 500);
  try {
    return await work(stop.signal);
  } finally {
    clearInterval(timer);
    outside.progressEnd(job);
  }
}
