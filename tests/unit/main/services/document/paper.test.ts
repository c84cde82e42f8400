import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { heading, list, type Paper, quietText, text } from '../../../../../main/services/document/paper.ts';
import { paperDocx } from '../../../../../main/services/document/paper-docx.ts';
import { paperHtml } from '../../../../../main/services/document/paper-html.ts';
import { readZip } from '../../../../support/read-zip.ts';

const paper: Paper = {
  title: 'Self-evaluation',
  facts: ['Aldermere Council', 'Version 2'],
  marking: 'OFFICIAL-SENSITIVE',
  blocks: [
    heading('Leadership'),
    text('Leaders know <where> the gaps are.\nThey act on them.'),
    quietText('Not rated yet.'),
    list(['One board', 'One budget & plan']),
    {
      is: 'table',
      caption: 'What is known',
      head: ['Criterion', 'Rating'],
      rows: [['E1', 'Amber\u0002']],
      widths: [70, 30],
    },
  ],
};

describe('paperHtml', () => {
  it('escapes what was typed, keeps its lines, and marks heads and captions', () => {
    const html = paperHtml(paper);

    expect(html).toContain('<p>Leaders know &lt;where&gt; the gaps are.<br>They act on them.</p>');
    expect(html).toContain('<caption>What is known</caption>');
    expect(html).toContain('<th scope="col">Criterion</th>');
    expect(html).toContain('<html lang="en-GB">');
  });
});

describe('paperDocx', () => {
  it('says the same in Word, which can read it whatever was typed', async () => {
    const bytes = await paperDocx(paper);

    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    expect(value).toContain('<h1>Leadership</h1>');
    expect(value).toContain('Leaders know &lt;where&gt; the gaps are.<br />They act on them.');
    expect(value).toContain('<li>One budget &amp; plan</li>');
    expect(value).toMatch(/<thead>.*Criterion.*<\/thead>.*Amber</);
  });

  it('is in British English, with the marking and the page on each page', async () => {
    const files = await readZip(await paperDocx(paper));
    const part = (name: string) => Buffer.from(files.get(name) ?? []).toString('utf8');

    expect(part('word/styles.xml')).toContain('w:val="en-GB"');
    expect(part('word/header1.xml')).toContain('OFFICIAL-SENSITIVE');
    expect(part('word/footer1.xml')).toContain('NUMPAGES');
    expect(part('word/document.xml')).toContain('<w:tblHeader');
  });
});
