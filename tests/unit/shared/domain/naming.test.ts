import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KnownChild } from '../../../../shared/domain/leak.ts';
import { namingFinder, proposedChild } from '../../../../shared/domain/naming.ts';

const aChild = (code: string, forename: string, surname: string): KnownChild => ({
  ...{ id: `child-${code}`, code, forename, surname, knownAs: '', dateOfBirth: '2012-03-04' },
  ...{ upn: `H80120000100${code.charCodeAt(0) % 10}`, nhsNumber: '', postcode: '' },
});
const children = [
  aChild('A', 'Ottoline', 'Fennimore'),
  aChild('B', 'Zoë', 'Marchbanks-O’Dell'),
  aChild('C', 'May', 'Lee'),
];
const finder = namingFinder(children, ['Julian Fennimore']);
const named = (page: string) => [...new Set(finder.inPage(page))].sort();

const ordinary = fc.array(
  fc.constantFrom(
    'the',
    'review',
    'of',
    'progress',
    'in',
    'reading',
    'was',
    'held',
    'on',
    'Friday',
    'may',
    '12,',
  ),
  { maxLength: 30 },
);
const written = (write: (child: KnownChild) => string) =>
  fc
    .tuple(fc.subarray([...children]), fc.array(ordinary, { minLength: 4, maxLength: 4 }))
    .map(([chosen, between]) => ({
      ids: chosen.map(({ id }) => id),
      page: between
        .map((words, at) => `${words.join(' ')}. ${chosen[at] ? write(chosen[at]) : ''}`)
        .join('. '),
    }));
const forms = fc.constantFrom<readonly ((child: KnownChild) => string)[]>(
  [({ forename, surname }) => `${forename} ${surname}`],
  [({ forename, surname }) => `${surname.toUpperCase()}, ${forename}`],
  [({ forename, surname }) => `${forename}\n${surname}’s`],
  [({ upn }) => `UPN ${upn}`],
);

describe('namingFinder', () => {
  it('names exactly the children whose names or numbers a page holds, however they are written', () => {
    fc.assert(
      fc.property(
        forms.chain(([write = () => '']) => written(write)),
        ({ ids, page }) => {
          expect(named(page)).toEqual(ids);
        },
      ),
    );
  });

  it('names nobody for a surname alone, a month, an adult of the same surname, or a date of birth', () => {
    expect(named('Mrs Fennimore rang. Lee Road was shut. It was May. Born 4 March 2012.')).toEqual([]);
    expect(named('Written by Julian Fennimore for the panel.')).toEqual([]);
  });

  it('reads a title as it is shown, with the name or the code of the child in any of the ways files are named', () => {
    for (const title of [
      'Fennimore annual review',
      'EHC plan, Child A',
      'child_A_EHCP.pdf',
      'CHILD-A.docx',
      'ChildA plan',
    ])
      expect(finder.inTitle(title), title).toEqual(['child-A']);
    expect(finder.inTitle('Child a wellbeing')).toEqual([]);
    expect(finder.inTitle('Childcare and Child Z')).toEqual([]);
    expect(finder.inTitle('Child A and Child B')).toEqual(['child-A', 'child-B']);
  });

  it('names nobody where there are no children', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(namingFinder([]).inPage(text)).toEqual([]);
      }),
    );
  });
});

describe('proposedChild', () => {
  it('proposes the only child named who was not refused, and nobody for two or more', () => {
    const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'));
    fc.assert(
      fc.property(ids, fc.option(fc.constantFrom('a', 'b', 'c')), (childIds, refused) => {
        const proposed = proposedChild({ childIds }, refused);

        expect(proposed).toBe(childIds.length === 1 && childIds[0] !== refused ? childIds[0] : null);
      }),
    );
  });
});
