import { AppError } from '../../shared/errors.ts';
import type { MainEvent } from '../../shared/ipc/contract.ts';
import type { Outside } from '../services/context.ts';

export type Jobs = Pick<Outside, 'progress' | 'progressEnd'> & { readonly cancel: (job: string) => void };

/** As often as anybody sees a bar move; the work itself may say so thousands of times. */
const shownEvery = 100;

/** Shows long jobs in the window and carries the user's wish to stop one to the work itself. */
export function startJobs(send: (event: MainEvent) => void, now = () => performance.now()): Jobs {
  const cancelled = new Set<string>();
  /** Of each job that runs. */
  const shownAt = new Map<string, number>();
  return {
    progress: (job, done, total, label) => {
      if (cancelled.delete(job)) throw new AppError('evidence/cancelled');
      const at = now();
      if (at - (shownAt.get(job) ?? Number.NEGATIVE_INFINITY) < shownEvery) return;
      shownAt.set(job, at);
      send({ type: 'progress', job, done, total, label });
    },
    progressEnd: (job) => {
      cancelled.delete(job);
      shownAt.delete(job);
      send({ type: 'progress-end', job });
    },
    cancel: (job) => {
      // One that has ended meanwhile must not stop the next of its kind.
      if (shownAt.has(job)) cancelled.add(job);
    },
  };
}
