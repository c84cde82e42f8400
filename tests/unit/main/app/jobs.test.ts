import { describe, expect, it } from 'vitest';
import { startJobs } from '../../../../main/app/jobs.ts';
import type { MainEvent } from '../../../../shared/ipc/contract.ts';

describe('startJobs', () => {
  it('shows a job at once and then no oftener than anybody sees, each job by itself', () => {
    const sent: MainEvent[] = [];
    let now = 0;
    const jobs = startJobs(
      (event) => sent.push(event),
      () => now,
    );

    for (now = 0; now < 1000; now += 1) jobs.progress('add', now, 1000, 'Adding');
    jobs.progress('read', 1, 2, 'Reading');
    jobs.progressEnd('add');
    jobs.progress('add', 0, 5, 'Adding again');

    const done = sent.map((event) => ('done' in event ? `${event.job} ${event.done}` : event.type));
    expect(done).toEqual([
      ...Array.from({ length: 10 }, (_, at) => `add ${at * 100}`),
      ...['read 1', 'progress-end', 'add 0'],
    ]);
  });

  it('stops the work the next time it says how far it has got, whether or not that is shown', () => {
    const jobs = startJobs(
      () => {},
      () => 0,
    );
    jobs.progress('add', 0, 10, 'Adding');

    jobs.cancel('add');

    expect(() => jobs.progress('add', 1, 10, 'Adding')).toThrow();
    expect(() => jobs.progress('add', 2, 10, 'Adding')).not.toThrow();
  });

  it('does not stop the next of a kind because the one before ended as it was stopped', () => {
    const jobs = startJobs(
      () => {},
      () => 0,
    );
    jobs.progress('add', 9, 10, 'Adding');
    jobs.progressEnd('add');

    jobs.cancel('add');

    expect(() => jobs.progress('add', 0, 3, 'Adding more')).not.toThrow();
  });
});
