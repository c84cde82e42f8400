import { z } from 'zod';
import { exactly } from './exact-pattern.ts';
import { OrganisationId, PersonId, PlaceId, StrandId } from './ids.ts';
import { Sector } from './sector.ts';

/** A body that people come from. */
export const Organisation = z.object({
  id: OrganisationId,
  name: z.string().trim().min(1).max(160),
  sector: Sector.nullable(),
  /** By what it has to take part, such as a section of an Act. */
  duty: z.string().max(400),
});
export type Organisation = z.infer<typeof Organisation>;

/** One column of the timetable: an inspector, or a pair of peers who are never split. */
export const Strand = z.object({
  id: StrandId,
  name: z.string().trim().min(1).max(120),
  position: z.number().int(),
});
export type Strand = z.infer<typeof Strand>;

/** Somebody who takes part: on the inspection side (with a strand) or on the partnership's. */
export const Person = z.object({
  id: PersonId,
  name: z.string().trim().min(1).max(160),
  side: z.enum(['inspection', 'partnership']),
  role: z.string().max(160),
  discipline: z.string().max(120),
  strandId: StrandId.nullable(),
  organisationId: OrganisationId.nullable(),
  sector: Sector.nullable(),
  email: z.string().max(254),
  phone: z.string().max(60),
  /** As it was typed or imported: "Wed am", "AL until Wednesday". */
  availability: z.string().max(300),
  notes: z.string().max(2000),
});
export type Person = z.infer<typeof Person>;

/** What a person has where nothing is said of them. */
export const plainPerson: Readonly<Omit<Person, 'id' | 'name' | 'side'>> = {
  role: '',
  discipline: '',
  strandId: null,
  organisationId: null,
  sector: null,
  email: '',
  phone: '',
  availability: '',
  notes: '',
};

/** A room or a link where meetings are held. */
export const Place = z.object({
  id: PlaceId,
  name: z.string().trim().min(1).max(160),
  site: z.string().max(160),
  capacity: z.number().int().min(0).max(10_000).nullable(),
  hasVideo: z.boolean(),
  isStepFree: z.boolean(),
  isOnline: z.boolean(),
  /** Minutes from the main site, one way. */
  travelMinutes: z.number().int().min(0).max(600),
});
export type Place = z.infer<typeof Place>;

const titles = /^(mr|mrs|ms|miss|mx|dr|prof|professor|cllr|councillor|sir|dame|rev)\.?\s+/i;

/** "M Osei" for "Margaret Osei": how a person is named where space or discretion is short. */
export function shortName(name: string): string {
  const words = name.trim().replace(titles, '').split(/\s+/);
  const last = words.at(-1) ?? '';
  const first = words.length > 1 ? words[0] : undefined;
  return first ? `${first.charAt(0).toUpperCase()} ${last}` : last;
}

/** "MO" for "Margaret Osei". */
export function initialsOf(name: string): string {
  return name
    .trim()
    .replace(titles, '')
    .split(/[\s]+/)
    .map((word) => word.charAt(0).toUpperCase())
    .filter((letter) => /\p{L}/u.test(letter))
    .join('')
    .slice(0, 3);
}

/** A post that nobody has filled yet is called by its role or its body, "CQC inspector 2", which is nobody's name. */
export const isPost = ({ name, role }: Pick<Person, 'name' | 'role'>): boolean =>
  name === role || /\d|\b(?:inspector|peer|HMI|Ofsted|CQC|LGA)\b/i.test(name);

/**
 * Makes what turns the whole names of people in a text into initials: longer names first, so that "Ann Lee-Ross" is not
 * read as "Ann Lee" and a rest. Names of one word count only in their own case. Posts keep theirs, which is nobody's name.
 */
export function initialsIn(everybody: readonly Pick<Person, 'name' | 'role'>[]): (text: string) => string {
  const people = everybody.filter((person) => !isPost(person));
  const names = new Set(people.map(({ name }) => name.trim()).filter((name) => name.length > 1));
  if (names.size === 0) return (text) => text;
  const longestFirst = [...names].sort((a, b) => b.length - a.length).map(exactly);
  const anyName = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return (text) =>
    text.replaceAll(anyName, (found) =>
      found.includes(' ') || names.has(found) ? initialsOf(found) : found,
    );
}
