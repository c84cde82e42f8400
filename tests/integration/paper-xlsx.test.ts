import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { heading, type Paper, text } from '../../main/services/document/paper.ts';
import { paperXlsx } from '../../main/services/document/paper-xlsx.ts';

const table = (caption: string, rows: readonly (readonly string[])[]) =>
  ({ is: 'table', caption, head: ['What', 'When'], rows }) as const;
const paper: Paper = {
  title: 'Boards',
  facts: ['Aldermere'],
  marking: 'OFFICIAL-SENSITIVE',
  blocks: [
    heading('First'),
    text('Signed'),
    table('Sign-off of A/B: [the self-evaluation of 2026]', [['=1+1', 'Tuesday']]),
    table('Sign-off of A/B: [the self-evaluation of 2027]', [['Board', '']]),
    text('One is left out.'),
  ],
};

describe('a paper of tables as a workbook', () => {
  it('has a sheet for each table, with what stands about it under the rows, and no formula', async () => {
    const sheets = await readXlsxFile(Buffer.from(await paperXlsx(paper)));

    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Sign-off of A B   the self-eval',
      'Sign-off of A B   the self-e 2',
    ]);
    expect(sheets[0]?.data).toEqual([
      ['What', 'When'],
      ["'=1+1", 'Tuesday'],
      [null, null],
      ['OFFICIAL-SENSITIVE', null],
      ['First', null],
      ['Signed', null],
      ['Aldermere', null],
    ]);
    expect(sheets[1]?.data.flat()).toContain('One is left out.');
  });
});
