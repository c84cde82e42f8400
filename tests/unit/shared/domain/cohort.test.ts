import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CohortFacts, mixAdvice, mixOf } from '../../../../shared/domain/cohort.ts';
import { checkCohort } from '../../../../shared/domain/cohort-checks.ts';
import { addDays, ageOn } from '../../../../shared/domain/time.ts';

const today = '2026-11-24';
const headings = [
  ...['Unique ID', 'upn', 'ULN', 'DATE OF BIRTH', 'Gender', 'Ethnicity', 'Date initial EHC plan issued'],
  ...['Date updated EHC plan issued', 'Date EHC plan last reviewed', 'SEN primary  need'],
  ...['Main education establishment - urn', 'Does the child or young person have a disability?', 'NHS No'],
];
const good = [
  ...['1', 'Q858300223437', '', '2012-03-04', 'F', 'WBRI', '2020-01-01', '2022-01-01', '2026-01-01', 'ASD'],
  ...['100001', 'Y', ''],
];
const withCell = (at: number, value: string) => good.map((cell, index) => (index === at ? value : cell));
const rulesOf = (...rows: string[][]) =>
  checkCohort(headings, [headings, ...rows], { firstDataRow: 1, today }).map(({ rule, rowNumber }) => [
    rowNumber,
    rule,
  ]);

describe('checkCohort', () => {
  it('finds nothing in a row that is well', () => {
    expect(rulesOf(good)).toEqual([]);
  });

  it.each([
    [3, '', 'Missing date of birth'],
    [4, '', 'Missing gender'],
    [5, 'unknown', 'Missing ethnicity'],
    [9, 'not known', 'Missing primary need'],
    [3, '2001-03-04', 'Age 25'],
    [3, '2000-01-01', 'Age 26 or over'],
    [11, '', 'Disability not stated'],
    [3, '2027-01-01', 'Date in the future'],
    [8, '2027-01-01', 'Date in the future'],
    [6, '2023-01-01', 'First plan after what followed it'],
    [10, '', 'School age without a setting'],
    [1, 'Q858300223438', 'UPN not well formed'],
    [1, '', 'No UPN, ULN or code'],
    [12, '999 000 0019', 'NHS number not well formed'],
    [12, '99900018', 'NHS number not well formed'],
  ])('finds column %i saying %j', (at, value, rule) => {
    expect(rulesOf(withCell(at, value))).toContainEqual([2, rule]);
  });

  it('takes the code for an unknown UPN', () => {
    expect(rulesOf(withCell(1, 'UN3'), withCell(1, 'UN3'))).toEqual([]);
  });

  it('names the rows that have the same UPN or the same NHS number, however they are written', () => {
    const rows = [
      ['1', 'Q858300223437', '999 000 0018'],
      ['2', 'Q8583 0022-3437', 'not known'],
      ['3', 'UN1', '9990000018'],
      ['4', 'UN1', 'not known'],
      ['5', 'q858300223437', '999-000-0018'],
    ];
    const found = checkCohort(
      ['Unique ID', 'UPN', 'NHS number'],
      [['Unique ID', 'UPN', 'NHS number'], ...rows],
      { firstDataRow: 1, today },
    );

    const said = found.map(({ rowNumber, rule, sentence }) => [rowNumber, rule, sentence]);
    expect(said).toEqual([
      [2, 'Duplicate UPN', 'Rows 3 and 6 have the same UPN.'],
      [2, 'Duplicate NHS number', 'Rows 4 and 6 have the same NHS number.'],
      [3, 'Duplicate UPN', 'Rows 2 and 6 have the same UPN.'],
      [4, 'Duplicate NHS number', 'Rows 2 and 6 have the same NHS number.'],
      [6, 'Duplicate UPN', 'Rows 2 and 3 have the same UPN.'],
      [6, 'Duplicate NHS number', 'Rows 2 and 4 have the same NHS number.'],
    ]);
  });

  it('calls a number doubled in exactly the rows that share it, and names a handful of many', () => {
    const numbers = fc.array(fc.constantFrom('9990000018', '9990000026', ''), { maxLength: 30 });
    fc.assert(
      fc.property(numbers, (written) => {
        const rows = written.map((number) => ['x', number]);
        const found = checkCohort(['ID', 'NHS number'], [['ID', 'NHS number'], ...rows], {
          firstDataRow: 1,
          today,
        });

        const shared = written.flatMap((number, at) =>
          number !== '' && written.filter((other) => other === number).length > 1 ? [at + 2] : [],
        );
        expect(found.map(({ rowNumber }) => rowNumber)).toEqual(shared);
        for (const { rowNumber, sentence } of found) {
          const named = [...sentence.matchAll(/\d+(?! more)/g)].map(Number);
          expect(named.length).toBeLessThanOrEqual(5);
          expect(named).not.toContain(rowNumber);
          for (const one of named) expect(written[one - 2]).toBe(written[rowNumber - 2]);
        }
      }),
    );
  });

  it('judges each row by itself but for a number that is there twice, and repeats nothing of what is in it', () => {
    const cell = fc.constantFrom(
      '',
      'unknown',
      'Zelda Quince',
      '1999-05-06',
      '2011-05-06',
      '2031-01-01',
      'UN2',
    );
    const row = fc.array(cell, { minLength: good.length, maxLength: good.length });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const found = checkCohort(headings, [headings, ...rows], { firstDataRow: 1, today });

        const alone = rows.flatMap((one, at) => rulesOf(one).map(([, rule]) => [at + 2, rule]));
        const together = found.map(({ rowNumber, rule }) => [rowNumber, rule]);
        expect(together.filter(([, rule]) => !String(rule).startsWith('Duplicate'))).toEqual(alone);
        expect(found.filter(({ sentence }) => sentence.includes('Zelda'))).toEqual([]);
      }),
    );
  });

  it('knows a date to come from one that has come, and a young person of 25 from one of 26', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12_000 }), (days) => {
        expect(rulesOf(withCell(8, addDays(today, days)))).toContainEqual([2, 'Date in the future']);
        const born = addDays(today, -days);
        const rules = rulesOf(withCell(3, born)).map(([, rule]) => rule);
        const age = ageOn(born, today);
        expect(rules.includes('Age 25')).toBe(age === 25);
        expect(rules.includes('Age 26 or over')).toBe(age >= 26);
        expect(rules).not.toContain('Date in the future');
      }),
    );
  });

  it('runs no check on a column that the list lacks', () => {
    expect(checkCohort(['UPN'], [['UPN'], ['Q858300223437']], { firstDataRow: 1, today })).toEqual([]);
  });
});

const aChild = (own: Partial<CohortFacts>): CohortFacts => ({
  ...{
    uniqueId: '',
    upn: '',
    surname: '',
    forename: '',
    dateOfBirth: '2012-03-04',
    nhsNumber: '',
    postcode: '',
  },
  ...{ need: 'ASD', sendStatus: 'EHC plan', setting: 'Hill School', socialCareStatus: '', phase: '' },
  lastAnnualReview: null,
  ...own,
});

describe('mixAdvice', () => {
  it('asks for alternative provision, SEN support and variety until there is some', () => {
    expect(mixAdvice([aChild({}), aChild({})], today)).toHaveLength(4);
    const chosen = [
      aChild({ setting: 'Northgate Pupil Referral Unit', need: 'SEMH' }),
      aChild({ sendStatus: 'SEN support', dateOfBirth: '2018-01-01' }),
      aChild({ sendStatus: 'SEN Support' }),
    ];

    expect(mixAdvice(chosen, today)).toEqual([]);
    expect(mixOf(chosen, today)[1]?.counts).toEqual([
      ['Secondary', 2],
      ['Primary', 1],
    ]);
  });
});
