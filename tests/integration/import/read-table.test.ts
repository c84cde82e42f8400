import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { readTable } from '../../../main/services/import/read-table.ts';
import { storedZip } from '../../../main/services/import/xlsx-archive.ts';
import { AppError } from '../../../shared/errors.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const windows1252 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

const rowsOf = async (bytes: Uint8Array, fileName = 'list.csv') => {
  const { sheets } = await readTable(bytes, fileName);
  return sheets[0]?.rows;
};

const failureOf = async (bytes: Uint8Array, fileName = 'list.xlsx') => {
  try {
    await readTable(bytes, fileName);
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, detail: error.detail };
    throw error;
  }
  throw new Error('the file of this test is refused');
};

type XmlCell = { readonly at: string; readonly xml: string };
const sheetXml = (rows: readonly { readonly number: number; readonly cells: readonly XmlCell[] }[]) =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
    .map(
      ({ number, cells }) =>
        `<row r="${number}">${cells.map(({ at, xml }) => `<c r="${at}"${xml}</c>`).join('')}</row>`,
    )
    .join('')}</sheetData></worksheet>`;

/** A workbook of one sheet made by hand, for shapes that no writer would make. */
const workbookParts = (sheet: string): Map<string, Buffer> =>
  new Map(
    Object.entries({
      '[Content_Types].xml':
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
      'xl/workbook.xml':
        '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/worksheets/sheet1.xml': sheet,
    }).map(([name, text]) => [name, Buffer.from(text)]),
  );
const workbook = (sheet: string): Buffer => storedZip(workbookParts(sheet));
const text = (at: string, words: string): XmlCell => ({ at, xml: ` t="inlineStr"><is><t>${words}</t></is>` });

describe('readTable on a workbook', () => {
  it('reads words, numbers, ticks, dates and blank cells of every sheet', async () => {
    const bytes = await writeXlsx([
      {
        sheet: 'Contacts',
        data: [
          [{ value: ' Name ' }, { value: 'Born' }, { value: 'Capacity' }, { value: 'Step-free' }],
          [
            { value: 'Hallie Lang' },
            { value: new Date(Date.UTC(2024, 1, 29)), format: 'dd/mm/yyyy' },
            { value: 12.5 },
            { value: true },
          ],
          [null, null, null, null],
          [
            { value: 'Robin' },
            { value: new Date(Date.UTC(2026, 10, 24, 9, 45)), format: 'dd/mm/yyyy hh:mm' },
            null,
            null,
          ],
        ],
      },
      { sheet: 'Rooms', data: [[{ value: 'Room' }]] },
      { sheet: 'Empty', data: [] },
    ]).toBuffer();

    expect(await readTable(bytes, 'contacts.xlsx')).toEqual({
      sheets: [
        {
          name: 'Contacts',
          rows: [
            ['Name', 'Born', 'Capacity', 'Step-free'],
            ['Hallie Lang', { date: '2024-02-29' }, 12.5, true],
            [null, null, null, null],
            ['Robin', { date: '2026-11-24T09:45' }, null, null],
          ],
        },
        { name: 'Rooms', rows: [['Room']] },
      ],
    });
  });

  it('reads a cell that holds only a time of day as that time', async () => {
    const bytes = await writeXlsx([
      [{ value: 'Start' }],
      [{ value: 0.40625, type: Number, format: 'hh:mm' }],
    ]).toBuffer();

    expect(await rowsOf(bytes, 'times.xlsx')).toEqual([['Start'], ['09:45']]);
  });

  it('goes by the bytes and not by the name', async () => {
    const bytes = await writeXlsx([[{ value: 'Name' }]]).toBuffer();

    expect(await rowsOf(bytes, 'contacts.csv')).toEqual([['Name']]);
    expect(await rowsOf(bytesOf('Name,Role\r\nHallie Lang,DCO'), 'contacts.xlsx')).toEqual([
      ['Name', 'Role'],
      ['Hallie Lang', 'DCO'],
    ]);
  });

  it('does not mind formatting down to the last row of the sheet', async () => {
    const formatted = sheetXml([
      { number: 1, cells: [text('A1', 'Name')] },
      { number: 2, cells: [text('A2', 'Hallie Lang'), { at: 'XFD2', xml: ' s="0">' }] },
      { number: 1048576, cells: [{ at: 'A1048576', xml: ' s="0">' }] },
    ]);

    expect(await rowsOf(workbook(formatted))).toEqual([['Name'], ['Hallie Lang']]);
  });

  it('refuses one value far down or far to the right before it is unfolded', async () => {
    const deep = sheetXml([{ number: 1048576, cells: [text('A1048576', 'x')] }]);
    const wide = sheetXml([{ number: 1, cells: [text('XFD1', 'x')] }]);
    const lying = sheetXml([{ number: 1048576, cells: [text('A1', 'x')] }]);

    expect(await failureOf(workbook(deep))).toEqual({
      code: 'import/too-large',
      detail: 'It has more than 50,000 rows.',
    });
    expect(await failureOf(workbook(lying))).toMatchObject({ code: 'import/too-large' });
    expect(await failureOf(workbook(wide))).toEqual({
      code: 'import/too-large',
      detail: 'It has more than 200 columns.',
    });
  });

  it('refuses a sheet whose cells do not say where they are', async () => {
    const lost =
      '<worksheet><sheetData><row><c t="inlineStr"><is><t>Name</t></is></c></row></sheetData></worksheet>';

    expect(await failureOf(workbook(lost))).toEqual({
      code: 'import/not-a-table',
      detail: 'Its cells have no addresses.',
    });
  });

  it('gives up, before a test would, on a sheet made to slow the search', async () => {
    const slow = workbook(`<worksheet><sheetData>${'<c r="A1" '.repeat(2_000_000)}`);

    expect(await failureOf(slow)).toMatchObject({ code: 'import/not-a-table' });
  });

  it('refuses a zip renamed .xlsx and says what it is', async () => {
    const zip = storedZip(new Map([['notes.txt', Buffer.from('hello')]]));
    const docx = storedZip(new Map([['word/document.xml', Buffer.from('<w/>')]]));

    expect(await failureOf(zip)).toEqual({ code: 'import/not-a-table', detail: 'It is a zip archive.' });
    expect(await failureOf(docx)).toEqual({ code: 'import/not-a-table', detail: 'It is a Word document.' });
  });

  it('refuses an encrypted workbook, which is a compound file', async () => {
    const encrypted = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(1024),
      Buffer.from('EncryptedPackage', 'utf16le'),
      Buffer.alloc(512),
    ]);

    expect(await failureOf(encrypted)).toMatchObject({ code: 'import/password-protected' });
  });

  it('refuses an old .xls workbook', async () => {
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2048)]);

    expect(await failureOf(old)).toMatchObject({
      code: 'import/not-a-table',
      detail: expect.stringContaining('.xls'),
    });
  });

  it('refuses a truncated workbook', async () => {
    const bytes = await writeXlsx([[{ value: 'Name' }]]).toBuffer();

    expect(await failureOf(bytes.subarray(0, bytes.length - 100))).toMatchObject({
      code: 'import/not-a-table',
    });
  });

  it('refuses a workbook with a damaged part', async () => {
    const damaged = workbook('<worksheet><sheetData><row r="2"><c r="A2"><v>1</v></c></row><row r="1">');

    expect(await failureOf(damaged)).toMatchObject({ code: 'import/not-a-table' });
  });

  it('refuses a workbook with nothing in it', async () => {
    const bytes = await writeXlsx([[null, { value: ' ' }]]).toBuffer();

    expect(await failureOf(bytes)).toMatchObject({ code: 'import/empty' });
  });
});

describe('readTable on a zip bomb', () => {
  const bomb = (claimed: number, content: Buffer): Buffer => {
    const packed = deflateRawSync(content);
    const zip = storedZip(new Map([...workbookParts('<x/>'), ['xl/worksheets/sheet1.xml', packed]]));
    const name = Buffer.from('xl/worksheets/sheet1.xml');
    const central = zip.lastIndexOf(name) - 46;
    const local = zip.indexOf(name) - 30;
    zip.writeUInt16LE(8, central + 10);
    zip.writeUInt32LE(claimed, central + 24);
    zip.writeUInt16LE(8, local + 8);
    zip.writeUInt32LE(claimed, local + 22);
    return zip;
  };

  it('refuses what claims more than 200 MB', async () => {
    expect(await failureOf(bomb(300 * 1024 * 1024, Buffer.from('x')))).toMatchObject({
      code: 'import/too-large',
    });
  });

  it('refuses what unpacks to far more than a spreadsheet would', async () => {
    const zeros = Buffer.alloc(20 * 1024 * 1024);

    expect(await failureOf(bomb(zeros.length, zeros))).toMatchObject({
      code: 'import/too-large',
      detail: 'It unpacks to far more than a spreadsheet would.',
    });
  });

  it('refuses what lies about its size, without unpacking it all', async () => {
    const zeros = Buffer.alloc(20 * 1024 * 1024);

    expect(await failureOf(bomb(1000, zeros))).toMatchObject({
      code: 'import/too-large',
      detail: 'It unpacks to more than it says.',
    });
  });
});

describe('readTable on a text file', () => {
  it('names the sheet after the file, and leaves blank lines in their place', async () => {
    expect(await readTable(bytesOf('Room,Site\n\nHall,Oakfield\n'), 'C:\\lists\\rooms.csv')).toEqual({
      sheets: [{ name: 'rooms', rows: [['Room', 'Site'], [null], ['Hall', 'Oakfield']] }],
    });
  });

  it.each([
    ['UTF-8', bytesOf('Name,Café £5')],
    ['UTF-8 with its mark', bytesOf('\ufeffName,Café £5')],
    ['Windows-1252', windows1252('Name,Caf\u00e9 \u00a35')],
    ['UTF-16 little end first', Buffer.from('\ufeffName,Café £5', 'utf16le')],
    ['UTF-16 big end first', Buffer.from('\ufeffName,Café £5', 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from('Name,Café £5', 'utf16le')],
  ])('reads %s', async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual([['Name', 'Café £5']]);
  });

  it('reads the dashes, quotation marks and euro of Windows-1252', async () => {
    expect(await rowsOf(windows1252('\u0093Mayor\u0092s\u0094 \u0096 \u0080'))).toEqual([['“Mayor’s” – €']]);
  });

  it.each([
    [',', 'Name,Attendees\nKeep in touch,Hanna; Bo; Rolando\nSENDIASS,Erna'],
    [';', 'Name;Attendees\nKeep in touch;Hanna, Bo, Rolando\nSENDIASS;Erna'],
    ['\t', 'Name\tAttendees\nKeep, in touch\tHanna; Bo\nSENDIASS\tErna'],
  ])('tells that values are parted by %j', async (_, csv) => {
    expect((await rowsOf(bytesOf(csv)))?.map((row) => row.length)).toEqual([2, 2, 2]);
  });

  it('goes by most lines, not by the last one or by a title', async () => {
    const csv = 'Week of 24 November\nMeeting;When, where;Who\na;b, c;d\ne;f, g;h\nprinted, on, Monday';

    expect((await rowsOf(bytesOf(csv)))?.[1]).toEqual(['Meeting', 'When, where', 'Who']);
  });

  it('obeys a first line that names the mark', async () => {
    expect(await rowsOf(bytesOf('sep=;\r\nName;Role\r\nLang, Hallie;Head, SEND'))).toEqual([
      ['Name', 'Role'],
      ['Lang, Hallie', 'Head, SEND'],
    ]);
  });

  it('reads quoted commas, line breaks and quotation marks, and stray ones', async () => {
    const csv = 'Meeting,Note\n"Tracking, child 1","Room ""2.14""\nlate"\nMayor "Bob" Parlour,x';

    expect(await rowsOf(bytesOf(csv))).toEqual([
      ['Meeting', 'Note'],
      ['Tracking, child 1', 'Room "2.14"\nlate'],
      ['Mayor "Bob" Parlour', 'x'],
    ]);
  });

  it('keeps the cells of a row that has too many', async () => {
    expect(await rowsOf(bytesOf('Name,Role\nLang,Hallie,DCO,ICB\nBo'))).toEqual([
      ['Name', 'Role'],
      ['Lang', 'Hallie', 'DCO', 'ICB'],
      ['Bo'],
    ]);
  });

  it('reads 5,000 rows', async () => {
    const line =
      'P827287543799,Daugherty,Eino,2008-01-04,9991940219,ZZ9 6UU,"Speech, language",SEN support\n';
    const bytes = bytesOf(`UPN,Surname,Forename,DOB,NHS,Postcode,Need,Status\n${line.repeat(5000)}`);

    const rows = await rowsOf(bytes);

    expect(rows?.length).toBe(5001);
  });

  it('refuses more rows or columns than are read', async () => {
    expect(await failureOf(bytesOf('a,b\n'.repeat(50_001)))).toEqual({
      code: 'import/too-large',
      detail: 'It has more than 50,000 rows.',
    });
    expect(await failureOf(bytesOf('a,'.repeat(201)))).toEqual({
      code: 'import/too-large',
      detail: 'It has more than 200 columns.',
    });
  });

  it.each<[string, Uint8Array]>([
    ['a picture', Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex')],
    ['a PDF', bytesOf('%PDF-1.7\n1 0 obj')],
    ['a web page', bytesOf('<html><table><tr><td>Name</td></tr></table></html>')],
    ['a quotation mark that is never closed', bytesOf('Name,Role\n"Hallie,DCO\n')],
  ])('refuses %s', async (_, bytes) => {
    expect(await failureOf(bytes, 'list.csv')).toMatchObject({ code: 'import/not-a-table' });
  });

  it.each([
    ['0 bytes', ''],
    ['only a mark', '\ufeff'],
    ['only commas and spaces', ' , ,\n,,\n'],
  ])('refuses a file of %s', async (_, csv) => {
    expect(await failureOf(bytesOf(csv), 'list.csv')).toMatchObject({ code: 'import/empty' });
  });
});
