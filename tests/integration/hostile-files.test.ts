import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readTexts } from '../../main/db/evidence-content.ts';
import { listUnfinished } from '../../main/db/evidence-intake.ts';
import { listRows } from '../../main/db/table.ts';
import { evidenceItems } from '../../main/db/tables.ts';
import { addEvidence } from '../../main/services/evidence/add-evidence.ts';
import type { AddedFile } from '../../shared/ipc/evidence.ts';
import { makeDocx, makeJpeg, makePdf, makeXlsx } from '../support/make-documents.ts';
import { withParts } from '../support/make-hidden.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';

let temp: TempEngagement;
let onProgress: () => void;

beforeEach(async () => {
  onProgress = () => {};
  temp = await tempEngagement({ outside: { progress: () => onProgress() } });
});
afterEach(() => temp.close());

async function put(name: string, content: Uint8Array | string): Promise<string> {
  const path = join(temp.folder, name);
  await writeFile(path, content);
  return path;
}

const take = (paths: readonly string[]): Promise<readonly AddedFile[]> =>
  addEvidence(
    { ...temp.ctx, outside: { ...temp.ctx.outside, chooseFiles: async () => paths } },
    { targets: [] },
  );

const titles = () => listRows(temp.ctx.db, evidenceItems).map((item) => item.title);
const outcomes = (files: readonly AddedFile[]) => files.map(({ outcome }) => outcome);

describe('an intake with a hostile or broken file in it', () => {
  it('refuses a workbook that would unpack to gigabytes, and takes the rest', async () => {
    const xml = `<worksheet><sheetData>${' '.repeat(60 * 1024 * 1024)}</sheetData></worksheet>`;
    const bomb = await withParts(await makeXlsx({ A: [['a']] }), { 'xl/worksheets/sheet1.xml': xml });
    const paths = [await put('bomb.xlsx', bomb), await put('good.txt', 'Good')];

    const files = await take(paths);

    expect(files[0]?.reason).toContain('It would unpack to far more than a document holds.');
    expect(outcomes(files)).toEqual(['refused', 'added']);
    expect(titles()).toEqual(['good']);
    expect(listUnfinished(temp.ctx.db)).toEqual([]);
  });

  it('takes a Word document that points outside, fetches nothing, and says so', async () => {
    const docx = await withParts(await makeDocx(), {
      'word/_rels/document.xml.rels':
        '<Relationships><Relationship Id="a" Type="x/attachedTemplate" Target="https://example.org/t.dotm" TargetMode="External"/></Relationships>',
    });

    const [file] = await take([await put('Plan.docx', docx)]);

    expect(file).toMatchObject({
      outcome: 'added',
      reason: 'It has 1 link to another file, and nothing is fetched from there.',
    });
  });

  it('takes a PDF with a script, never runs it, and says so', async () => {
    const pdf = await PDFDocument.load(await makePdf());
    pdf.addJavaScript('start', 'app.launchURL("https://example.org")');

    const [file] = await take([await put('Form.pdf', await pdf.save())]);

    expect(file).toMatchObject({ outcome: 'added', reason: 'It has a script, which never runs here.' });
  });

  it('takes a PDF of very many pages', async () => {
    const [file] = await take([await put('Long.pdf', manyPages(4_000))]);

    const [item] = listRows(temp.ctx.db, evidenceItems);
    expect(file).toMatchObject({ outcome: 'added', reason: '' });
    expect(item?.pages).toBe(4_000);
    const texts = readTexts(temp.ctx.db, item?.sha256 ?? '');
    expect([texts[0], texts[3_999]]).toEqual(['One page', 'One page']);
  });

  it('keeps names with dots, colons, 300 letters and marks that turn them round, as names alone', async () => {
    const long = `${'long '.repeat(48)}.txt`;
    const paths = [
      await put('..plan..txt', 'Dots'),
      await put('10:30 panel.txt', 'Colon'),
      await put(long, 'Long'),
      await put('plan\u202efdp.exe.txt', 'Turned'),
    ];

    const files = await take(paths);

    expect(outcomes(files)).toEqual(['added', 'added', 'added', 'added']);
    expect(listRows(temp.ctx.db, evidenceItems).map(({ fileName }) => fileName)).toEqual([
      '..plan..txt',
      '10:30 panel.txt',
      long,
      'planfdp.exe.txt',
    ]);
    expect(files[3]?.reason).toBe(
      'Its name had marks that make it read as something else; they are left out.',
    );
  });

  it('keeps 500 copies of one file as one document', async () => {
    const paths = await Promise.all(
      Array.from({ length: 500 }, (_, at) => put(`copy ${at}.txt`, 'The same words')),
    );

    const files = await take(paths);

    expect(files.filter(({ outcome }) => outcome === 'added')).toHaveLength(1);
    expect(files.filter(({ outcome }) => outcome === 'already-here')).toHaveLength(499);
    expect(titles()).toEqual(['copy 0']);
  });

  it('says which file was taken away while it worked, and which lies about its type', async () => {
    const paths = [
      await put('first.pdf', makeJpeg()),
      await put('second.txt', 'Second'),
      await put('third.txt', 'Third'),
      await put('fourth.txt', 'Fourth'),
    ];
    let isGone: Promise<void> | null = null;
    onProgress = () => {
      isGone ??= rm(paths[2] ?? '');
    };

    const files = await take(paths);

    await isGone;
    expect(files[0]?.reason).toBe('It is really a JPEG image, whatever its name says.');
    expect(outcomes(files)).toEqual(['added', 'added', 'refused', 'added']);
    expect(files[2]?.reason).toBe(
      'The file could not be read. It is no longer where it was. Find it and add it again.',
    );
    expect(titles()).toEqual(['first', 'second', 'fourth']);
  });
});

const perBranch = 100;

/** A PDF whose pages all show the same words, so that very many of them are small; in branches, as books of them are written. */
function manyPages(count: number): Uint8Array {
  const content = 'BT /F 12 Tf 50 700 Td (One page) Tj ET';
  const branches = Array.from({ length: count / perBranch }, (_, at) => at * (perBranch + 1) + 5);
  const named = (numbers: readonly number[]) => numbers.map((number) => `${number} 0 R`).join(' ');
  const pagesOf = (branch: number) => Array.from({ length: perBranch }, (_, at) => branch + at + 1);
  const look = '/MediaBox[0 0 595 842]/Contents 3 0 R/Resources<</Font<</F 4 0 R>>>>';
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${count}/Kids[${named(branches)}]>>`,
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...branches.flatMap((branch) => [
      `<</Type/Pages/Parent 2 0 R/Count ${perBranch}/Kids[${named(pagesOf(branch))}]>>`,
      ...pagesOf(branch).map(() => `<</Type/Page/Parent ${branch} 0 R${look}>>`),
    ]),
  ];
  let pdf = '%PDF-1.4\n';
  const starts = objects.map((object, at) => {
    const start = pdf.length;
    pdf += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(start).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  pdf += `xref\n0 ${size}\n0000000000 65535 f \n${starts.join('')}trailer<</Size ${size}/Root 1 0 R>>\n`;
  return Buffer.from(`${pdf}startxref\n${pdf.indexOf('xref\n0')}\n%%EOF\n`, 'latin1');
}
