import { z } from 'zod';
import type { Cohort, CohortChild } from '../domain/cohort.ts';
import type { CohortFinding } from '../domain/cohort-checks.ts';
import { RowId } from '../domain/ids.ts';
import { engaged } from './channel.ts';

/** The list that is kept, for the page on which the tracked children are chosen; names are in it because choosing needs them. */
export type CohortView = {
  /** The newest list; null when there never was one. */
  readonly cohort: Cohort | null;
  readonly children: readonly CohortChild[];
  readonly findings: readonly CohortFinding[];
};

export const cohortChannels = {
  /** Keeps a whole child-level list that was read for import, with what the published checks found. */
  'cohort:keepList': engaged<{ readonly kept: number; readonly findings: number }>()(
    z.object({ token: z.string() }),
  ),
  'cohort:readCohort': engaged<CohortView>()(z.object({})),
  /** Makes tracked children of these, in this order, as one step. */
  'cohort:trackChildren': engaged<{ readonly added: number }>()(
    z.object({ ids: z.array(z.string()).min(1).max(60) }),
  ),
  /** Destroys what is left of the list beyond recovery from the file; it cannot be undone. */
  'cohort:shredList': engaged<{ readonly shredded: number }>()(z.object({ id: RowId })),
  /** Writes what the checks found as a csv file where the user says. */
  'cohort:saveReport': engaged<{ readonly saved: boolean }>()(z.object({ id: RowId })),
};
