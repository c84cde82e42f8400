import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KnownChild } from '../../../../../shared/domain/leak.ts';
import { boxesOf, joinWords, type PlacedPage } from '../../../../../shared/domain/redaction/placed-words.ts';
import {
  findAll,
  identifierFinder,
  profileSearches,
} from '../../../../../shared/domain/redaction/searches.ts';
import { isTooOften, markedTerms, watchFor } from '../../../../../shared/domain/redaction/verify.ts';

const casey: KnownChild = {
  ...{ id: 'a', code: 'A', forename: 'Casey', surname: 'Sauer', knownAs: '', dateOfBirth: '2012-11-14' },
  ...{
    upn: 'A801200001001',
    nhsNumber: '9990000018',
    postcode: 'ZZ1 1AA',
    address: '14 Quay Road, Aldermere',
  },
};
const tomasz: KnownChild = {
  ...{ id: 'b', code: 'B', forename: 'Tomasz', surname: 'Zielinski', knownAs: 'Tom', dateOfBirth: null },
  ...{ upn: '', nhsNumber: '', postcode: '' },
};
const children = [casey, tomasz];

/** Lines of words, each letter six points wide. */
function aPage(...lines: readonly string[]): PlacedPage {
  const size = { width: 600, height: 800 };
  const words = lines.flatMap((line, row) => {
    let at = 30;
    return line.split(' ').map((text) => {
      const box = {
        left: at / 600,
        top: (40 + row * 20) / 800,
        width: (text.length * 6) / 600,
        height: 12 / 800,
      };
      at += text.length * 6 + 6;
      return { text, box };
    });
  });
  return { size, words };
}

function textsFound(page: PlacedPage, profile: 'others' | 'names' | 'public', own: string | null) {
  const known = { children, own, adults: ['Dr Ann Hale'] };
  const found = findAll(
    joinWords(page.words),
    profileSearches(profile, known),
    identifierFinder(profile, known),
  );
  return found.map(({ words, what }) => `${what}: ${words.map((word) => page.words[word]?.text).join(' ')}`);
}

describe('findAll', () => {
  it('finds the other children and leaves the child whose copy it is', () => {
    const page = aPage('Tom and Casey Sauer met Sauer, Casey on 14/11/2012', 'NHS 999 000 0018');

    expect(textsFound(page, 'others', 'a')).toEqual(['forename: Tom']);
    expect(textsFound(page, 'others', 'b')).toEqual([
      'name: Casey Sauer',
      'name: Sauer, Casey',
      'NHS number: 999 000 0018',
      'date of birth: 14/11/2012',
    ]);
  });

  it('finds names over hyphens, ligatures, accents and line breaks', () => {
    expect(textsFound(aPage('was told that Zie-', 'linski would go'), 'names', null)).toEqual([
      'surname: Zie- linski',
    ]);
    expect(textsFound(aPage('Tomasz Zieli\u0144ski'), 'names', null)).toEqual([
      'name: Tomasz Zieli\u0144ski',
    ]);
  });

  it('finds every person, number and address for the public', () => {
    const page = aPage('Dr Ann Hale of ZZ9 9ZZ wrote to a.b@council.gov.uk and 01632 960 001');

    expect(textsFound(page, 'public', null)).toEqual([
      'name of a person: Dr Ann Hale',
      'e-mail address: a.b@council.gov.uk',
      'phone number: 01632 960 001',
      'postcode: ZZ9 9ZZ',
    ]);
  });
});

describe('boxesOf', () => {
  it('gives one box a line', () => {
    const page = aPage('one two three', 'four five');

    expect(boxesOf(page, [1, 2])).toHaveLength(1);
    expect(boxesOf(page, [2, 3])).toHaveLength(2);
  });
});

describe('watchFor', () => {
  const watched = { profile: 'names', children, own: null, adults: [] } as const;

  it('looks for what was marked, but not for words that stand elsewhere too', () => {
    const page = aPage('Quayle came that day. They said that Quill left');
    const marks = page.words.slice(0, 3).map(({ box }) => box);
    const terms = markedTerms([page], () => marks);
    const watch = watchFor(watched, terms);
    const allowed = watch.countOutside(page, marks);

    expect(terms.map(({ key }) => key)).toEqual(['quayle', 'came']);
    expect(isTooOften(watch.countIn('day. They said that Quill left'), allowed)).toBe(false);
    expect(isTooOften(watch.countIn('day. Quay-\u00ad le said that Quill left'), allowed)).toBe(true);
  });

  it('counts what the profile wants gone against what was left on purpose', () => {
    const page = aPage('Casey Sauer came. Ms Sauer, the teacher, left');
    const marks = page.words.slice(0, 2).map(({ box }) => box);
    const watch = watchFor(
      watched,
      markedTerms([page], () => marks),
    );
    const allowed = watch.countOutside(page, marks);

    expect(isTooOften(watch.countIn('came. Ms Sauer, the teacher, left'), allowed)).toBe(false);
    expect(isTooOften(watch.countIn('Sauer came. Ms Sauer, the teacher, left'), allowed)).toBe(true);
  });

  it('finds what the profile wants gone although nobody marked it', () => {
    const page = aPage('nothing at all');
    const watch = watchFor(watched, []);
    const allowed = watch.countOutside(page, []);

    expect(isTooOften(watch.countIn('C a s e y S a u e r'), allowed)).toBe(true);
    expect(isTooOften(watch.countIn('NHS 999 000 0018'), allowed)).toBe(true);
    expect(isTooOften(watch.countIn('a casing of sauerkraut'), allowed)).toBe(false);
  });

  it('finds a marked word again in any case and however it is hyphenated', () => {
    const word = fc.stringMatching(/^[a-z]{3,12}$/);
    fc.assert(
      fc.property(word, fc.nat(), (text, at) => {
        const page = aPage(text);
        const marks = page.words.map(({ box }) => box);
        const watch = watchFor(
          { ...watched, children: [] },
          markedTerms([page], () => marks),
        );
        const none = watch.countOutside(page, marks);
        const cut = 1 + (at % (text.length - 1));
        const broken = `${text.slice(0, cut).toUpperCase()}-\n${text.slice(cut)}`;

        expect(isTooOften(watch.countIn(`before ${broken} after`), none)).toBe(true);
        expect(isTooOften(watch.countIn(`before x${text}x after`), none)).toBe(false);
      }),
    );
  });
});
