import { z } from 'zod';
import { headingKey, normaliseHeading } from './heading.ts';
import type { TargetShape } from './target.ts';

/** For each field, the column it is read from, counted from 0; null when no column fills it. */
export const ColumnMapping = z.record(z.string(), z.number().int().nonnegative().nullable());
export type ColumnMapping = Readonly<z.infer<typeof ColumnMapping>>;

/** A column that is left out, and why. */
export type RefusedColumn = { readonly column: number; readonly heading: string; readonly reason: string };

/** A first guess at what the columns mean, for the user to look over. */
export type GuessedMapping = {
  readonly columns: ColumnMapping;
  /** From 0 (no column) to 1 (the heading is the field's own name). */
  readonly confidence: Readonly<Record<string, number>>;
  readonly refused: readonly RefusedColumn[];
  /** Columns with a heading that fill nothing. */
  readonly unmapped: readonly { readonly column: number; readonly heading: string }[];
  /** Labels of the fields of which one is needed, when none has a column. */
  readonly missing: readonly string[];
};

const leastScore = 0.6;

/** Guesses which column fills which field from the headings alone; the order of the columns does not matter. */
export function guessMapping(headings: readonly string[], target: TargetShape): GuessedMapping {
  const columns: Record<string, number | null> = {};
  const confidence: Record<string, number> = {};
  const taken = new Set<number>();
  for (const pair of pairsByScore(headings, target)) {
    if (taken.has(pair.column) || typeof columns[pair.field] === 'number') continue;
    columns[pair.field] = pair.column;
    confidence[pair.field] = pair.score;
    taken.add(pair.column);
  }
  for (const { field } of target.fields) {
    columns[field] ??= null;
    confidence[field] ??= 0;
  }
  const refused = refusedColumns(headings, target, columns);
  const left = headings.map((heading, column) => ({ column, heading }));
  return {
    columns,
    confidence,
    refused,
    unmapped: left.filter(
      ({ column, heading }) =>
        heading && !taken.has(column) && !refused.some((other) => other.column === column),
    ),
    missing: missingFields(target, columns),
  };
}

/** Names the columns that are left out by default; a column that the user mapped to a field is not among them. */
export function refusedColumns(
  headings: readonly string[],
  target: TargetShape,
  columns: ColumnMapping,
): readonly RefusedColumn[] {
  const reasons = new Map(
    target.refusedHeadings.map((refused) => [headingKey(refused.heading), refused.reason]),
  );
  const mapped = new Set(Object.values(columns));
  return headings.flatMap((heading, column) => {
    const reason = reasons.get(headingKey(lastPart(heading)));
    return reason === undefined || mapped.has(column) ? [] : [{ column, heading, reason }];
  });
}

/** Names the fields without whose column no row can be imported, as the labels to choose between; empty when all is well. */
export function missingFields(target: TargetShape, columns: ColumnMapping): readonly string[] {
  const isMapped = (field: string): boolean => typeof columns[field] === 'number';
  if (target.needsOneOf.some(isMapped)) return [];
  return target.needsOneOf.flatMap((name) => target.fields.find(({ field }) => field === name)?.label ?? []);
}

/** Gives a text that is the same for two sheets with the same headings in any order, case or spacing; at most 2,000 characters. */
export function headerSignature(headings: readonly string[]): string {
  const text = [...numberedKeys(headings)].filter(Boolean).sort().join('|');
  return text.length <= 1900 ? text || '-' : `${text.slice(0, 1800)}#${text.length}#${hash(text)}`;
}

/** Turns a mapping into one that can be kept: for each mapped field, the key of its heading. */
export function rememberMapping(
  headings: readonly string[],
  columns: ColumnMapping,
): Readonly<Record<string, string>> {
  const keys = numberedKeys(headings);
  return Object.fromEntries(
    Object.entries(columns).flatMap(([field, column]) => {
      const key = column === null ? undefined : keys[column];
      return key ? [[field, key]] : [];
    }),
  );
}

/** Turns a kept mapping back into columns of a sheet; a field whose heading is no longer there has none. */
export function recallMapping(
  headings: readonly string[],
  remembered: Readonly<Record<string, string>>,
  target: TargetShape,
): ColumnMapping {
  const keys = numberedKeys(headings);
  return Object.fromEntries(
    target.fields.map(({ field }) => {
      const key = remembered[field];
      const column = key ? keys.indexOf(key) : -1;
      return [field, column === -1 ? null : column];
    }),
  );
}

type Pair = {
  readonly field: string;
  readonly column: number;
  readonly score: number;
  readonly rank: string;
};

/** The ways in which one heading or name is looked at. */
type Forms = { readonly key: string; readonly lastKey: string; readonly words: string };

function formsOf(heading: string): Forms {
  return {
    key: headingKey(heading),
    lastKey: headingKey(lastPart(heading)),
    words: normaliseHeading(heading),
  };
}

function pairsByScore(headings: readonly string[], target: TargetShape): readonly Pair[] {
  const refused = new Set(target.refusedHeadings.map((heading) => headingKey(heading.heading)));
  const fields = target.fields.map(({ field, label, synonyms }, position) => ({
    field,
    position: String(position).padStart(3, '0'),
    names: [label, ...synonyms].map(formsOf),
  }));
  const pairs = headings.flatMap((heading, column) => {
    const forms = formsOf(heading);
    return fields.map(({ field, position, names }): Pair => {
      const score = scoreOf(forms, names);
      const isRefused = score < 1 && refused.has(forms.lastKey);
      return { field, column, score: isRefused ? 0 : score, rank: `${position}${forms.key}` };
    });
  });
  return pairs
    .filter((pair) => pair.score >= leastScore)
    .sort((a, b) => b.score - a.score || (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.column - b.column));
}

/** The first of the names is the field's own; the others stand in the order in which they are preferred. */
function scoreOf(heading: Forms, names: readonly Forms[]): number {
  if (heading.key === '') return 0;
  if (heading.key === names[0]?.key) return 1;
  const at = names.findIndex(({ key }) => key === heading.key);
  if (at !== -1) return 0.98 - at / 10_000;
  if (heading.lastKey !== heading.key && names.some(({ key }) => key === heading.lastKey)) return 0.95;
  if (names.some(({ key }) => key.length >= 6 && isOneSlipAway(key, heading.key))) return 0.8;
  return Math.max(0, ...names.map(({ words }) => shareOf(heading.words, words)));
}

/** How much of the heading is the name, when the heading begins or ends with it. */
function shareOf(heading: string, name: string): number {
  if (!name || !(heading.startsWith(`${name} `) || heading.endsWith(` ${name}`))) return 0;
  return 0.55 + 0.35 * (name.split(' ').length / heading.split(' ').length);
}

function isOneSlipAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const restA = a.slice(start);
  const restB = b.slice(start);
  const isSwap = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  return isSwap || restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}

/** Two-row headings read "Contact: E-mail"; the last part is the finer one. */
function lastPart(heading: string): string {
  return heading.slice(heading.lastIndexOf(': ') + 1).trim();
}

/** A heading that comes twice gets a number, so that each column can be told again. */
function numberedKeys(headings: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const key = headingKey(heading);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return key && count > 1 ? `${key}~${count}` : key;
  });
}

/** FNV-1a, 32 bits, enough to part two signatures that begin alike. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (value >>> 0).toString(16);
}
