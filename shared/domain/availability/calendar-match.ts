import type { PersonId, PlaceId } from '../ids.ts';
import type { Person, Place } from '../people.ts';

type Owners = {
  readonly people: readonly Pick<Person, 'id' | 'name' | 'role' | 'email'>[];
  readonly places: readonly Pick<Place, 'id' | 'name'>[];
};

type Match = { readonly personId: PersonId | null; readonly placeId: PlaceId | null };

const nobody: Match = { personId: null, placeId: null };

/**
 * Proposes whose a calendar is: by its e-mail address, by a name within what it or its file is called, or by a role that
 * its file is called after. Two who fit alike are nobody.
 */
export function matchCalendar(
  calendar: { readonly names: readonly string[]; readonly emails: readonly string[] },
  { people, places }: Owners,
): Match {
  const names = calendar.names.map(plain).filter((name) => name !== '');
  const isNamed = (name: string) => name.length > 2 && names.some((one) => ` ${one} `.includes(` ${name} `));
  const tries: readonly (() => readonly Match[])[] = [
    () =>
      people
        .filter(({ email }) => email !== '' && calendar.emails.includes(email.toLowerCase()))
        .map(asPerson),
    () => people.filter(({ name }) => isNamed(plain(name))).map(asPerson),
    () => places.filter(({ name }) => isNamed(plain(name))).map(asPlace),
    () => people.filter(({ role }) => names.includes(plain(role))).map(asPerson),
  ];
  for (const attempt of tries) {
    const found = attempt();
    if (found.length > 0) return (found.length === 1 && found[0]) || nobody;
  }
  return nobody;
}

const asPerson = ({ id }: { readonly id: PersonId }): Match => ({ personId: id, placeId: null });
const asPlace = ({ id }: { readonly id: PlaceId }): Match => ({ personId: null, placeId: id });

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
