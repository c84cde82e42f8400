/** One word of a text, with what is needed to tell whether it is part of a name. */
export type Word = {
  readonly from: number;
  readonly to: number;
  /** Lower case without accents and without a closing 's. */
  readonly folded: string;
  readonly isCapital: boolean;
  /** Also an ordinary English word: "frank", "young". */
  readonly isOrdinary: boolean;
  /** An ordinary word that often begins a sentence, or a month, so that its capital says nothing here. */
  readonly isCapitalIdle: boolean;
};

/** The words of a text; hyphens part words, and a closing 's belongs to none. */
export function wordsOf(text: string): readonly Word[] {
  const matches = [...text.matchAll(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu)];
  const plain = matches.map((match) => match[0].replace(/['’]s$/iu, ''));
  const folded = plain.map(fold);
  return matches.map(({ index: from }, at) => {
    const word = plain[at] ?? '';
    const key = folded[at] ?? '';
    const before = matches[at - 1];
    const gap = before ? text.slice(before.index + before[0].length, from) : '\n';
    const isAfterStop = gap.includes('.') && !isInitialOrTitle(folded[at - 1] ?? '');
    const isFirst = isAfterStop || /[!?:\n“"‘]/.test(gap);
    const speaks = speechWords.has(folded[at + 1] ?? '');
    return {
      from,
      to: from + word.length,
      folded: key,
      isCapital: /^\p{Lu}/u.test(word),
      isOrdinary: ordinaryWords.has(key) || months.has(key) || starters.has(key),
      isCapitalIdle: !speaks && (months.has(key) || (isFirst && starters.has(key))),
    };
  });
}

/** Every way to write a whole name: with first name, initial or title before the surname. Empty where it is no name. */
export function shapeOf(name: string): readonly string[] {
  const parts = partsOf(name);
  if (!parts) return [];
  const { given, surname } = parts;
  const [first = ''] = given;
  if (surname === '') return titles.map((title) => `${title} ${first}`);
  return [
    [...given, surname].join(' '),
    `${first} ${surname}`,
    `${first.charAt(0)} ${surname}`,
    given
      .map((one) => one.charAt(0))
      .concat(surname)
      .join(' '),
    ...titles.flatMap((title) => [
      `${title} ${surname}`,
      `${title} ${first}`,
      `${title} ${first} ${surname}`,
      `${title} ${first.charAt(0)} ${surname}`,
    ]),
  ];
}

/** The first name and the surname, each alone, as far as they are long enough to be told from a word. */
export function singlesOf(name: string): readonly string[] {
  const parts = partsOf(name);
  if (!parts) return [];
  return [parts.given[0] ?? '', parts.surname].filter((one) => one.length > 1);
}

type NameParts = { readonly given: readonly string[]; readonly surname: string };

/** Parts a person's name; null for a role or a body in the place of a name, such as "CQC inspector 1". */
function partsOf(name: string): NameParts | null {
  const plain = name.trim();
  if (/[\d&/()]/.test(plain)) return null;
  const words = plain.split(/\s+/).filter((word) => !titles.includes(fold(word.replace('.', ''))));
  if (words.length === 0 || words.some((word) => !isNameWord(word))) return null;
  const folded = words.map((word) => fold(word).replaceAll('-', ' ').replaceAll('.', ''));
  if (folded.some((word) => roleWords.has(word))) return null;
  if (folded.length === 1) return { given: folded, surname: '' };
  const particle = folded.findIndex((word, index) => index > 0 && particles.has(word));
  const cut = particle > 0 ? particle : folded.length - 1;
  return { given: folded.slice(0, cut), surname: folded.slice(cut).join(' ') };
}

function isNameWord(word: string): boolean {
  if (particles.has(fold(word))) return true;
  return /^\p{Lu}/u.test(word) && !/^\p{Lu}{3,}$/u.test(word);
}

/** A full stop after it ends no sentence: "K. Tarrow", "Dr. Amin". */
const isInitialOrTitle = (folded: string) => folded.length === 1 || titles.includes(folded);

function fold(word: string): string {
  return word
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .replaceAll('’', "'")
    .toLowerCase();
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const titles = 'mr mrs ms miss mx dr prof professor cllr councillor sir dame rev'.split(' ');
const particles = setOf('de van von der den la le du da dos di bin ibn al el ap');
const months = setOf('january february march april may june july august september october november december');
const roleWords = setOf(
  'inspector inspectors lead leader officer manager head director peer team chair member reviewer practitioner ' +
    'worker caseworker teacher governor commissioner councillor deputy assistant coordinator sponsor challenge ' +
    'ofsted cqc lga forum council parent carer mother father nurse doctor therapist psychologist',
);
/** What follows a name rather than the word it looks like: "Will says". */
const speechWords = setOf(
  'says said thinks thought told tells reported reports felt feels explained explains mentioned mentions asked ' +
    'asks wants added confirmed raised described describes agreed',
);
/** Names that are words which often begin a sentence. */
const starters = setOf(
  'will may can do see must ask per son in on to we so an at he it no or us go me my by be case young long short ' +
    'close best good hope love child summer spring winter day days home house read field school church children',
);
/** Names that are words, more often meant as words while they have no capital. */
const ordinaryWords = setOf(
  'mark grace faith rose joy price bill sue art frank pat dawn sunny drew rich jack chase christian banks bank ' +
    'wood woods hill lane park parks fields bishop king page brown white black green gray grey small little sharp ' +
    'strong wise power cook baker carter mason miller porter potter shepherd turner walker ward wells west east ' +
    'north south rivers brook ford pool pond bird fox wolf hart swift bright noble savage moody hardy cross street ' +
    'hall english french holland wales ireland snow frost rain storm gale heath moor marsh stone stones clay sands ' +
    'flint reed rush fern ivy holly heather lily daisy iris violet olive ruby pearl amber jade crystal guy nick ' +
    'miles dean major earl duke baron prince knight gates bridge bridges towns down downs able angel chance ' +
    'destiny honour justice mercy patience prudence trinity unity constance victor star harmony melody stark ' +
    'sterling chambers cannon drake finch gill hope robin taylor tanner weaver fisher hunter archer marshall',
);
