import type { PersonId, PlaceId, StrandId } from '../../../shared/domain/ids.ts';
import {
  indexNames,
  type KnownName,
  matchName,
  type NameMatch,
} from '../../../shared/domain/import/name-match.ts';
import { comparableName, plainLetters } from '../../../shared/domain/import/names.ts';
import type { Person } from '../../../shared/domain/people.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { listRows } from '../../db/table.ts';
import { people, places, strands } from '../../db/tables.ts';

/** What a name in a timetable means in this engagement. */
export type Meant =
  | { readonly as: 'strand'; readonly id: StrandId }
  | { readonly as: 'person'; readonly id: PersonId }
  /** Several it may be, by name. */
  | { readonly as: 'unsure'; readonly candidates: readonly string[] }
  | { readonly as: 'new' };

export type MeantPlace =
  | { readonly as: 'place'; readonly id: PlaceId }
  | { readonly as: 'unsure'; readonly candidates: readonly string[] }
  | { readonly as: 'new' };

/** What the user said that words of a timetable mean, before anything is looked up. */
export type SaidNames = {
  readonly strands: ReadonlyMap<string, Meant>;
  readonly people: ReadonlyMap<string, Meant>;
  readonly places: ReadonlyMap<string, MeantPlace>;
};

export const nothingSaid: SaidNames = { strands: new Map(), people: new Map(), places: new Map() };

/** Looks up whom and what the cells of a timetable name. */
export type MeetingNames = {
  readonly inspector: (name: string) => Meant;
  readonly attendee: (name: string) => Meant;
  readonly place: (name: string) => MeantPlace;
};

/** Prepares the engagement's people, strands and places for looking up. A name means a strand when it is the strand's or a member's. */
export function readMeetingNames(db: ReadableDb, said: SaidNames = nothingSaid): MeetingNames {
  const everybody = listRows(db, people);
  const team = everybody.filter(({ side, strandId }) => side === 'inspection' || strandId !== null);
  const placeholders = new Set<string>(team.filter(isPlaceholder).map(homeOf));
  const teamIndex = indexNames([
    ...listRows(db, strands).flatMap(({ id, name }) => strandNames(id, name)),
    ...team.map((person) => ({ id: homeOf(person), name: person.name })),
  ]);
  const otherIndex = indexNames(everybody.filter((person) => !team.includes(person)));

  const inspector = (name: string): Meant => {
    const match = matchName(name, teamIndex);
    // Two posts that a framework calls the same are nobody in particular yet.
    const isOpenPost =
      match.state === 'ambiguous' && match.candidates.every(({ id }) => placeholders.has(id));
    return isOpenPost ? { as: 'new' } : meantBy(match);
  };
  const other = (name: string): Meant => meantBy(matchName(name, otherIndex));
  const findPlace = placeFinder(db);
  return {
    inspector: (name) => said.strands.get(name) ?? firstSure(inspector(name), () => other(name)),
    attendee: (name) => said.people.get(name) ?? firstSure(other(name), () => inspector(name)),
    place: (name) => said.places.get(name) ?? findPlace(name),
  };
}

/** A person who stands for a post that nobody has been named for: called the same as the post. */
export function isPlaceholder({ name, role, side }: Person): boolean {
  return side === 'inspection' && role !== '' && comparableName(name) === comparableName(role);
}

const strandPrefix = 'strand:';

/** Members stand for their strand, so that whoever is named, the column is the same. */
function homeOf({ id, strandId }: Person): string {
  return strandId === null ? id : `${strandPrefix}${strandId}`;
}

/** "Pair 1: leadership" is also called "Pair 1", and "Strand 1" by those who count strands. */
function strandNames(id: StrandId, name: string): readonly KnownName[] {
  const short = (name.split(':')[0] ?? '').trim();
  const number = /^(?:pair|strand|team|group)\s+(\d+)$/i.exec(short)?.[1];
  const counted = number ? [`Strand ${number}`, `Pair ${number}`] : [];
  return [...new Set([name, short, ...counted])].map((one) => ({ id: `${strandPrefix}${id}`, name: one }));
}

function meantBy(match: NameMatch): Meant {
  if (match.state === 'unmatched') return { as: 'new' };
  if (match.state === 'ambiguous')
    return { as: 'unsure', candidates: match.candidates.map(({ name }) => name) };
  if (match.id.startsWith(strandPrefix))
    return { as: 'strand', id: match.id.slice(strandPrefix.length) as StrandId };
  return { as: 'person', id: match.id as PersonId };
}

function firstSure(first: Meant, second: () => Meant): Meant {
  if (first.as !== 'new') return first;
  const other = second();
  return other.as === 'unsure' ? first : other;
}

function placeFinder(db: ReadableDb): MeetingNames['place'] {
  const byKey = new Map<string, Map<PlaceId, string>>();
  for (const { id, name, site } of listRows(db, places)) {
    const plain = name.replace(/\s*\([^()]*\)\s*/g, ' ');
    for (const one of [name, plain, `${name} ${site}`, `${site} ${name}`, `${plain} ${site}`]) {
      const key = plainLetters(one);
      byKey.set(key, (byKey.get(key) ?? new Map()).set(id, [name, site].filter(Boolean).join(', ')));
    }
  }
  return (name) => {
    const found = [...(byKey.get(plainLetters(name)) ?? [])];
    const [only] = found;
    if (!only) return { as: 'new' };
    return found.length === 1
      ? { as: 'place', id: only[0] }
      : { as: 'unsure', candidates: found.map(([, called]) => called) };
  };
}
