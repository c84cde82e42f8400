import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { squashed } from '../../../../shared/domain/name-patterns.ts';
import {
  isUnfinishedPack,
  neutralName,
  packFolderName,
  packNumber,
  titleNeutraliser,
  unfinishedName,
} from '../../../../shared/domain/pack-names.ts';

const children = [
  { code: 'A', forename: 'Ottoline', surname: 'Fennimore', knownAs: 'Otto' },
  { code: 'B', forename: 'May', surname: 'Young', knownAs: '' },
];
const neutralise = titleNeutraliser(children);
const nameOf = (title: string) => neutralName('001', neutralise(title), 'pdf');

describe('neutralName', () => {
  it.each([
    ['Annual review', '001 Annual review.pdf'],
    ['Ottoline Fennimore: annual review', '001 annual review.pdf'],
    ['EHC plan (O. Fennimore)', '001 EHC plan.pdf'],
    ['OttolineFennimoreReview', '001 Document.pdf'],
    ['May Young', '001 Document.pdf'],
    ['Plan for H801200001010, NHS 999 000 0026', '001 Plan for, NHS.pdf'],
    ['a/b\\c:d*e?f"g<h>i|j', '001 a b c d e fg h i j.pdf'],
    ['..\\..\\etc\\passwd', '001 etc passwd.pdf'],
    ['trailing dots...   ', '001 trailing dots.pdf'],
    ['CON', '001 CON.pdf'],
    ['', '001 Document.pdf'],
  ])('calls %j %j', (title, name) => {
    expect(nameOf(title)).toBe(name);
  });

  it('is fit for any file system, whatever the title', () => {
    fc.assert(
      fc.property(fc.uint16Array({ maxLength: 300 }), (letters) => {
        const name = nameOf(String.fromCharCode(...letters));

        expect(name).toMatch(/^001 [^<>:"/\\|?*%\p{Cc}]*[^ .<>:"/\\|?*\p{Cc}]\.pdf$/u);
        expect(name.length).toBeLessThan(100);
      }),
    );
  });

  it('never holds a name of a child, whatever else the title holds', () => {
    const name = fc.stringMatching(/^[B-DF-HJ-NP-TV-Z][bcdfghjklmnpqrstvwxyz]{4,9}$/);
    fc.assert(
      fc.property(
        name,
        name,
        fc.lorem({ maxCount: 3 }),
        fc.constantFrom(' ', '', '_', '.'),
        (forename, surname, words, gap) => {
          const title = titleNeutraliser([{ code: 'C', forename, surname, knownAs: '' }])(
            `${words}${gap}${forename}${gap}${surname}${gap}${words}`,
          );

          expect(squashed(title)).not.toContain(squashed(forename));
          expect(squashed(title)).not.toContain(squashed(surname));
        },
      ),
    );
  });
});

describe('packNumber', () => {
  it('is as long as the longest of the pack, and three digits at least', () => {
    expect([packNumber(7, 12), packNumber(7, 1200), packNumber(1200, 1200)]).toEqual(['007', '0007', '1200']);
  });
});

describe('packFolderName', () => {
  it('says what and when, and nothing that a file system refuses', () => {
    expect(packFolderName('Child C', '2026-11-24')).toBe('Child C pack 2026-11-24');
    expect(packFolderName('1.2: How well/soon?', '2026-11-24')).toBe('1 2 How well soon pack 2026-11-24');
  });
});

describe('isUnfinishedPack', () => {
  it('knows every name that a pack has until it is whole, and no name of a whole one', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.integer({ min: 1, max: 99 }), (subject, version, taken) => {
        const folder = `${packFolderName(subject, '2026-11-24', version && `v${version}`)}${taken === 1 ? '' : ` (${taken})`}`;
        expect(isUnfinishedPack(unfinishedName(folder))).toBe(true);
        expect(isUnfinishedPack(`${unfinishedName(folder)}.zip`)).toBe(true);
        expect(isUnfinishedPack(folder)).toBe(false);
        expect(isUnfinishedPack(`${folder}.zip`)).toBe(false);
      }),
    );
  });

  it.each(['My letter (unfinished)', 'Pack (unfinished)', 'Child A pack 2026-11-24 (unfinished).docx'])(
    'does not take %j for one',
    (name) => expect(isUnfinishedPack(name)).toBe(false),
  );
});
