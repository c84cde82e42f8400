import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readTexts } from '../../main/db/evidence-content.ts';
import { getRow } from '../../main/db/table.ts';
import { evidenceItems } from '../../main/db/tables.ts';
import { addChild } from '../../main/services/add-child.ts';
import type { Context } from '../../main/services/context.ts';
import { addEvidence } from '../../main/services/evidence/add-evidence.ts';
import { readHiddenData } from '../../main/services/evidence/hidden-data.ts';
import { previewPack } from '../../main/services/pack/preview.ts';
import { hiddenWords } from '../../shared/domain/hidden-data.ts';
import { EvidenceId } from '../../shared/domain/ids.ts';
import { plainPack } from '../../shared/domain/pack.ts';
import type { LinkTarget } from '../../shared/ipc/evidence.ts';
import { aChild } from '../support/child-builders.ts';
import { makeDocx, makePdf, makePng, makeXlsx, makeZip } from '../support/make-documents.ts';
import { makePhoto, unzipped, withParts } from '../support/make-hidden.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';

let temp: TempEngagement;
let ctx: Context;

beforeEach(async () => {
  temp = await tempEngagement();
  ctx = temp.ctx;
});
afterEach(() => temp.close());

async function add(name: string, content: Uint8Array, targets: readonly LinkTarget[] = []) {
  const path = join(temp.folder, 'outside', name);
  await mkdir(join(temp.folder, 'outside'), { recursive: true });
  await writeFile(path, content);
  const chosen = { ...ctx, outside: { ...ctx.outside, chooseFiles: async () => [path] } };
  const [file] = await addEvidence(chosen, { targets: [...targets] });
  return EvidenceId.parse(file?.evidenceId);
}

const hidden = async (id: EvidenceId) => hiddenWords(await readHiddenData(ctx, { id }));
const textsOf = (id: EvidenceId) => readTexts(ctx.db, getRow(ctx.db, evidenceItems, id).sha256).join('\n');

describe('readHiddenData', () => {
  it('counts the comments, tracked changes, hidden text, links and files of a Word document, and says who wrote it', async () => {
    const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const docx = await withParts(await makeDocx({ comment: 'Is this so?', author: 'Ann Bell' }), {
      'word/comments.xml': `<w:comments ${w}><w:comment w:id="1" w:author="Bo Ray"><w:p/></w:comment><w:comment w:id="2" w:author="Bo Ray"/></w:comments>`,
      'word/document.xml': `<w:document ${w}><w:body><w:p><w:ins w:id="3" w:author="Cy Lund"><w:r><w:t>New</w:t></w:r></w:ins><w:del w:id="4" w:author="Cy Lund"><w:r><w:delText>Old</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>Quiet</w:t></w:r></w:p></w:body></w:document>`,
      'word/_rels/document.xml.rels':
        '<Relationships><Relationship Id="a" Type="x/attachedTemplate" Target="file:///S:/Team/Letter.dotx" TargetMode="External"/><Relationship Id="b" Type="x/hyperlink" Target="https://example.org" TargetMode="External"/></Relationships>',
      'word/embeddings/sheet.xlsx': 'bytes',
      'word/vbaProject.bin': 'bytes',
    });

    const id = await add('Plan.docx', docx);

    expect(await hidden(id)).toBe(
      '2 comments (Bo Ray), 2 tracked changes (Cy Lund), 1 piece of hidden text, 1 file inside it (sheet.xlsx), ' +
        '1 link to another file (file:///S:/Team/Letter.dotx), macros, author: Ann Bell',
    );
  });

  it('finds hidden sheets, rows and the data behind a pivot table, whose words are read', async () => {
    const plain = await makeXlsx({ Shown: [['Seen']], Working: [['Unseen']] });
    const parts = await unzipped(plain);
    const book = String(parts['xl/workbook.xml']).replace(
      'name="Working"',
      'name="Working" state="veryHidden"',
    );
    const sheet = String(parts['xl/worksheets/sheet1.xml']).replace('<row ', '<row hidden="1" ');
    const xlsx = await withParts(plain, {
      'xl/workbook.xml': book,
      'xl/worksheets/sheet1.xml': sheet,
      'xl/pivotCache/pivotCacheDefinition1.xml':
        '<pivotCacheDefinition><cacheFields><cacheField name="Pupil"><sharedItems><s v="Pia Novak"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>',
    });

    const id = await add('Figures.xlsx', xlsx);

    expect(await hidden(id)).toBe(
      '1 hidden sheet (Working), 1 hidden row or column, 1 pivot table with its data',
    );
    expect(textsOf(id)).toContain('Pia Novak');
  });

  it('finds notes and hidden slides', async () => {
    const pptx = await makeZip({
      '[Content_Types].xml': '<Types/>',
      'ppt/presentation.xml': '<p:presentation/>',
      'ppt/slides/slide1.xml': '<p:sld xmlns:p="p" show="0"><a:t>Slide</a:t></p:sld>',
      'ppt/notesSlides/notesSlide1.xml': '<p:notes><a:t>Say less</a:t><a:t>1</a:t></p:notes>',
      'ppt/notesSlides/notesSlide2.xml': '<p:notes><a:t>2</a:t></p:notes>',
    });

    expect(await hidden(await add('Slides.pptx', pptx))).toBe('1 slide with notes, 1 hidden slide');
  });

  it('finds the comments, attached files, scripts, earlier versions and author of a PDF', async () => {
    const first = await PDFDocument.load(
      await makePdf({ author: 'Ann Bell', note: 'Check', attachment: 'words' }),
    );
    first.addJavaScript('hello', 'app.alert(1)');
    first.catalog.set(PDFName.of('Lang'), PDFString.of('en-GB'));
    const saved = await first.save({ useObjectStreams: false });
    const again = Buffer.concat([
      saved,
      Buffer.from('\nstartxref\n0\n%%EOF\n'.replace('0', String(startOf(saved)))),
    ]);

    expect(await hidden(await add('Plan.pdf', again))).toBe(
      '1 comment, 1 attached file (notes.txt), a script, author: Ann Bell, 1 earlier version of itself',
    );
  });

  it('says where, when and with what a photograph was taken, and what is written in it', async () => {
    const id = await add('Hall.jpg', makePhoto({ description: 'Pia Novak at the gate' }));

    expect(await hidden(id)).toBe(
      'where it was taken: 51.5000, -0.1250, when it was taken: 3 March 2026, camera: Acme One, ' +
        'description: Pia Novak at the gate',
    );
    expect(textsOf(id)).toContain('Pia Novak');
    expect(await hidden(await add('Plain.png', makePng()))).toBe('');
  });

  it('looks now at a document that came in before this was kept', async () => {
    const id = await add('Hall.jpg', makePhoto({ description: 'The gate' }));
    ctx.db.exec('DELETE FROM evidence_hidden; DELETE FROM evidence_texts WHERE page > 1');

    expect(await hidden(id)).toContain('camera: Acme One');
    expect(textsOf(id)).toContain('The gate');
    expect(ctx.db.prepare('SELECT count(*) AS n FROM evidence_hidden').get()).toEqual({ n: 1 });
  });
});

describe('a pack', () => {
  it('cautions about each document with hidden data, and once about those that only say who wrote them', async () => {
    const { id: childId } = addChild(ctx, aChild());
    await add('A.docx', await makeDocx({ paragraphs: ['A'], author: 'Ann Bell' }), [{ childId }]);
    await add('B.docx', await makeDocx({ paragraphs: ['B'], author: 'Ann Bell' }), [{ childId }]);
    await add('C.docx', await makeDocx({ comment: 'So?', author: 'Jaden Tarrow' }), [{ childId }]);

    const { cautions } = await previewPack(ctx, plainPack({ childId }));

    expect(cautions.map(({ what, where }) => `${what}. ${where}`).slice(-2)).toEqual([
      'Document 003 has hidden data. “C”: 1 comment, author: Child A. Whoever gets the file can read it.',
      '2 documents say who wrote them. 001, 002: in their properties. A copy that was printed to PDF does not.',
    ]);
  });

  it('is stopped by another child’s name in what a photograph says of itself', async () => {
    const { id: childId } = addChild(ctx, aChild());
    addChild(ctx, { ...aChild(), forename: 'Pia', surname: 'Novak' });
    await add('Hall.jpg', makePhoto({ description: 'Pia Novak at the gate' }), [{ childId }]);

    const { stops } = await previewPack(ctx, plainPack({ childId }));

    expect(stops.map(({ what }) => what)).toContain('Document 001 names Child B');
  });
});

const startOf = (pdf: Uint8Array): number =>
  Number(/startxref\s+(\d+)/.exec(Buffer.from(pdf).toString('latin1'))?.[1]);
