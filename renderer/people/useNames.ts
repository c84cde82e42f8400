import { useMemo } from 'react';
import { useStore } from '../state/store.ts';
import { type Names, namesFrom } from './names.ts';

/** How to call people, children and strands now; changes when they do, or when names become codes. */
export function useNames(): Names {
  const people = useStore((state) => state.data.people);
  const children = useStore((state) => state.data.children);
  const areCoded = useStore((state) => state.namesAsCodes);
  return useMemo(
    () =>
      namesFrom({
        people: people?.people ?? [],
        strands: people?.strands ?? [],
        children: children?.children ?? [],
        areCoded,
      }),
    [people, children, areCoded],
  );
}
