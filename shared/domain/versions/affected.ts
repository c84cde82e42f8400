import type { PersonId } from '../ids.ts';
import type { MeetingChange, SeenPerson } from './diff.ts';

/** What a change means to one person: they are asked to come, are no longer needed, or come to something else than before. */
export type Part = 'asked' | 'released' | 'kept';

/** A change as it concerns one person. */
export type PersonalChange = { readonly change: MeetingChange; readonly part: Part };

/**
 * Who must be told of a change, and what it means to each. Somebody who only meets other people than before is told when
 * of the inspection team, which prepares for whom it meets; everybody else hears of what they would miss.
 */
export function affectedBy({ aspects, before, after }: MeetingChange): ReadonlyMap<PersonId, Part> {
  const parts = new Map<PersonId, Part>();
  const isOnlyPeople = aspects.length === 1 && aspects[0] === 'people';
  const was = idsOf(before?.people ?? []);
  const is = idsOf(after?.people ?? []);
  for (const { id } of before?.people ?? []) if (!is.has(id)) parts.set(id, 'released');
  for (const { id, isOfTheTeam } of after?.people ?? []) {
    if (!was.has(id)) parts.set(id, 'asked');
    else if (!isOnlyPeople || isOfTheTeam) parts.set(id, 'kept');
  }
  return parts;
}

/** Each person whom any of the changes concerns, with those changes in their order. */
export function changesByPerson(
  changes: readonly MeetingChange[],
): ReadonlyMap<PersonId, readonly PersonalChange[]> {
  const all = new Map<PersonId, PersonalChange[]>();
  for (const change of changes) {
    for (const [id, part] of affectedBy(change)) {
      const own = all.get(id);
      if (own) own.push({ change, part });
      else all.set(id, [{ change, part }]);
    }
  }
  return all;
}

const idsOf = (people: readonly SeenPerson[]) => new Set(people.map(({ id }) => id));
