import { exactly } from './exact-pattern.ts';

/** How a person may be called in writing. */
export type PersonNames = { readonly forename: string; readonly surname: string; readonly knownAs: string };

/** Words that are surnames or forenames too: alone they say nothing about whom they mean. */
const ordinary = new Set(
  `able amber april archer ash august baker bank banks barber bell best bird bishop black bloom blue boot bond booth bowler
  bright brook brooks brown bush butcher butler cannon care carter case chance chandler chase child clay close coach coal
  cole comfort constant cook cooper court cross crown curry dale daisy dawn day dean dear drake drew driver duke early earl east
  eden elder english faith farmer fern field fields fisher fleet flint flower ford forest foster fox frank freeman french
  friend frost game gardener gift glass gold good grace grant gray green grey grove guest hall hand hardy harmony heath heather
  height hill hope holly home hood house hunt hunter husband iris ivy jade jasmine joy joyce judge june justice keen key king
  knight lake lamb lane law lawn lead leaf lee less light lilly lily little lock long love low major march mark marks marsh
  mason may mercy miles mill miller miner moon moor moore more moss mount new newman noble noon north oak olive page paige
  painter parent park parker parks parish patience pearl penny perry pike pitt plant plum pole pond pool poppy porter potter
  price prior pride proctor quick rain ray reed rich rivers robin rock rod rose rosemary rough round royal ruby rush
  sage sales sand savage school scott sea sergeant sharp shepherd short silver singer skinner slaughter small smart smith snow
  south spark speed spring star stern steel still stone story street strong summer summers sunny swan sweet tanner taylor
  thorn town trinity truelove tucker turner tyler vale violet wade wales walker wall ward warden waters weaver webb welch
  welsh west white wild will wills willow winter winters wise wolf wood woods worth wright young younger
  annual review report plan advice note notes summary social health education support parent carer chronology assessment
  monday tuesday wednesday thursday friday saturday sunday january february july september october november december`
    .split(/\s+/)
    .filter(Boolean),
);

/**
 * A text without accents, ligatures and invisible letters, as it was and in small letters. Both are equally long, so that
 * what is found in the one is known in the other; patterns with small letters only are ten times as quick.
 */
export type PlainText = { readonly text: string; readonly small: string };

/** Makes a text plain, so that two ways of writing the same word are the same letters. */
export function plainText(text: string): PlainText {
  const plain = plainLetters(text);
  return { text: plain, small: plain.toLowerCase() };
}

function plainLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')
    .replaceAll(/[\u2018\u2019\u02bc`´]/g, "'")
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/[ßẞøØłŁæÆœŒđĐðÐþÞ]/g, (letter) => spelt[letter] ?? letter);
}

const spelt: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'SS',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  Œ: 'Oe',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
};

/** Where a pattern is found, from the first letter to after the last. */
export function placesOf(
  { small }: PlainText,
  pattern: RegExp | null,
): readonly (readonly [number, number])[] {
  if (!pattern) return [];
  return [...small.matchAll(pattern)].map(({ index, 0: found }) => [index, index + found.length] as const);
}

/** The text with what a pattern finds turned into something else. */
export function replaced(plain: PlainText, pattern: RegExp | null, by: (found: string) => string): PlainText {
  const places = placesOf(plain, pattern);
  if (places.length === 0) return plain;
  let text = '';
  let from = 0;
  for (const [start, end] of places) {
    text += plain.text.slice(from, start) + by(plain.text.slice(start, end));
    from = end;
  }
  return plainText(text + plain.text.slice(from));
}

/** The letters and digits of a name only, small: what makes two spellings the same name. */
export function squashed(name: string): string {
  return plainLetters(name)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Whether a name standing alone points at one person: four letters or more, and no ordinary word. */
export function isDistinctive(name: string): boolean {
  return squashed(name).length >= 4 && !isOrdinary(name);
}

const isOrdinary = (name: string): boolean => ordinary.has(squashed(name));

/** Every forename and other first name the person goes by, and every other whole name. */
export function givenNames({ forename, knownAs }: PersonNames): readonly string[] {
  return [...new Set([forename.trim(), ...otherNames(knownAs)])].filter((name) => squashed(name) !== '');
}

/** What else somebody is called, as the names were typed one after another. */
export const otherNames = (knownAs: string): readonly string[] =>
  knownAs
    .split(/[,;/]/)
    .map((name) => name.trim())
    .filter(Boolean);

/** A small letter or digit of any script; what lies between is punctuation. */
const letter = '[a-z0-9\\u00df-\\u1fff\\u2c00-\\ud7ff]';
const notBefore = `(?<!${letter})`;
const notAfter = `(?!${letter})`;
/** Between two letters of one name: nothing, the hyphen of a line break, or the space of spaced-out print. */
const spread = "[-']?\\s{0,2}";
/** The same where the name stands alone, and more is needed to be sure. */
const broken = '(?:-\\s{1,2})?';
const middleNames = `(?:[\\s,.]{1,3}${letter}(?:${letter}|['.-]){0,20}){0,2}?`;

function lettersOf(name: string, between: string): string {
  const parts = plainText(name)
    .small.split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((part) => [...part].map(exactly).join(between));
  return parts.join("[\\s'-]{0,3}");
}

/**
 * Finds a whole name in text made plain: either order, any case, with a middle name or two, over line breaks, with or
 * without its hyphens. Null where there is not enough of a name to look for.
 */
export function wholeNamePattern({ forename, surname, knownAs }: PersonNames): RegExp | null {
  const last = lettersOf(surname, spread);
  if (last === '') return null;
  const found = givenNames({ forename, surname, knownAs }).flatMap((given) => {
    const first = lettersOf(given, spread);
    const isLong = squashed(given).length + squashed(surname).length >= 8;
    const gap = `[\\s,.:;()_/-]{${isLong ? 0 : 1},4}`;
    const isWhole = given.includes(' ') && squashed(given).includes(squashed(surname));
    return [`${first}${middleNames}${gap}${last}`, `${last}${gap}${first}`, ...(isWhole ? [first] : [])];
  });
  return found.length === 0 ? null : new RegExp(`${notBefore}(?:${found.join('|')})${notAfter}`, 'g');
}

/** Finds one name standing alone, as a word of its own. */
export function singleNamePattern(name: string): RegExp | null {
  const letters = lettersOf(name, broken);
  return letters === '' ? null : new RegExp(`${notBefore}${letters}${notAfter}`, 'g');
}

/** Finds letters and digits in this order, however they are grouped. */
export function groupedPattern(value: string): RegExp {
  return new RegExp(`${notBefore}${[...squashed(value)].map(exactly).join('[\\s.-]{0,3}')}${notAfter}`, 'g');
}

export type CodedChild = PersonNames & { readonly code: string };

/**
 * Makes what turns every child's name in a text into "Child C", also in a document, whose lines break within names and
 * whose letters may be spaced out; what people type is read word by word by `namesIn`. A single name that is also an ordinary word stays, so
 * that May the month is not taken for May the child.
 */
export function nameMasker(children: readonly CodedChild[]): (text: string) => string {
  return replacer(
    children,
    ({ code }) => `Child ${code}`,
    (name) => !isOrdinary(name),
  );
}

/** Makes what takes every child's name out of a text, ordinary words among them: rather a word too many than a name. */
export function nameRemover(children: readonly CodedChild[]): (text: string) => string {
  return replacer(
    children,
    () => '',
    () => true,
  );
}

function replacer(
  children: readonly CodedChild[],
  called: (child: CodedChild) => string,
  standsAlone: (name: string) => boolean,
): (text: string) => string {
  const masks = children.map((child) => {
    const singles = [child.surname, ...givenNames(child)].filter(
      (name) => squashed(name).length >= 2 && standsAlone(name),
    );
    const patterns = [wholeNamePattern(child), ...singles.map(singleNamePattern)].filter(
      (pattern) => pattern !== null,
    );
    return { patterns, name: called(child) };
  });
  return (text) => {
    const plain = plainText(text);
    const isNamed = masks.some(({ patterns }) =>
      patterns.some((pattern) => plain.small.search(pattern) >= 0),
    );
    if (!isNamed) return text;
    return masks.reduce((masked, { patterns, name }) => {
      const coded = patterns.reduce(
        (left, pattern) => replaced(left, pattern, () => name),
        plainText(masked),
      ).text;
      return name === '' ? coded : once(coded, name);
    }, text);
  };
}

/** "Child C Child C", from a forename and a surname far apart, becomes one "Child C". */
function once(text: string, name: string): string {
  const again = [...name].map(exactly).join('');
  return text.replaceAll(new RegExp(`${again}(?:[\\s_,-]+${again})+`, 'g'), name);
}
