import {
  initialsIn,
  initialsOf,
  isPost,
  type Person,
  type Strand,
  shortName,
} from '../../shared/domain/people.ts';

/** How people, children and strands are called on screen. */
export type Names = {
  /** "Margaret Osei", or "MO" while names are shown as codes. */
  readonly personName: (person: Person | string) => string;
  /** "M Osei", or "MO" while names are shown as codes. */
  readonly shortPersonName: (person: Person | string) => string;
  /** "Child C": a child has no other name outside its own page. */
  readonly childLabel: (childId: string) => string;
  /** A strand is often called after its inspector, so it is coded too. */
  readonly strandName: (strand: Strand | string) => string;
  /** Free text, with every known person's name turned into initials while names are shown as codes. */
  readonly withoutNames: (text: string) => string;
};

export type NameSources = {
  readonly people: readonly Person[];
  readonly strands: readonly Strand[];
  readonly children: readonly { readonly id: string; readonly code: string }[];
  readonly areCoded: boolean;
};

/** Builds the one way of calling everybody from what is known and whether names are codes now. */
export function namesFrom({ people, strands, children, areCoded }: NameSources): Names {
  const personById = new Map<string, Person>(people.map((person) => [person.id, person]));
  const strandById = new Map<string, Strand>(strands.map((strand) => [strand.id, strand]));
  const codeById = new Map<string, string>(children.map((child) => [child.id, child.code]));
  const withoutNames = areCoded ? initialsIn(people) : (text: string) => text;

  const nameWith = (shown: (name: string, person: Person) => string) => (given: Person | string) => {
    const person = typeof given === 'string' ? personById.get(given) : given;
    if (!person) return 'Somebody removed';
    return areCoded && !isPost(person) ? initialsOf(person.name) : shown(person.name, person);
  };

  return {
    personName: nameWith((name) => name),
    shortPersonName: nameWith((name, person) => (isPost(person) ? name : shortName(name))),
    childLabel: (childId) => {
      const code = codeById.get(childId);
      return code ? `Child ${code}` : 'A child removed';
    },
    strandName: (given) => {
      const strand = typeof given === 'string' ? strandById.get(given) : given;
      return strand ? withoutNames(strand.name) : 'A strand removed';
    },
    withoutNames,
  };
}
