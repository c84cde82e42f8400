import { AppError } from '../../shared/errors.ts';
import type { MainEvent } from '../../shared/ipc/contract.ts';
import type { Outside } from '../services/context.ts';

export type Jobs = Pick<Outside, 'progress' | 'progressEnd'> & { readonly cancel: (job: string) => void };

/** Shows long jobs in the window and carries the user's wish to stop one to the work itself. */
export function startJobs(send: (event: MainEvent) => void): Jobs {
  const cancelled = new Set<string>();
  return {
    progress: (job, done, total, label) => {
      if (cancelled.delete(job)) throw new AppError('evidence/cancelled');
      send({ type: 'progress', job, done, total, label });
    },
    progressEnd: (job) => {
      cancelled.delete(job);
      send({ type: 'progress-end', job });
    },
    cancel: (job) => {
      cancelled.add(job);
    },
  };
}
