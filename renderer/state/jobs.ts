import { create } from 'zustand';

export type Job = {
  readonly job: string;
  readonly done: number;
  readonly total: number;
  readonly label: string;
};

/**
 * How far long jobs have got. Apart from the store, since it moves several times a second and whoever hears the whole
 * store would be drawn as often.
 */
export const useJobs = create<readonly Job[]>()(() => []);

/** Shows how far a job has got, in place of how far it had. */
export function showJob(job: Job): void {
  useJobs.setState((jobs) => [...jobs.filter((other) => other.job !== job.job), job], true);
}

export function endJob(job: string): void {
  useJobs.setState((jobs) => jobs.filter((other) => other.job !== job), true);
}
