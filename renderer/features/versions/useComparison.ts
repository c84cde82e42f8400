import { useEffect, useState } from 'react';
import type { Comparison } from '../../../shared/ipc/versions.ts';
import { useStore } from '../../state/store.ts';

/** Two timetables to be compared: numbers of versions, null for nothing yet and for the draft. */
export type Pair = { readonly from: number | null; readonly to: number | null };

/** What is different between two versions; worked out again when the draft or the versions change. */
export function useComparison({ from, to }: Pair): Comparison | null {
  const act = useStore((state) => state.act);
  const versions = useStore((state) => state.data.versions);
  const [shown, setShown] = useState<{ readonly pair: string; readonly comparison: Comparison } | null>(null);
  const pair = `${from} ${to}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the versions and their draft are what it is worked out from
  useEffect(() => {
    let isStale = false;
    void act('versions:compareVersions', { from, to }).then((comparison) => {
      if (!isStale && comparison) setShown({ pair, comparison });
    });
    return () => {
      isStale = true;
    };
  }, [act, pair, versions]);

  return shown?.pair === pair ? shown.comparison : null;
}
