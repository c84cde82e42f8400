/** One thing sought: a word or a phrase. A word finds the words that begin with it. */
export type SearchTerm = { readonly words: readonly string[]; readonly isStart: boolean };

/** What somebody typed into the search box: all of the wanted, and none of the unwanted. */
export type SearchQuery = {
  readonly wanted: readonly SearchTerm[];
  readonly unwanted: readonly SearchTerm[];
};

/** A word as short as this has to be the whole word, unless it is still being typed. */
const shortest = 2;

/** Reads `plan "annual review" -draft`: each word, the quoted ones as one phrase, and none with a minus before it. */
export function parseQuery(typed: string): SearchQuery {
  const wanted: SearchTerm[] = [];
  const unwanted: SearchTerm[] = [];
  const pattern = /(^|\s)(-?)(?:["“”]([^"“”]*)(?:["“”]|$)|([^\s"“”]+))/g;
  for (const found of typed.matchAll(pattern)) {
    const [whole, , minus = '', phrase, word = ''] = found;
    const words = wordsOf(phrase ?? word);
    if (words.length === 0) continue;
    const isLast = found.index + whole.length === typed.length;
    const last = words.at(-1) ?? '';
    const isStart = phrase === undefined && minus === '' && (last.length > shortest || isLast);
    (minus === '' ? wanted : unwanted).push({ words, isStart });
  }
  return { wanted, unwanted };
}

/** The same in the language of SQLite's FTS5; null where nothing is wanted. */
export function matchExpression({ wanted, unwanted }: SearchQuery): string | null {
  if (wanted.length === 0) return null;
  const all = wanted.map(expressionOf).join(' AND ');
  return unwanted.length === 0 ? all : `(${all}) NOT (${unwanted.map(expressionOf).join(' OR ')})`;
}

const expressionOf = ({ words, isStart }: SearchTerm): string => `"${words.join(' ')}"${isStart ? '*' : ''}`;

/** Letters and digits, as the index tells words apart; in small letters without accents. */
function wordsOf(text: string): readonly string[] {
  return foldText(text)
    .folded.split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

type Folded = { readonly folded: string; readonly origin: readonly number[] | null };

/** Small letters without accents, and for each where in the text it came from; null where that is where it stands. */
export function foldText(text: string): Folded {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII, and the punctuation of printed text
  if (!/[^\u0000-\u007f\u2010-\u2022]/.test(text)) return { folded: text.toLowerCase(), origin: null };
  let folded = '';
  const origin: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const letters =
      code < 128
        ? text.charAt(at).toLowerCase()
        : text.charAt(at).normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
    folded += letters;
    for (let count = 0; count < letters.length; count += 1) origin.push(at);
  }
  return { folded, origin };
}

/** Where something stands in a text, from its first letter to after its last. */
export type Place = readonly [number, number];

type Patterns = { readonly plain: RegExp; readonly any: RegExp };

/** Made once for each query, and used for every text. */
const made = new WeakMap<readonly SearchTerm[], Patterns>();

function patternsOf(terms: readonly SearchTerm[]): Patterns {
  const known = made.get(terms);
  if (known) return known;
  const byLength = terms.toSorted((a, b) => b.words.join(' ').length - a.words.join(' ').length);
  const pattern = (letters: string, flags: string) => {
    const options = byLength.map(
      ({ words, isStart }) => words.join(`[^${letters}]+`) + (isStart ? `[${letters}]*` : `(?![${letters}])`),
    );
    return new RegExp(`(?<![${letters}])(?:${options.join('|')})`, flags);
  };
  const patterns = { plain: pattern('a-z0-9', 'g'), any: pattern('\\p{L}\\p{N}', 'gu') };
  made.set(terms, patterns);
  return patterns;
}

/** Every place of any of the terms, in order, none inside another. */
export function placesOfTerms(text: string, terms: readonly SearchTerm[]): readonly Place[] {
  if (terms.length === 0) return [];
  const { folded, origin } = foldText(text);
  const { plain, any } = patternsOf(terms);
  return [...folded.matchAll(origin ? any : plain)].flatMap(({ index, 0: found }): readonly Place[] => {
    const end = index + found.length - 1;
    const [start, last] = origin ? [origin[index], origin[end]] : [index, end];
    return start === undefined || last === undefined ? [] : [[start, last + 1]];
  });
}

/** A piece of a text, and whether it is what was sought. */
export type Marked = { readonly text: string; readonly isHit: boolean };

/** The text in pieces, with what was sought apart. */
export function markTerms(text: string, terms: readonly SearchTerm[]): readonly Marked[] {
  const pieces: Marked[] = [];
  let at = 0;
  for (const [start, end] of placesOfTerms(text, terms)) {
    if (start > at) pieces.push({ text: text.slice(at, start), isHit: false });
    pieces.push({ text: text.slice(start, end), isHit: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isHit: false });
  return pieces;
}

/** Letters shown before and after the best place of a text. */
const before = 60;
const after = 140;

/** The part of a text where most of what was sought stands together; its beginning where nothing does. */
export function bestPart(text: string, terms: readonly SearchTerm[]): Place {
  const places = placesOfTerms(text, terms);
  const [first] = places;
  if (!first) return [0, Math.min(text.length, before + after)];
  let best = first;
  let most = 0;
  for (const [at, place] of places.slice(0, 200).entries()) {
    const found = new Set<string>();
    for (const [start, end] of places.slice(at, at + 8)) {
      if (start - place[0] <= after) found.add(foldText(text.slice(start, end)).folded);
    }
    if (found.size > most) [best, most] = [place, found.size];
  }
  return [Math.max(0, best[0] - before), Math.min(text.length, best[0] + after)];
}
