import { type CodedChild, otherNames } from './name-patterns.ts';
import { shapeOf, singlesOf, type Word, wordsOf } from './name-words.ts';
import type { Person } from './people.ts';
import type { Sector } from './sector.ts';

/** A name that must not stand in a text, and what to write instead. */
export type KnownName = {
  readonly name: string;
  /** Other names, each whole: a nickname, a former surname. */
  readonly others?: readonly string[];
  readonly replacement: string;
};

/** A known name, or part of one, as it stands in a text. */
export type NameFound = {
  readonly from: number;
  readonly to: number;
  /** As it was written: "Marcus", "Ms K Tarrow". */
  readonly words: string;
  readonly replacement: string;
};

/**
 * Finds known people's names in a text: whole names, surnames with a title or initial, and first names or surnames alone.
 * A name that is also an ordinary word ("May", "Will") counts only where its capital says so; in a `strict` search any
 * capital does. Names nobody has told it of are not found. For what people write; in documents, whose lines break within
 * names, `nameMasker` finds more.
 */
export function namesIn(
  text: string,
  people: readonly KnownName[],
  { isStrict = false }: { readonly isStrict?: boolean } = {},
): readonly NameFound[] {
  const shapes = shapesOf(people);
  if (shapes.size === 0) return [];
  const words = wordsOf(text);
  const found: NameFound[] = [];
  for (let at = 0; at < words.length; ) {
    const hit = longestAt(words, at, shapes, isStrict);
    const first = words[at];
    const last = hit && words[at + hit.length - 1];
    if (hit && first && last) {
      const replacement = isFirstOf(text, first.from) ? upperFirst(hit.replacement) : hit.replacement;
      found.push({
        from: first.from,
        to: last.to,
        words: text.slice(first.from, last.to),
        replacement,
      });
    }
    at += hit?.length ?? 1;
  }
  return found;
}

/** Writes the replacement in place of each name found. */
export function withoutNames(text: string, found: readonly NameFound[]): string {
  return found.reduceRight(
    (rest, { from, to, replacement }) => rest.slice(0, from) + replacement + rest.slice(to),
    text,
  );
}

/** The names of people who take part, each to be replaced by the role: "a SEN caseworker". */
export function knownPeople(
  people: readonly Pick<Person, 'name' | 'role' | 'side' | 'sector'>[],
): readonly KnownName[] {
  return people
    .filter(({ name, role }) => name.trim().toLowerCase() !== role.trim().toLowerCase())
    .map((person) => ({ name: person.name, replacement: roleInSentence(person) }));
}

/** The names of tracked children, each to be replaced by the code: "Child C". */
export function knownChildren(children: readonly CodedChild[]): readonly KnownName[] {
  return children.map(({ code, forename, surname, knownAs }) => ({
    name: `${forename} ${surname}`,
    others: otherNames(knownAs),
    replacement: `Child ${code}`,
  }));
}

/** How a person is spoken of by role: "a SEN caseworker", "an EHC co-ordinator", "a parent or carer". */
export function roleInSentence({ role, side, sector }: Pick<Person, 'role' | 'side' | 'sector'>): string {
  const words = role.trim();
  if (words) return `${articleFor(words)} ${lowerFirst(words)}`;
  if (side === 'inspection') return 'an inspector';
  return sector === null ? 'a colleague' : bySector[sector];
}

const bySector: Readonly<Record<Sector, string>> = {
  education: 'a colleague in education',
  health: 'a colleague in health',
  care: 'a colleague in social care',
  family: 'a parent or carer',
  voluntary: 'a colleague in the voluntary sector',
  elected: 'an elected member',
};

const isFirstOf = (text: string, at: number) => /(^|[.!?\n“"]\s*)$/.test(text.slice(0, at));

type Shape = { readonly replacement: string; readonly isSingle: boolean };

/** Every way each name may be written, as folded words joined by spaces. Where several share it, no one role is given. */
function shapesOf(people: readonly KnownName[]): ReadonlyMap<string, Shape> {
  const shapes = new Map<string, Shape>();
  const put = (key: string, shape: Shape) => {
    const known = shapes.get(key);
    const isShared = known && known.replacement !== shape.replacement;
    shapes.set(key, isShared ? { ...known, replacement: sharedBy(known, shape) } : shape);
  };
  for (const { name, others = [], replacement } of people) {
    for (const one of [name, ...others]) {
      for (const key of shapeOf(one)) put(key, { replacement, isSingle: false });
      for (const key of singlesOf(one)) put(key, { replacement, isSingle: true });
    }
  }
  return shapes;
}

function sharedBy(...shapes: readonly Shape[]): string {
  return shapes.find(({ replacement }) => replacement.startsWith('Child '))?.replacement ?? 'a colleague';
}

const longestName = 6;

function longestAt(
  words: readonly Word[],
  at: number,
  shapes: ReadonlyMap<string, Shape>,
  isStrict: boolean,
): { readonly length: number; readonly replacement: string } | null {
  for (let length = Math.min(longestName, words.length - at); length > 0; length -= 1) {
    const part = words.slice(at, at + length);
    const [first] = part;
    const shape = shapes.get(part.map((word) => word.folded).join(' '));
    if (!shape || !first) continue;
    if (shape.isSingle && !part.every((word) => readsAsName(word, isStrict))) continue;
    if (!shape.isSingle && !part.some((word) => word.isCapital) && part.some((word) => word.isOrdinary))
      continue;
    return { length, replacement: shape.replacement };
  }
  return null;
}

/** Whether one word alone is likely a name: not "will" or "may", and "Will" only where a capital means something. */
function readsAsName(word: Word, isStrict: boolean): boolean {
  if (word.isCapital) return isStrict || !word.isCapitalIdle;
  return !word.isOrdinary && word.folded.length >= 4;
}

/** "an EHC co-ordinator", "a SEN caseworker", "an NHS manager", "a unit manager": the article follows the sound. */
function articleFor(words: string): 'a' | 'an' {
  const [first = ''] = words.split(/[\s/-]/);
  const isLetters = /^[A-Z]{2,}\d*$/.test(first) && !/^(SEN|LANO|CAMHS|HMI$)/.test(first);
  if (isLetters || first === 'HMI') return /^[AEFHILMNORSX]/.test(first) ? 'an' : 'a';
  if (/^(uni|use|eu|one)/i.test(first)) return 'a';
  return /^[aeiou]/i.test(first) ? 'an' : 'a';
}

const lowerFirst = (words: string) =>
  /^(\p{Lu}\p{Ll}|\p{Lu}$|\p{Lu} )/u.test(words) && !/^Ofsted/.test(words)
    ? words.charAt(0).toLowerCase() + words.slice(1)
    : words;
const upperFirst = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
