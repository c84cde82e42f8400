import type { FeedbackEntry } from './feedback.ts';
import { guessSector } from './import/guess-sector.ts';
import { SECTORS, type Sector } from './sector.ts';

export type Corroboration = 'single-source' | 'two-agree' | 'corroborated';

export const corroborationLabels: Readonly<Record<Corroboration, string>> = {
  'single-source': 'Single source',
  'two-agree': 'Two agree',
  corroborated: 'Corroborated',
};

export type Triangulated = {
  /** How many sources say it: the same role in the same meeting is one. */
  readonly sources: number;
  /** The sectors it was heard from, in the order of `SECTORS`. */
  readonly sectors: readonly Sector[];
  readonly level: Corroboration;
};

type Said = Pick<FeedbackEntry, 'saidBy' | 'meetingId' | 'sector'>;

const inspectors = /\b(?:inspectors?|hmi|peers?)\b/i;
const youngPeople = /\b(?:young (?:person|people|man|woman)|child|children|pupils?|students?)\b/i;

/** The sector that spoke: as it was given, or else as the role suggests; null for inspectors and where neither says. */
export function sectorOf({ sector, saidBy }: Pick<Said, 'sector' | 'saidBy'>): Sector | null {
  if (sector !== null || saidBy.trim() === '' || inspectors.test(saidBy)) return sector;
  return guessSector({ organisation: null, role: saidBy }) ?? (youngPeople.test(saidBy) ? 'family' : null);
}

/**
 * How well several entries that say the same bear each other out: one source, two, or three and more, at least two
 * sectors among them. Documents are counted beside it by whoever shows it, since a document was not heard.
 */
export function triangulate(entries: readonly Said[]): Triangulated {
  const sources = new Set(
    entries.map(({ saidBy, meetingId }, at) =>
      saidBy.trim() === '' ? `unnamed ${at}` : `${saidBy.trim().toLowerCase()} ${meetingId ?? ''}`,
    ),
  ).size;
  const heard = new Set(entries.map(sectorOf));
  const sectors = SECTORS.filter((sector) => heard.has(sector));
  const level =
    sources >= 3 && sectors.length >= 2 ? 'corroborated' : sources >= 2 ? 'two-agree' : 'single-source';
  return { sources, sectors, level };
}
