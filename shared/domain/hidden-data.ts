import { z } from 'zod';
import type { EvidenceType } from './evidence.ts';
import { IsoDate } from './time.ts';
import { formatDate } from './time-words.ts';

/** What a file can hold that nobody sees who looks at its pages. */
export const HiddenKind = z.enum([
  'comments',
  'tracked-changes',
  'hidden-sheets',
  'hidden-rows',
  'hidden-slides',
  'hidden-text',
  'notes',
  'pivot-data',
  'embedded',
  'attachments',
  'external-links',
  'macros',
  'scripts',
  'revisions',
  'author',
  'last-editor',
  'company',
  'where-taken',
  'when-taken',
  'camera',
  'description',
  'unknown',
]);
export type HiddenKind = z.infer<typeof HiddenKind>;

/** One kind of hidden data in one file: how many, and names or words from it, as the file has them. */
export const HiddenFact = z.object({
  kind: HiddenKind,
  count: z.number().int().min(1),
  said: z.array(z.string()),
});
export type HiddenFact = z.infer<typeof HiddenFact>;

export const HiddenFacts = z.array(HiddenFact);

/** Of a file that was not looked at to its end. */
export const notLookedAt: readonly HiddenFact[] = [{ kind: 'unknown', count: 1, said: [] }];

const mostSaid = 12;
const longestSaid = 160;

/** A fact of a number and the different things said; null where there is neither. */
export function hiddenFact(kind: HiddenKind, count: number, said: readonly string[] = []): HiddenFact | null {
  const different = [
    ...new Set(said.map((text) => text.replaceAll(/\s+/g, ' ').trim().slice(0, longestSaid))),
  ];
  const kept = different.filter(Boolean).slice(0, mostSaid);
  const number = Math.max(count, kept.length);
  return number === 0 ? null : { kind, count: number, said: kept };
}

const hiding: ReadonlySet<EvidenceType> = new Set([
  ...(['pdf', 'docx', 'xlsx', 'pptx', 'png', 'jpeg', 'webp', 'tiff', 'heic'] as const),
]);

/** Whether files of this type can hold what does not show. */
export const canHide = (type: EvidenceType): boolean => hiding.has(type);

const who: ReadonlySet<HiddenKind> = new Set(['author', 'last-editor', 'company']);

/** Whether nothing is hidden but who wrote it, which is so of nearly every file. */
export const saysOnlyWho = (facts: readonly HiddenFact[]): boolean =>
  facts.every(({ kind }) => who.has(kind));

/** "3 comments (Ann Bell), 1 hidden sheet (Working), author: Ann Bell". */
export const hiddenWords = (facts: readonly HiddenFact[]): string => facts.map(factWords).join(', ');

/** What whoever takes a file in should know at once about what is in it, in sentences. */
export function intakeNotes(facts: readonly HiddenFact[]): readonly string[] {
  const has = (kind: HiddenKind) => facts.find((fact) => fact.kind === kind);
  const links = has('external-links');
  return [
    has('scripts') && 'It has a script, which never runs here.',
    has('macros') && 'It has macros, which never run here.',
    links && `It has ${factWords({ ...links, said: [] })}, and nothing is fetched from there.`,
    has('unknown') && 'It took too long to read, so not all of its words are known.',
  ].filter((note) => typeof note === 'string');
}

type Called = { readonly one: string; readonly several: string };

const counted: Partial<Readonly<Record<HiddenKind, Called>>> = {
  comments: { one: 'comment', several: 'comments' },
  'tracked-changes': { one: 'tracked change', several: 'tracked changes' },
  'hidden-sheets': { one: 'hidden sheet', several: 'hidden sheets' },
  'hidden-rows': { one: 'hidden row or column', several: 'hidden rows or columns' },
  'hidden-slides': { one: 'hidden slide', several: 'hidden slides' },
  'hidden-text': { one: 'piece of hidden text', several: 'pieces of hidden text' },
  notes: { one: 'slide with notes', several: 'slides with notes' },
  'pivot-data': { one: 'pivot table with its data', several: 'pivot tables with their data' },
  embedded: { one: 'file inside it', several: 'files inside it' },
  attachments: { one: 'attached file', several: 'attached files' },
  'external-links': { one: 'link to another file', several: 'links to other files' },
  revisions: { one: 'earlier version of itself', several: 'earlier versions of itself' },
};

const named: Partial<Readonly<Record<HiddenKind, string>>> = {
  author: 'author',
  'last-editor': 'last edited by',
  company: 'organisation',
  'where-taken': 'where it was taken',
  'when-taken': 'when it was taken',
  camera: 'camera',
  description: 'description',
};

function factWords({ kind, count, said }: HiddenFact): string {
  const called = counted[kind];
  if (called) {
    const names = said.length > 0 ? ` (${said.join(', ')})` : '';
    return `${count} ${count === 1 ? called.one : called.several}${names}`;
  }
  if (kind === 'macros') return 'macros';
  if (kind === 'scripts') return 'a script';
  if (kind === 'unknown') return 'what could not be looked at';
  const shown = kind === 'when-taken' ? said.map(dayWords) : said;
  return `${named[kind] ?? kind}: ${shown.join(', ')}`;
}

/** A camera writes "2026:03:03 10:22:00". */
function dayWords(text: string): string {
  const day = IsoDate.safeParse(text.slice(0, 10).replaceAll(':', '-'));
  return day.success ? formatDate(day.data) : text;
}
