import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameMasker, squashed } from '../../../../shared/domain/name-patterns.ts';

const children = [
  { code: 'A', forename: 'Ottoline', surname: 'Fennimore', knownAs: 'Otto, Ottie' },
  { code: 'B', forename: 'May', surname: 'Young', knownAs: '' },
];
const mask = nameMasker(children);

describe('nameMasker', () => {
  it.each([
    ['Ottoline Fennimore annual review', 'Child A annual review'],
    ['Fennimore_Ottoline EHC plan', 'Child A EHC plan'],
    ['Otto’s views', "Child A's views"],
    ['Review of OTTOLINE, summer', 'Review of Child A, summer'],
    ['Annual review May 2026', 'Annual review May 2026'],
    ['May Young: annual review May 2026', 'Child B: annual review May 2026'],
    ['Zoë’s café “quotes”', 'Zoë’s café “quotes”'],
  ])('turns %j into %j', (title, masked) => {
    expect(mask(title)).toBe(masked);
  });

  it('leaves neither name of any child in a title, wherever it stood', () => {
    const name = fc.stringMatching(/^[B-DF-HJ-NP-TV-Z][bcdfghjklmnpqrstvwxyz]{4,9}$/);
    fc.assert(
      fc.property(
        name,
        name,
        fc.lorem({ maxCount: 4 }),
        fc.constantFrom(' ', '_', '-', ', '),
        (forename, surname, words, gap) => {
          const masked = nameMasker([{ code: 'C', forename, surname, knownAs: '' }])(
            `${words}${gap}${forename}${gap}${surname}${gap}${words}`,
          );

          expect(squashed(masked)).not.toContain(squashed(forename));
          expect(squashed(masked)).not.toContain(squashed(surname));
        },
      ),
    );
  });
});
