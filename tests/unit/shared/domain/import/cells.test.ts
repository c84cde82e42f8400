import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cleanText,
  readDate,
  readEmail,
  readFlag,
  readList,
  readName,
  readPhone,
  readSector,
  readText,
  readWhole,
} from '../../../../../shared/domain/import/cells.ts';
import type { Cell } from '../../../../../shared/domain/import/table.ts';

const value = <T>(value: T) => ({ ok: true, value });
const refusal = (reason: string | RegExp) => ({
  ok: false,
  reason: reason instanceof RegExp ? expect.stringMatching(reason) : reason,
});

describe('cleanText', () => {
  it('takes off stray, hard and invisible spaces', () => {
    expect(cleanText(' \u00a0Hallie\u00a0 Lang\u200b \t')).toBe('Hallie Lang');
  });

  it.each([
    null,
    '',
    '  ',
    'N/A',
    'n/a',
    'n/k',
    'N/K',
    'Not known',
    'unknown',
    '-',
    '–',
    '—',
    'TBC',
    'None',
    '#N/A',
  ])('takes %j to say nothing', (cell) => {
    expect(cleanText(cell)).toBeNull();
  });

  it('keeps line breaks within a cell, one at a time', () => {
    expect(cleanText('Committee 2 \r\n\r\n Caesar Howe')).toBe('Committee 2\nCaesar Howe');
  });

  it('gives numbers, ticks and dates as words', () => {
    expect([cleanText(8), cleanText(true), cleanText({ date: '2026-11-24T09:45' })]).toEqual([
      '8',
      'Yes',
      '2026-11-24 09:45',
    ]);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = cleanText(text);
        expect(cleanText(once)).toBe(once);
      }),
    );
  });
});

describe('readName', () => {
  it('keeps the capitals of a shouted name', () => {
    expect(readName('ERNA  KASSULKE ')).toEqual(value('ERNA KASSULKE'));
  });

  it('puts a name that was broken over two lines on one', () => {
    expect(readName('Bell\nBaumbach-McGlynn,')).toEqual(value('Bell Baumbach-McGlynn'));
  });
});

describe('readText', () => {
  it('refuses text that is too long, and does not cut it', () => {
    expect(readText(5)('longer')).toEqual(refusal('The text is 6 characters long; there is room for 5.'));
  });
});

describe('readDate', () => {
  it.each<[Cell, string]>([
    ['12/02/2023', '2023-02-12'],
    ['2008-01-04', '2008-01-04'],
    ['2026-11-24T09:45:00Z', '2026-11-24'],
    ['24/11/2026 09:45', '2026-11-24'],
    ['24 November 2026', '2026-11-24'],
    ['20261124', '2026-11-24'],
    [20261124, '2026-11-24'],
    [46350, '2026-11-24'],
    [46350.40625, '2026-11-24'],
    [{ date: '2026-11-24' }, '2026-11-24'],
    [{ date: '2026-11-24T09:45' }, '2026-11-24'],
    ['29/02/2024', '2024-02-29'],
  ])('reads %j as %s', (cell, date) => {
    expect(readDate(cell)).toEqual(value(date));
  });

  it('takes "not known" for no date', () => {
    expect(readDate('not known')).toEqual(value(null));
  });

  it('refuses 29 February in a year that has none', () => {
    expect(readDate('29/02/2026')).toEqual(
      refusal('February 2026 has 28 days, so "29/02/2026" is not a date.'),
    );
  });

  it('refuses words', () => {
    expect(readDate('next Tuesday')).toEqual(refusal(/is not a date/));
  });
});

describe('readFlag', () => {
  it.each<[Cell, boolean | null]>([
    ['Y', true],
    ['yes', true],
    ['Yes - portable kit', true],
    [true, true],
    [1, true],
    ['✓', true],
    ['N', false],
    ['No', false],
    [false, false],
    [0, false],
    ['', null],
    ['N/A', null],
  ])('reads %j as %s', (cell, flag) => {
    expect(readFlag(cell)).toEqual(value(flag));
  });

  it('refuses what is neither', () => {
    expect(readFlag('maybe')).toEqual(refusal('"maybe" is neither yes nor no.'));
  });
});

describe('readWhole', () => {
  it.each<[Cell, number | null]>([
    ['25', 25],
    [25, 25],
    ['25.0', 25],
    ['25 people', 25],
    ['approx. 20', 20],
    ['1,200', 1200],
    ['', null],
  ])('reads %j as %s', (cell, whole) => {
    expect(readWhole(0, 10_000)(cell)).toEqual(value(whole));
  });

  it.each(['lots', '10-12', '2.5', '1,2'])('refuses %j', (cell) => {
    expect(readWhole(0, 100)(cell)).toEqual(refusal(/is not a whole number/));
  });

  it('refuses numbers out of bounds', () => {
    expect(readWhole(0, 600)(601)).toEqual(refusal('"601" is more than 600.'));
    expect(readWhole(0, 600)(-1)).toEqual(refusal('"-1" is less than 0.'));
  });
});

describe('readSector', () => {
  it.each([
    ['Education', 'education'],
    ['HEALTH', 'health'],
    ['Social care', 'care'],
    ['Parent/carer', 'family'],
    ['VCS', 'voluntary'],
    ['Elected member', 'elected'],
    ['H', 'health'],
  ])('reads %s as %s', (cell, sector) => {
    expect(readSector(cell)).toEqual(value(sector));
  });

  it('refuses any other word', () => {
    expect(readSector('Finance')).toEqual(refusal('"Finance" is not one of the six sectors.'));
  });
});

describe('readEmail', () => {
  it.each([
    ['hallie.lang@council.example', 'hallie.lang@council.example'],
    ['Hallie Lang <hallie.lang@council.example>', 'hallie.lang@council.example'],
    ['mailto:hallie.lang@council.example;', 'hallie.lang@council.example'],
  ])('reads %j', (cell, email) => {
    expect(readEmail(cell)).toEqual(value(email));
  });

  it.each(['hallie', 'a@b', 'one@x.example; two@x.example'])('refuses %j', (cell) => {
    expect(readEmail(cell)).toEqual(refusal(`"${cell}" is not one e-mail address.`));
  });
});

describe('readPhone', () => {
  it('gives back the zero that a spreadsheet drops', () => {
    expect(readPhone(1632961001)).toEqual(value('01632961001'));
  });

  it('leaves a typed number as it is', () => {
    expect(readPhone("'01632 961001 ext 4")).toEqual(value('01632 961001 ext 4'));
  });
});

describe('readList', () => {
  it.each([
    ['Hanna Dietrich; Mr. Bell Baumbach-McGlynn;', ['Hanna Dietrich', 'Mr. Bell Baumbach-McGlynn']],
    ['Caesar Howe, Sylvan Krajcik', ['Caesar Howe', 'Sylvan Krajcik']],
    ['Lang, Hallie', ['Lang, Hallie']],
    ['Hallie Lang\nRobin Leffler', ['Hallie Lang', 'Robin Leffler']],
    ['Hallie Lang; N/A; Hallie Lang', ['Hallie Lang']],
    ['', []],
  ])('reads %j as %j', (cell, names) => {
    expect(readList(cell)).toEqual(value(names));
  });
});
