import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Cohort } from '../../../shared/domain/cohort.ts';
import type { CohortView } from '../../../shared/ipc/cohort.ts';
import { useStore } from '../../state/store.ts';

/** The list that was kept, who is ticked in it, and what can be done with both. */
export function useCohort() {
  const act = useStore((state) => state.act);
  const showDone = useStore((state) => state.showDone);
  const tracked = useStore((state) => state.data.children);
  const [view, setView] = useState<CohortView | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const read = useCallback(async () => setView(await act('cohort:readCohort', {})), [act]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: who is tracked is part of what is read
  useEffect(() => void read(), [read, tracked]);
  // Not with each letter that is typed.
  const chosen = useMemo(
    () =>
      [...ticked].flatMap((id) => view?.children.find((child) => child.id === id && !child.isTracked) ?? []),
    [ticked, view],
  );

  async function track() {
    const done = await act('cohort:trackChildren', { ids: chosen.map((child) => child.id) });
    if (!done) return;
    setTicked(new Set());
    showDone(done.added === 1 ? '1 child is tracked now' : `${done.added} children are tracked now`);
  }

  async function shred(id: Cohort['id']) {
    const done = await act('cohort:shredList', { id });
    if (done) showDone(`Shredded ${done.shredded} rows`);
    await read();
  }

  return { view, ticked, setTicked, chosen, track, shred };
}
