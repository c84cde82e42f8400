import { describe, expect, it } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { readTable } from '../../../main/services/import/read-table.ts';
import { findDuplicates, mergeConfirmed, personIdentity } from '../../../shared/domain/import/duplicates.ts';
import { headerSignature, recallMapping, rememberMapping } from '../../../shared/domain/import/mapping.ts';
import { indexNames, matchName } from '../../../shared/domain/import/name-match.ts';
import { proposeMapping, readRows } from '../../../shared/domain/import/rows.ts';
import type { Sheet } from '../../../shared/domain/import/table.ts';
import type { Target } from '../../../shared/domain/import/target.ts';
import { importTargets } from '../../../shared/domain/import/targets.ts';

const { people, meetings, children } = importTargets;

const sheetOf = async (bytes: Uint8Array): Promise<Sheet> => {
  const [sheet] = (await readTable(bytes, 'list')).sheets;
  if (!sheet) throw new Error('the file of this test has a sheet');
  return sheet;
};

const read = <Draft, Values>(sheet: Sheet, target: Target<Draft, Values>) => {
  const mapping = proposeMapping(sheet, target);
  if (mapping === null) throw new Error('the sheet of this test has headings');
  return { mapping, ...readRows(sheet, target, mapping) };
};

describe('importing a contact list with two heading rows', () => {
  const contacts = () =>
    writeXlsx([
      [{ value: 'Contacts v3 (do not share)' }, null, null, null, null],
      [null, null, null, null, null],
      [{ value: 'Name' }, { value: 'Post' }, { value: 'Contact' }, null, { value: 'Notes' }],
      [null, null, { value: 'E-mail' }, { value: 'Tel' }, null],
      [
        { value: 'Erna Kassulke ' },
        { value: 'CAMHS service manager' },
        { value: 'erna.kassulke@nhs.example' },
        { value: 1632961012 },
        null,
      ],
      [
        { value: 'ERNA KASSULKE' },
        { value: 'CAMHS service manager' },
        { value: 'N/A' },
        null,
        { value: 'twice?' },
      ],
      [null, { value: 'Head of SEND' }, null, null, null],
    ]).toBuffer();

  it('comes to one person when the twin is merged, and says what is wrong with the row that has no name', async () => {
    const { rows, badRows } = read(await sheetOf(await contacts()), people);
    const candidates = rows.map(({ rowNumber, values }) => ({
      ref: { from: 'import' as const, rowNumber },
      values,
    }));
    const proposals = findDuplicates(candidates, [], personIdentity);

    const { toAdd } = mergeConfirmed(candidates, proposals, {
      confirmed: new Set(proposals.map(({ key }) => key)),
      identity: personIdentity,
    });

    expect(toAdd).toEqual([
      {
        rowNumbers: [5, 6],
        values: {
          name: 'Erna Kassulke',
          role: 'CAMHS service manager',
          organisation: null,
          sector: 'health',
          email: 'erna.kassulke@nhs.example',
          phone: '01632961012',
          availability: null,
          notes: 'twice?',
        },
      },
    ]);
    expect(badRows.map(({ rowNumber, sentence }) => [rowNumber, sentence])).toEqual([
      [7, 'There is no name.'],
    ]);
  });

  it('remembers what the columns mean for next month’s list in another order', async () => {
    const { mapping } = read(await sheetOf(await contacts()), people);
    const next = ['Notes', 'Contact: Tel', 'NAME', 'Contact: e-mail', 'Post'];

    expect(headerSignature(next)).toBe(headerSignature(mapping.header.headings));
    expect(
      recallMapping(next, rememberMapping(mapping.header.headings, mapping.columns), people),
    ).toMatchObject({
      name: 2,
      role: 4,
      email: 3,
      phone: 1,
      notes: 0,
    });
  });
});

describe('importing meetings that name people freely', () => {
  it('finds the people and strands that it can, and says whom it cannot', async () => {
    const csv =
      'Meeting,Date,Time,Inspectors,Attendees,Room\r\n' +
      'Health leaders,24/11/2026,10.15-11.15,Lead inspector (HMI),"F. Mueller; ERNA KASSULKE; A Abbott",\r\n';
    const { rows } = read(await sheetOf(Buffer.from(csv, 'latin1')), meetings);
    const index = indexNames([
      { id: 'mueller', name: 'Dr. Felton Mueller' },
      { id: 'kassulke', name: 'Erna Kassulke' },
      { id: 'alvina', name: 'Alvina Abbott' },
      { id: 'ahmad', name: 'Ahmad Abbott' },
      { id: 'lead', name: 'Lead inspector (HMI)' },
    ]);

    expect(rows[0]?.values).toMatchObject({ day: '2026-11-24', start: 615, minutes: 60, place: null });
    expect(rows[0]?.values.inspectors.map((name) => matchName(name, index).state)).toEqual(['matched']);
    expect(rows[0]?.values.attendees.map((name) => matchName(name, index).state)).toEqual([
      'matched',
      'matched',
      'ambiguous',
    ]);
  });
});

describe('importing children from Windows-1252', () => {
  it('keeps accents and pounds, and reads a leap day written both ways', async () => {
    const csv =
      'Surname;Forename;Date of birth;Setting\n' +
      'Lef\u00e8vre;Zo\u00eb;29/02/2012;Caf\u00e9 \u00a31 Nursery\n' +
      'Marsh;Drew;2012-02-29;\n' +
      'Lee;Ann;29/02/2013;\n';
    const { rows } = read(await sheetOf(Buffer.from(csv, 'latin1')), children);

    expect(
      rows.map(({ values }) => [values.surname, values.forename, values.dateOfBirth, values.setting]),
    ).toEqual([
      ['Lefèvre', 'Zoë', '2012-02-29', 'Café £1 Nursery'],
      ['Marsh', 'Drew', '2012-02-29', null],
      ['Lee', 'Ann', null, null],
    ]);
    expect(rows[2]?.problems).toMatchObject([{ field: 'dateOfBirth', raw: '29/02/2013' }]);
  });
});
