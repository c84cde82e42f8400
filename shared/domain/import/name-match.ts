import { comparableName, initialsAndSurname, nameWords, plainLetters } from './names.ts';

/** Somebody or something that a name can mean: a person, or a strand of the timetable. */
export type KnownName = { readonly id: string; readonly name: string };

/** How a name was recognised, from surest to least sure. */
export type MatchedBy = 'exact' | 'letters' | 'without-title' | 'initials';

/** What a name that was typed freely means. */
export type NameMatch =
  | { readonly state: 'matched'; readonly id: string; readonly by: MatchedBy }
  /** Several it may be; the user chooses. */
  | { readonly state: 'ambiguous'; readonly candidates: readonly KnownName[] }
  /** Nobody it surely is; `candidates` are those with the same surname, if any. */
  | { readonly state: 'unmatched'; readonly candidates: readonly KnownName[] };

/** Names ready for looking up, so that thousands of rows are matched without comparing each with each. */
export type NameIndex = Readonly<Record<MatchedBy | 'surname', ReadonlyMap<string, readonly KnownName[]>>>;

/** Prepares known people and strands for `matchName`. */
export function indexNames(known: readonly KnownName[]): NameIndex {
  return {
    exact: grouped(known, ({ name }) => [name.trim()]),
    letters: grouped(known, ({ name }) => [plainLetters(name)]),
    'without-title': grouped(known, ({ name }) => [
      comparableName(name),
      comparableName(withoutBrackets(name)),
    ]),
    initials: grouped(known, ({ name }) => initialKeys(withoutBrackets(name))),
    surname: grouped(known, ({ name }) => [initialsAndSurname(withoutBrackets(name)).surname]),
  };
}

/**
 * Says whom a free-text name means: the same words; the same letters whatever case, accents and punctuation;
 * the same without titles such as Dr. or a note in brackets; or, when only one fits, an initial and the surname.
 */
export function matchName(text: string, index: NameIndex): NameMatch {
  const plain = withoutBrackets(text);
  const tries: readonly (readonly [MatchedBy, readonly string[]])[] = [
    ['exact', [text.trim()]],
    ['letters', [plainLetters(text)]],
    ['without-title', [comparableName(text), comparableName(plain)]],
    ['initials', isInitialled(plain) ? initialKeys(plain).slice(0, 1) : []],
  ];
  for (const [by, keys] of tries) {
    const found = unique(keys.filter(Boolean).flatMap((key) => index[by].get(key) ?? []));
    const [only] = found;
    if (only && found.length === 1) return { state: 'matched', id: only.id, by };
    if (found.length > 1) return { state: 'ambiguous', candidates: found };
  }
  const { surname } = initialsAndSurname(plain);
  return { state: 'unmatched', candidates: index.surname.get(surname) ?? [] };
}

/** "F Mueller" and "F. K. Mueller" are given by initials; "Felton Mueller" is not, since another forename is another person. */
function isInitialled(name: string): boolean {
  const words = nameWords(name);
  return words.length > 1 && words.slice(0, -1).every((word) => word.length === 1);
}

/** Felton Karl Mueller is found by "F K Mueller" and by "F Mueller": all initials first. */
function initialKeys(name: string): readonly string[] {
  const { initials, surname } = initialsAndSurname(name);
  if (!initials || !surname) return [];
  return [...new Set([`${initials} ${surname}`, `${initials.charAt(0)} ${surname}`])];
}

function withoutBrackets(name: string): string {
  return name.replace(/\s*[([][^()[\]]*[)\]]\s*/g, ' ').trim();
}

function grouped(
  known: readonly KnownName[],
  keysOf: (known: KnownName) => readonly string[],
): ReadonlyMap<string, readonly KnownName[]> {
  const groups = new Map<string, KnownName[]>();
  for (const one of known)
    for (const key of new Set(keysOf(one).filter(Boolean)))
      groups.set(key, [...(groups.get(key) ?? []), one]);
  return groups;
}

function unique(known: readonly KnownName[]): readonly KnownName[] {
  return [...new Map(known.map((one) => [one.id, one])).values()];
}

/**
 * Guesses which room is called so for short: the only one of whose name nothing but brackets and the word "room" is
 * left out, "Committee 2" for "Committee Room 2"; or else the only one whose name ends so. Null for a name that says
 * nothing but "room", or where several fit.
 */
export function shortRoomName(text: string, rooms: readonly KnownName[]): KnownName | null {
  const short = roomKey(text);
  if (short === '') return null;
  const keyed = rooms.map((room) => ({ room, key: roomKey(room.name) }));
  const same = keyed.filter(({ key }) => key === short);
  const found = same.length > 0 ? same : keyed.filter(({ key }) => key.endsWith(` ${short}`));
  return found.length === 1 ? (found[0]?.room ?? null) : null;
}

const roomKey = (name: string): string =>
  plainLetters(withoutBrackets(name))
    .replace(/\b(?:room|rm)\b/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
