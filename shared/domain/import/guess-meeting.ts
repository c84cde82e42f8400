import { codeAt } from '../child-code.ts';
import type { MeetingKind } from '../meeting.ts';
import type { Sector } from '../sector.ts';
import { wordPattern } from './words.ts';

/** What the title of a meeting suggests about it. */
export type MeetingGuess = {
  readonly kind: MeetingKind;
  /** Sectors that must be in the room. */
  readonly sectorsNeeded: readonly Sector[];
  /** The code of the child it seems to be about: "child 2" and "child B" are both "B". */
  readonly childCode: string | null;
};

const blocks = wordPattern(
  'lunch',
  'travel',
  'travelling',
  'break',
  'coffee',
  'refreshments',
  'comfort break',
);
const opensAsBlock = new RegExp(`^${blocks.source}`, 'iu');

/** Coming and going, as the first row of a hand-made day: "Arrive, security passes". Nobody is met in it. */
const comesOrGoes =
  /^(?:arriv(?:e|es|als?)|depart(?:s|ures?)?|leave|security passes|sign(?:ing)?[ -]in|registration|parking)(?=$|\s*[,;:/&+(–-]|\s+(?:and|at|from|by)\b)/iu;
const meetsSomebody = wordPattern(
  ...['welcomes?', 'welcomed', 'introductions?', 'introductory', 'meetings?', 'meets?', 'presentations?'],
  ...['briefings?', 'discussions?', 'forum', 'panel'],
);

/** In the order in which they are tried; the first that fits is taken. */
const kinds: readonly (readonly [MeetingKind, RegExp])[] = [
  [
    'child',
    wordPattern('tracking', 'tracked', 'child ?[0-9]{1,2}', 'child [a-z]', 'case sampling', 'case audit'),
  ],
  ['visit', wordPattern('visits?')],
  [
    'family',
    wordPattern('parents?', 'parent.?carers?', 'carers?', 'family', 'families', 'young people.?s?', 'pcf'),
  ],
  ['family', /(?<!\b(?:schools?|headteachers?.?|heads?.?|providers?|governors?.?) )\bforum\b/iu],
  ['focus-group', wordPattern('focus groups?')],
  ['block', blocks],
  [
    'team',
    wordPattern(
      'team meeting',
      'keep(?:ing)?.in.touch',
      'kit meeting',
      'triangulation',
      'inspectors.? meeting',
    ),
  ],
];

/** Guesses from its title what kind of meeting it is, whose presence it needs and which child it is about. */
export function guessMeeting(title: string): MeetingGuess {
  const isBlock = opensAsBlock.test(title) || (comesOrGoes.test(title) && !meetsSomebody.test(title));
  const kind = isBlock ? 'block' : (kinds.find(([, pattern]) => pattern.test(title))?.[0] ?? 'leaders');
  return {
    kind,
    sectorsNeeded: kind === 'child' && /\btrack/i.test(title) ? ['education', 'health', 'care'] : [],
    childCode: kind === 'child' ? codeIn(title) : null,
  };
}

function codeIn(title: string): string | null {
  const match = /\bchild ?(?:(\d{1,2})|([a-z]))(?![\p{L}\p{N}])/iu.exec(title);
  if (match?.[1]) return Number(match[1]) > 0 ? codeAt(Number(match[1]) - 1) : null;
  return match?.[2]?.toUpperCase() ?? null;
}
