import { initialsOf } from '../../../shared/domain/people.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';

export type SeenNames = {
  /** As they were called in the version, or initials while names are shown as codes. */
  readonly person: (person: { readonly id: string; readonly name: string }) => string;
  readonly text: (text: string) => string;
  readonly areCoded: boolean;
};

/** How people of a version are called: they may have been removed since. */
export function useSeenNames(): SeenNames {
  const names = useNames();
  const people = useStore((state) => state.data.people?.people);
  const areCoded = useStore((state) => state.namesAsCodes);
  return {
    areCoded,
    text: names.withoutNames,
    person: ({ id, name }) => {
      if (!areCoded) return name;
      return people?.some((person) => person.id === id) ? names.personName(id) : initialsOf(name);
    },
  };
}
