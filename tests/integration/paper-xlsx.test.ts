import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { heading, type Paper, text } from '../../main/services/document/paper.ts';
import { paperXlsx } from '../../main/services/document/paper-xlsx.ts';
import { readZip } from '../support/read-zip.ts';

const table = (caption: string, rows: readonly (readonly string[])[]) =>
  ({ is: 'table', caption, head: ['What', 'When'], rows }) as const;
const paper: Paper = {
  title: 'Boards',
  facts: ['Aldermere'],
  marking: 'OFFICIAL-SENSITIVE',
  blocks: [
    heading('First'),
    text('Signed\nby the board'),
    table('Sign-off of A/B: [the self-evaluation of 2026]', [['=1+1', 'Tuesday']]),
    table('Sign-off of A/B: [the self-evaluation of 2027]', [['Board', '']]),
    table('Sign-off of the self-evaluation 2028', []),
    text('One is left out.'),
  ],
};

describe('a paper of tables as a workbook', () => {
  it('has a sheet for each table, with what stands about it under the rows, and no formula', async () => {
    const sheets = await readXlsxFile(Buffer.from(await paperXlsx(paper)));

    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Sign-off of A B   the self-eval',
      'Sign-off of A B   the self-e 2',
      'Sign-off of the self-evaluation',
    ]);
    expect(sheets[0]?.data).toEqual([
      ['What', 'When'],
      ["'=1+1", 'Tuesday'],
      [null, null],
      ['OFFICIAL-SENSITIVE', null],
      ['First', null],
      ['Signed', null],
      ['by the board', null],
      ['Aldermere', null],
    ]);
    expect(sheets[2]?.data.flat()).toContain('One is left out.');
  });

  it('has whole days as dates, to be sorted as such, and everything else in its words', async () => {
    const days = [
      'Tuesday 24 November 2026',
      'Monday 8 February 2027',
      'Friday 1 January 2027\nNoted',
      '2026',
      '',
    ];
    const rows = days.map((day) => ['Report', day]);
    const [sheet] = await readXlsxFile(
      Buffer.from(await paperXlsx({ ...paper, blocks: [table('Reports', rows)] })),
    );

    expect(sheet?.data.slice(1, 6).map(([, day]) => day)).toEqual([
      new Date('2026-11-24T00:00:00.000Z'),
      new Date('2027-02-08T00:00:00.000Z'),
      'Friday 1 January 2027\nNoted',
      '2026',
      null,
    ]);
  });

  it('has rows as high as what wraps in them, until somebody writes in them', async () => {
    const long = 'Waits are counted from the referral. '.repeat(20);
    const rows = [
      ['Short', ''],
      [long, ''],
      ['One\nTwo', ''],
      [long.repeat(10), ''],
    ];
    const bytes = await paperXlsx({ ...paper, blocks: [table('Reports', rows)] });

    const sheet = textOf(await readZip(bytes), 'xl/worksheets/sheet1.xml');
    const heights = [...sheet.matchAll(/<row r="(\d)"(?: ht="(\d+)")?>/g)].map(([, , height]) =>
      Number(height ?? 13),
    );
    expect(heights.slice(0, 2)).toEqual([13, 13]);
    expect(heights[2]).toBeGreaterThan(100);
    // Excel opens no row that is higher than the last.
    expect(heights.slice(3, 5)).toEqual([26, 409]);
    expect(sheet).not.toContain('customHeight');
  });

  it('is printed on A4, and on A3 where its columns would be too small to read', async () => {
    const wide = { ...table('Wide', []), widths: [150, 150] };
    const parts = await readZip(await paperXlsx({ ...paper, blocks: [table('Narrow', []), wide] }));

    const setUp = (nth: number) =>
      /<pageSetup[^>]*>/.exec(textOf(parts, `xl/worksheets/sheet${nth}.xml`))?.[0];
    expect(setUp(1)).toMatch(/paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/);
    expect(setUp(2)).toMatch(/paperSize="8" orientation="landscape" fitToWidth="1" fitToHeight="0"/);
    const widths = [...textOf(parts, 'xl/worksheets/sheet2.xml').matchAll(/ width="(\d+)"/g)];
    expect(widths.map(([, width]) => Number(width))).toEqual([145, 145]);
  });

  it('says what it is called in its properties', async () => {
    const parts = await readZip(await paperXlsx({ ...paper, title: 'Boards & <members>' }));

    expect(textOf(parts, 'docProps/core.xml')).toContain('<dc:title>Boards &amp; &lt;members&gt;</dc:title>');
    expect(textOf(parts, '_rels/.rels')).toContain('Target="docProps/core.xml"');
    expect(textOf(parts, '[Content_Types].xml')).toContain('PartName="/docProps/core.xml"');
  });
});

const textOf = (parts: ReadonlyMap<string, Uint8Array>, name: string): string =>
  Buffer.from(parts.get(name) ?? []).toString();
