import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeMapping, type ReadRows, readRows } from '../../../../../shared/domain/import/rows.ts';
import type { Cell, Row } from '../../../../../shared/domain/import/table.ts';
import type { Target } from '../../../../../shared/domain/import/target.ts';
import { importTargets } from '../../../../../shared/domain/import/targets.ts';

const { people, places, meetings, children } = importTargets;

/** Reads rows as the wizard does when the user changes nothing. */
function read<Draft, Values>(target: Target<Draft, Values>, rows: readonly Row[]): ReadRows<Values> {
  const sheet = { name: 'Sheet 1', rows };
  const mapping = proposeMapping(sheet, target);
  if (mapping === null) throw new Error('the rows of this test have headings');
  return readRows(sheet, target, mapping);
}

describe('readRows for people', () => {
  it('reads a contact list with a title, blank rows, N/A and a blank sector', () => {
    const result = read(people, [
      ['Contact list for inspection week', null, null, null, null, null, null],
      [null, null, null, null, null, null, null],
      ['Name', 'Job title', 'Organisation', 'Sector', 'E-mail', 'Tel', 'Not available'],
      [
        'Hallie Lang ',
        'Head of SEND',
        'Council',
        'education',
        'hallie.lang@council.example',
        '01632 961001',
        null,
      ],
      [null, '', ' ', null, null, 'N/A', null],
      ['Robin Leffler', 'Designated Clinical Officer', 'ICB', null, null, 'N/A', 'Tues 13:00-15:00'],
    ]);

    expect(result).toEqual({
      rows: [
        {
          rowNumber: 4,
          values: {
            name: 'Hallie Lang',
            role: 'Head of SEND',
            organisation: 'Council',
            sector: 'education',
            email: 'hallie.lang@council.example',
            phone: '01632 961001',
            availability: null,
            notes: null,
          },
          problems: [],
          guessed: [],
        },
        {
          rowNumber: 6,
          values: {
            name: 'Robin Leffler',
            role: 'Designated Clinical Officer',
            organisation: 'ICB',
            sector: 'health',
            email: null,
            phone: null,
            availability: 'Tues 13:00-15:00',
            notes: null,
          },
          problems: [],
          guessed: ['sector'],
        },
      ],
      badRows: [],
      skippedBlank: 1,
      skippedHeadings: 0,
      refusedColumns: [],
    });
  });

  it('joins a forename and a surname, and turns a surname that comes first', () => {
    const two = read(people, [
      ['First name', 'Last name', 'Role'],
      ['Hallie', 'Lang', 'Head of SEND'],
    ]);
    const one = read(people, [
      ['Name', 'Role'],
      ['Lang, Hallie', 'Head of SEND'],
    ]);

    expect([two, one].map(({ rows }) => rows[0]?.values.name)).toEqual(['Hallie Lang', 'Hallie Lang']);
  });

  it('keeps a row whose optional value cannot be read, and says which value and why', () => {
    const { rows, badRows } = read(people, [
      ['Name', 'E-mail'],
      ['Hallie Lang', 'ask Bo'],
    ]);

    expect(badRows).toEqual([]);
    expect(rows[0]).toMatchObject({
      values: { name: 'Hallie Lang', email: null },
      problems: [{ field: 'email', reason: '"ask Bo" is not one e-mail address.', raw: 'ask Bo' }],
    });
  });

  it('refuses a row without a name, and shows what it says', () => {
    const { badRows } = read(people, [
      ['Name', 'Role'],
      [null, 'Head of SEND'],
    ]);

    expect(badRows).toEqual([
      { rowNumber: 2, sentence: 'There is no name.', problems: [], cells: ['', 'Head of SEND'] },
    ]);
  });

  it('refuses a heading within the list', () => {
    const { badRows, rows } = read(people, [
      ['Name', 'Role'],
      ['Health', null],
      ['Robin Leffler', 'DCO'],
    ]);

    expect(rows.map(({ rowNumber }) => rowNumber)).toEqual([3]);
    expect(badRows[0]?.sentence).toBe(
      '"Health" stands alone, so it looks like a heading within the list and not like a person.',
    );
  });

  it('asks about a cell that may hold two people', () => {
    const { rows } = read(people, [
      ['Name', 'Role'],
      ['Hallie Lang & Bo Connelly', 'Co-chairs'],
    ]);

    expect(rows[0]?.problems).toMatchObject([{ field: 'name', raw: 'Hallie Lang & Bo Connelly' }]);
  });

  it('refuses a row with more values than headings, and says so', () => {
    const { badRows, rows } = read(people, [
      ['Name', 'Role'],
      ['Grant Pagac-Kutch', 'Lead Member', ' children'],
      ['Hallie Lang', 'Head of SEND', ''],
    ]);

    expect(rows.map(({ rowNumber }) => rowNumber)).toEqual([3]);
    expect(badRows).toMatchObject([
      {
        rowNumber: 2,
        sentence: 'This row has 3 values but there are only 2 headings. Check for a stray comma.',
        cells: ['Grant Pagac-Kutch', 'Lead Member', ' children'],
      },
    ]);
  });

  it('passes over headings repeated on each printed page', () => {
    const { rows, skippedHeadings } = read(people, [
      ['Name', 'Role'],
      ['Hallie Lang', 'Head of SEND'],
      ['NAME', 'Role '],
      ['Robin Leffler', 'DCO'],
    ]);

    expect([rows.length, skippedHeadings]).toEqual([2, 1]);
  });

  it('loses no row, whatever the cells hold', () => {
    const cell: fc.Arbitrary<Cell> = fc.oneof(
      fc.string(),
      fc.constantFrom('N/A', 'Name', 'Role', 'Hallie Lang', 'hallie@council.example'),
      fc.integer(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.constant({ date: '2026-11-24' }),
    );

    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 })), (body) => {
        const { rows, badRows, skippedBlank, skippedHeadings } = read(people, [
          ['Name', 'Role', 'E-mail', 'Sector'],
          ['Hallie Lang', 'Head of SEND', 'hallie.lang@council.example', 'education'],
          ...body,
        ]);

        expect(rows.length + badRows.length + skippedBlank + skippedHeadings).toBe(body.length + 1);
        expect(badRows.every(({ sentence }) => sentence.endsWith('.'))).toBe(true);
      }),
    );
  });
});

describe('readRows for places', () => {
  it('reads flags, numbers, an apostrophe and a room that is online', () => {
    const { rows, badRows } = read(places, [
      ['Room', 'Site', 'Capacity', 'Video link', 'Step-free', 'Travel from Civic Centre (min)'],
      ["Mayor's Parlour", 'Civic Centre', '14', '', 'N', '0'],
      ['Microsoft Teams', 'Online', '300', 'Y', 'Y', '0'],
    ]);

    expect(badRows).toEqual([]);
    expect(rows.map(({ values }) => values)).toEqual([
      {
        name: "Mayor's Parlour",
        site: 'Civic Centre',
        capacity: 14,
        hasVideo: null,
        isStepFree: false,
        isOnline: false,
        travelMinutes: 0,
      },
      {
        name: 'Microsoft Teams',
        site: 'Online',
        capacity: 300,
        hasVideo: true,
        isStepFree: true,
        isOnline: true,
        travelMinutes: 0,
      },
    ]);
    expect(rows.map(({ guessed }) => guessed)).toEqual([[], ['isOnline']]);
  });

  it('refuses a place without a name', () => {
    const { badRows } = read(places, [
      ['Room', 'Site'],
      [null, 'Civic Centre'],
    ]);

    expect(badRows[0]?.sentence).toBe('There is nothing under "Room".');
  });
});

describe('readRows for meetings', () => {
  const headings = ['Meeting', 'Date', 'Start', 'Minutes', 'Inspectors', 'Attendees', 'Room'];

  it('reads a meeting with its people and a blank room', () => {
    const { rows } = read(meetings, [
      headings,
      [
        'Tracking meeting: child 1',
        '2026-11-24',
        '11:00',
        '60',
        'CQC lead',
        'Beverly Torphy; Elwyn Runte',
        '',
      ],
    ]);

    expect(rows[0]?.values).toEqual({
      title: 'Tracking meeting: child 1',
      day: '2026-11-24',
      start: 660,
      minutes: 60,
      inspectors: ['CQC lead'],
      attendees: ['Beverly Torphy', 'Elwyn Runte'],
      place: null,
      notes: null,
    });
  });

  it('works out the length from an end, or from a time given as a span', () => {
    const ended = read(meetings, [
      ['Meeting', 'Start', 'End'],
      ['SENDIASS', '09:15', '10:00'],
    ]);
    const spanned = read(meetings, [
      ['Meeting', 'Time'],
      ['SENDIASS', '3.45pm - 4.45pm'],
    ]);

    expect([ended, spanned].map(({ rows }) => [rows[0]?.values.start, rows[0]?.values.minutes])).toEqual([
      [555, 45],
      [945, 60],
    ]);
  });

  it('says when length and end disagree, and takes the length', () => {
    const { rows } = read(meetings, [
      ['Meeting', 'Start', 'End', 'Minutes'],
      ['SENDIASS', '09:00', '10:00', 45],
    ]);

    expect(rows[0]?.values.minutes).toBe(45);
    expect(rows[0]?.problems).toMatchObject([
      { field: 'minutes', reason: expect.stringContaining('60 apart') },
    ]);
  });

  it('refuses a meeting that ends before it starts', () => {
    const { badRows } = read(meetings, [
      ['Meeting', 'Start', 'End'],
      ['SENDIASS', '10:00', '09:15'],
    ]);

    expect(badRows[0]?.sentence).toBe('The meeting ends at 9:15am, before it starts at 10am.');
  });

  it('refuses a meeting that runs past midnight', () => {
    const { badRows } = read(meetings, [headings, ['Late', '2026-11-24', '23:30', 60, null, null, null]]);

    expect(badRows[0]?.sentence).toBe(
      'The meeting starts at 11:30pm and lasts 60 minutes, which runs past midnight.',
    );
  });

  it('leaves a meeting with an impossible date without a day, and says why', () => {
    const { rows } = read(meetings, [headings, ['SENDIASS', '29/02/2026', '09:00', 45, null, null, null]]);

    expect(rows[0]?.values.day).toBeNull();
    expect(rows[0]?.problems).toEqual([
      {
        field: 'day',
        reason: 'February 2026 has 28 days, so "29/02/2026" is not a date.',
        raw: '29/02/2026',
      },
    ]);
  });

  it('keeps 29 February in a leap year', () => {
    const { rows } = read(meetings, [headings, ['SENDIASS', '29/02/2028', '09:00', 45, null, null, null]]);

    expect(rows[0]).toMatchObject({ values: { day: '2028-02-29' }, problems: [] });
  });
});

describe('readRows for children', () => {
  it('reads both ways of writing a date, checks the numbers, and leaves "not known" empty', () => {
    const { rows } = read(children, [
      ['UPN', 'Surname', 'Forename', 'Date of birth', 'NHS number', 'Postcode', 'Last annual review'],
      ['T867051405254', 'Berge', 'Anabel', '12/02/2023', '999 957 5625', 'zz2 9ef', 'not known'],
    ]);

    expect(rows[0]).toMatchObject({
      values: {
        upn: 'T867051405254',
        dateOfBirth: '2023-02-12',
        nhsNumber: '9999575625',
        postcode: 'ZZ2 9EF',
        lastAnnualReview: null,
      },
      problems: [],
    });
  });

  it('keeps the child but not a number whose check digit is wrong', () => {
    const { rows } = read(children, [
      ['UPN', 'Surname', 'NHS number'],
      ['A867051405254', 'Berge', '9999575626'],
    ]);

    expect(rows[0]?.values).toMatchObject({ surname: 'Berge', upn: null, nhsNumber: null });
    expect(rows[0]?.problems.map(({ field, raw }) => [field, raw])).toEqual([
      ['upn', 'A867051405254'],
      ['nhsNumber', '9999575626'],
    ]);
  });

  it('takes the code for a missing UPN as none', () => {
    const { rows } = read(children, [
      ['UPN', 'Surname'],
      ['UN3', 'Berge'],
    ]);

    expect(rows[0]).toMatchObject({ values: { upn: null }, problems: [] });
  });

  it('parts a full name', () => {
    const { rows } = read(children, [
      ['Pupil name', 'DOB'],
      ['Van der Berg, Anna', '01/09/2015'],
      ['Fae Kulas', '01/09/2015'],
    ]);

    expect(rows.map(({ values }) => [values.forename, values.surname])).toEqual([
      ['Anna', 'Van der Berg'],
      ['Fae', 'Kulas'],
    ]);
  });

  it('refuses a row that does not say which child it is', () => {
    const { badRows } = read(children, [
      ['UPN', 'Surname', 'DOB'],
      [null, null, '01/09/2015'],
    ]);

    expect(badRows[0]?.sentence).toBe('There is no name, UPN or other number to tell which child this is.');
  });

  it('takes the status from which of the two published lists it is, as a guess', () => {
    const plans = ['Unique ID', 'UPN', 'SEN primary need', 'Date initial EHC plan issued'];
    const support = ['Unique ID', 'UPN', 'SEN primary need', 'Gender'];

    const [first, second] = [plans, support].map((headings) =>
      read(children, [headings, ['17', null, 'HI', 'x']]),
    );

    expect([first?.rows[0]?.values.sendStatus, second?.rows[0]?.values.sendStatus]).toEqual([
      'EHC plan',
      'SEN support',
    ]);
    expect(first?.rows[0]?.guessed).toEqual(['sendStatus']);
  });

  it('leaves out a column that is not needed, names it, and takes it when the user maps it', () => {
    const sheet = {
      name: 'List',
      rows: [
        ['UPN', 'Surname', 'Ethnicity'],
        [null, 'Berge', 'Any'],
      ],
    };
    const mapping = proposeMapping(sheet, children);
    if (mapping === null) throw new Error('the sheet has headings');

    const byDefault = readRows(sheet, children, mapping);
    const byChoice = readRows(sheet, children, { ...mapping, columns: { ...mapping.columns, need: 2 } });

    expect(byDefault.refusedColumns).toEqual([
      { column: 2, heading: 'Ethnicity', reason: expect.stringContaining('special category') },
    ]);
    expect(JSON.stringify(byDefault.rows)).not.toContain('Any');
    expect(byChoice.refusedColumns).toEqual([]);
    expect(byChoice.rows[0]?.values.need).toBe('Any');
  });
});
