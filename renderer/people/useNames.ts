import { useMemo } from 'react';
import type { ChildrenView } from '../../shared/ipc/children.ts';
import type { PeopleView } from '../../shared/ipc/people.ts';
import { useStore } from '../state/store.ts';
import { type Names, namesFrom } from './names.ts';

/** How to call people, children and strands now; changes when they do, or when names become codes. */
export function useNames(): Names {
  const people = useStore((state) => state.data.people);
  const children = useStore((state) => state.data.children);
  const areCoded = useStore((state) => state.namesAsCodes);
  return useMemo(() => namesOf(people, children, areCoded), [people, children, areCoded]);
}

type Made = {
  readonly children: ChildrenView | null;
  readonly areCoded: boolean;
  readonly names: Names;
};

/** Kept with the view it is made of, since hundreds of rows ask for it at once; it goes when the view goes. */
const made = new WeakMap<PeopleView, Made>();

function namesOf(people: PeopleView | null, children: ChildrenView | null, areCoded: boolean): Names {
  const known = people && made.get(people);
  if (known && known.children === children && known.areCoded === areCoded) return known.names;
  const names = namesFrom({
    people: people?.people ?? [],
    strands: people?.strands ?? [],
    children: children?.children ?? [],
    areCoded,
  });
  if (people) made.set(people, { children, areCoded, names });
  return names;
}
