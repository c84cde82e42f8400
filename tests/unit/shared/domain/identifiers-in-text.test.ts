import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifiersIn, withoutIdentifiers } from '../../../../shared/domain/identifiers-in-text.ts';

const found = (text: string) => identifiersIn(text).map(({ kind, value }) => [kind, value]);

describe('identifiersIn', () => {
  it.each([
    ['999 000 0018', 'NHS number', '9990000018'],
    ['999-000-\n0018', 'NHS number', '9990000018'],
    ['Q858300223437', 'UPN', 'Q858300223437'],
    ['q8583 0022 3437', 'UPN', 'Q858300223437'],
    ['Jo.Pike@aldermere.example', 'e-mail address', 'jo.pike@aldermere.example'],
    ['01632 960 123', 'phone number', '01632960123'],
    ['+44 (0)1632 960123', 'phone number', '4401632960123'],
    ['ZZ9 9ZZ', 'postcode', 'ZZ99ZZ'],
  ])('finds %j', (text, kind, value) => {
    expect(found(`See ${text}, and so on.`)).toEqual([[kind, value]]);
  });

  it.each([
    '999 000 0019',
    'Q858300223438',
    'ref 2026-11-24 10:42',
    'budget 1,234,567,890',
    'A1 to B2',
    'name@here',
  ])('finds nothing in %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('gives each once, and no part of one as another', () => {
    expect(found('01632 960 123 or 01632-960-123, jo.sw1a1aa@x.example')).toEqual([
      ['e-mail address', 'jo.sw1a1aa@x.example'],
      ['phone number', '01632960123'],
    ]);
  });
});

describe('withoutIdentifiers', () => {
  it('says what was there in place of numbers, addresses and dates of birth, and leaves other dates', () => {
    expect(
      withoutIdentifiers(
        'Child A, date of birth: 14/11/2002, NHS number: 999 000 0018, UPN Q858300223437, ZZ9 9ZZ. Reviewed 3 March 2026.',
      ),
    ).toBe(
      'Child A, date of birth: [date of birth], NHS number: [NHS number], UPN [UPN], [postcode]. Reviewed 3 March 2026.',
    );
    expect(withoutIdentifiers('(DOB 14 November 2002), born on 2002-11-14, jo@x.example')).toBe(
      '(DOB [date of birth]), born on [date of birth], [e-mail address]',
    );
  });

  it('leaves no number of which it says that it is one', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('999 000 0018', 'Q858300223437', 'ZZ9 9ZZ', '01632 960 123', 'and', 'the', '. '),
        ),
        (words) => {
          expect(identifiersIn(withoutIdentifiers(words.join(' ')))).toEqual([]);
        },
      ),
    );
  });
});
