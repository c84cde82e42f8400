import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { childrenNamed, findOtherChildren, type KnownChild } from '../../../../shared/domain/leak.ts';

const aChild = (over: Partial<KnownChild>): KnownChild => ({
  id: 'c1',
  code: 'A',
  forename: 'Ottoline',
  surname: 'Fennimore',
  knownAs: '',
  dateOfBirth: '2012-03-04',
  upn: 'A801200001001',
  nhsNumber: '9990000018',
  postcode: 'ZZ1 1AA',
  ...over,
});
const own = aChild({});
const other = aChild({
  id: 'c2',
  code: 'B',
  forename: 'Zoë',
  surname: 'Marchbanks-O’Dell',
  knownAs: 'Zozo',
  dateOfBirth: '2010-11-09',
  upn: 'H801200001010',
  nhsNumber: '9990000026',
  postcode: 'ZZ9 9ZZ',
});
const both = [own, other];
const kinds = (text: string, children: readonly KnownChild[] = both, adults: readonly string[] = []) =>
  findOtherChildren([text], 'c1', children, adults).map((hit) => hit.what);

describe('findOtherChildren', () => {
  it('finds a whole name, and says where and how often', () => {
    const hits = findOtherChildren(
      ['Nothing here.', 'With Zoë Marchbanks-O’Dell. Later Zoë Marchbanks-O’Dell left.'],
      'c1',
      both,
    );

    expect(hits).toEqual([{ childId: 'c2', code: 'B', page: 2, what: 'name', count: 2, isWeak: false }]);
  });

  it.each([
    'MARCHBANKS-O’DELL, Zoë',
    'zoe marchbanks odell',
    "Zoe Marchbanks O'Dell",
    'Zozo Marchbanks-O’Dell',
    'Zoë March-\nbanks-O’Dell',
    'Zoë\nMarchbanks-O’Dell',
    'Zoë Anne Marie Marchbanks-O’Dell',
    'Zoë M a r c h b a n k s - O’Dell',
    'mail zoe.marchbanks-odell@example.org',
    'Zoë\u00a0Marchbanks\u2011O\u2019Dell',
  ])('finds the name written as %j', (text) => {
    expect(kinds(`He sat with ${text} today.`)).toContain('name');
  });

  it('finds a distinctive surname alone, but only with its capital', () => {
    expect(kinds('The Marchbanks-O’Dell family asked for it.')).toEqual(['surname']);
    expect(kinds('a marchbanks-o’dell thing')).toEqual([]);
  });

  it('does not take a surname that the child shares, or that is an ordinary word, for somebody else', () => {
    const sister = aChild({ id: 'c3', code: 'C', forename: 'Beatrix' });
    const may = aChild({ id: 'c4', code: 'D', forename: 'April', surname: 'May', upn: '', nhsNumber: '' });

    expect(kinds('The Fennimore family moved in May.', [own, sister, may])).toEqual([]);
    expect(kinds('His sister Beatrix Fennimore came. So did April May.', [own, sister, may])).toEqual([
      'name',
      'name',
    ]);
  });

  it('finds a UPN and an NHS number however they are grouped', () => {
    expect(kinds('UPN: H 8012 0000 1010')).toEqual(['UPN']);
    expect(kinds('NHS no. 999 000 0026, tel. 01632 960000')).toEqual(['NHS number']);
    expect(kinds('Ref 19990000026 and 99900000261')).toEqual([]);
  });

  it.each(['09/11/2010', '9.11.10', '2010-11-09', '9 November 2010', '9th Nov 2010', 'November 9, 2010'])(
    'finds the date of birth written %s, as a weak sign',
    (date) => {
      const hits = findOtherChildren([`born ${date}.`], 'c1', both);

      expect(hits.map(({ what, isWeak }) => [what, isWeak])).toEqual([['date of birth', true]]);
      expect(childrenNamed(hits)).toEqual([]);
    },
  );

  it('counts two weak signs of one child as naming it', () => {
    const hits = findOtherChildren(['Zozo (9/11/2010) of ZZ9 9ZZ'], 'c1', both);

    expect(childrenNamed(hits)).toEqual(['B']);
  });

  it.each([
    ['Cathy Okonkwo-Bright', 'name'],
    ['KATHRYN OKONKWO BRIGHT', 'name'],
    ['of 12 Acacia Ave', 'address'],
    ['12,\nAcacia Avenue', 'address'],
  ])('finds the other spelling or the address in %j', (text, what) => {
    const child = aChild({
      ...{ id: 'c7', code: 'G', forename: 'Katherine', surname: 'Okonkwo-Bright' },
      address: '12 Acacia Avenue, Aldermere',
    });

    expect(kinds(`Seen: ${text}.`, [own, child])).toContain(what);
    expect(kinds('Cathy came to 112 Acacia Avenue with Katherine.', [own, child])).toEqual([]);
  });

  it('leaves alone what the child has in common with the other', () => {
    const twin = aChild({ id: 'c5', code: 'E', forename: 'Beatrix', upn: '', nhsNumber: '' });

    expect(kinds('Born 4 March 2012, ZZ1 1AA, Ottoline Fennimore', [own, twin])).toEqual([]);
  });

  it('calls every child somebody else where the document is about none', () => {
    expect(findOtherChildren(['Ottoline Fennimore'], null, both).map((hit) => hit.code)).toEqual(['A']);
  });

  it('takes a practitioner’s surname for a reason to look, not for the child', () => {
    const hits = findOtherChildren(['Ms Marchbanks-O’Dell advised.'], 'c1', both, [
      'Petra Marchbanks-O’Dell',
    ]);

    expect(hits.map(({ what, isWeak }) => [what, isWeak])).toEqual([['surname', true]]);
    expect(kinds('Petra Marchbanks-O’Dell advised.', both, ['Petra Marchbanks-O’Dell'])).toEqual([]);
  });

  const name = fc.stringMatching(/^[A-Z][a-z]{4,9}$/);
  const mangle = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => text.toUpperCase(),
    (text) => text.replace(' ', '\n'),
    (text) => text.replace(' ', '   '),
    (text) => `${text.slice(0, 3)}-\n${text.slice(3)}`,
    (text) => text.split(' ').toReversed().join(', '),
    (text) => [...text].join('\u00ad'),
  );

  it('finds any name wherever it stands, however it is broken', () => {
    fc.assert(
      fc.property(name, name, fc.lorem(), fc.lorem(), mangle, (forename, surname, before, after, mangled) => {
        const child = aChild({ id: 'c9', code: 'Z', forename, surname });
        const hits = findOtherChildren([`${before} ${mangled(`${forename} ${surname}`)} ${after}`], null, [
          child,
        ]);

        expect(childrenNamed(hits)).toEqual(['Z']);
      }),
    );
  });

  it('never finds a child in words that hold none of its names and numbers', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 40 }), (text) => {
        expect(findOtherChildren([text], null, both)).toEqual([]);
      }),
    );
  });
});
