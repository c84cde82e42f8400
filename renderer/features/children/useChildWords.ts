import { useCallback } from 'react';
import { knownChildren, namesIn, withoutNames } from '../../../shared/domain/attribution.ts';
import { initialsOf } from '../../../shared/domain/people.ts';
import type { ChildPageView } from '../../../shared/ipc/children.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';

/** How to show text about a child on its own page: as it is, or with names as codes. */
export function useChildWords({ child, name }: ChildPageView) {
  const names = useNames();
  const areCoded = useStore((state) => state.namesAsCodes);
  const text = useCallback(
    (words: string) => {
      if (!areCoded) return words;
      const known = knownChildren([{ ...name, code: child.code }]);
      return withoutNames(
        names.withoutNames(words),
        namesIn(names.withoutNames(words), known, { isStrict: true }),
      );
    },
    [areCoded, child.code, name, names],
  );
  return {
    areCoded,
    /** A title or a line; the child's name and known people's names become codes. */
    text,
    /** The name of somebody who is not in the list of people. */
    person: (full: string) => (areCoded ? initialsOf(full) : full),
    /** Free writing, which may name anybody. */
    free: (words: string) => (areCoded && words ? 'Hidden while names are codes' : words),
  };
}

export type ChildWords = ReturnType<typeof useChildWords>;
