import { describe, expect, it } from 'vitest';
import { identifiersIn } from '../../../../shared/domain/identifiers-in-text.ts';

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
