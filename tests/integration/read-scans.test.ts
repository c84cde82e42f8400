import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readTexts } from '../../main/db/evidence-content.ts';
import { nextUnlooked } from '../../main/db/evidence-pictured.ts';
import { listUnread } from '../../main/db/evidence-scans.ts';
import { scans } from '../../main/db/migrations/0150-scans.ts';
import { picturedPages } from '../../main/db/migrations/0220-pictured-pages.ts';
import { listRows } from '../../main/db/table.ts';
import { evidenceItems } from '../../main/db/tables.ts';
import { addChild } from '../../main/services/add-child.ts';
import type { Context } from '../../main/services/context.ts';
import { addEvidence } from '../../main/services/evidence/add-evidence.ts';
import { readEvidence, readScanned } from '../../main/services/evidence/evidence.ts';
import { readScans, resumeReading } from '../../main/services/evidence/read-scans.ts';
import { previewPack } from '../../main/services/pack/preview.ts';
import { indexWaiting } from '../../main/services/search/index-words.ts';
import { searchAll } from '../../main/services/search/search.ts';
import { plainPack } from '../../shared/domain/pack.ts';
import { AppError } from '../../shared/errors.ts';
import type { LinkTarget } from '../../shared/ipc/evidence.ts';
import { aChild } from '../support/child-builders.ts';
import { jpegTiff } from '../support/jpeg-tiff.ts';
import { makePdf } from '../support/make-documents.ts';
import { makePrintedPng, makePrintedTiff, makeScanOf, makeUnderHeading } from '../support/make-scans.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';

let temp: TempEngagement;
let ctx: Context;

beforeEach(async () => {
  temp = await tempEngagement();
  ctx = temp.ctx;
});
afterEach(() => temp.close());

async function add(
  files: Readonly<Record<string, Uint8Array>>,
  targets: readonly LinkTarget[] = [],
): Promise<void> {
  const folder = join(temp.folder, 'outside');
  await mkdir(folder, { recursive: true });
  const paths = Object.keys(files).map((name) => join(folder, name));
  await Promise.all(Object.values(files).map((content, at) => writeFile(paths[at] ?? '', content)));
  const chosen = { ...ctx, outside: { ...ctx.outside, chooseFiles: async () => paths } };
  await addEvidence(chosen, { targets: [...targets] });
}

const itemNamed = (fileName: string) => {
  const found = readEvidence(ctx).items.find((item) => item.fileName === fileName);
  if (!found) throw new Error(`Broken promise: ${fileName} was added`);
  return found;
};
const textsOf = (fileName: string) => readTexts(ctx.db, itemNamed(fileName).sha256);

// Reading is work for a processor, and other tests run beside it.
describe('readScans', { timeout: 120_000 }, () => {
  it('reads pages that are pictures, keeps each page’s words with it, and has them searched', async () => {
    await add({
      'scan.pdf': await makeScanOf([['Quokka provision'], ['The second sheet'], []]),
      'photo.png': await makePrintedPng(['A noticeboard about wombats']),
    });
    expect(itemNamed('scan.pdf').scan).toEqual({ waiting: 3, read: 0, unsure: 0, confidence: null });

    await readScans(ctx);
    await indexWaiting(ctx.db);

    expect(textsOf('scan.pdf')).toEqual(['Quokka provision', 'The second sheet', '']);
    expect(textsOf('photo.png')[0]).toBe('A noticeboard about wombats');
    const { scan, hasText } = itemNamed('scan.pdf');
    expect({ ...scan, isSure: (scan?.confidence ?? 0) > 80, hasText }).toMatchObject({
      ...{ waiting: 0, read: 3, unsure: 0, isSure: true, hasText: true },
    });
    expect(searchAll(ctx, { typed: 'second sheet' }).hits).toMatchObject([
      { title: 'scan', matches: [{ page: 2 }] },
    ]);
    expect(searchAll(ctx, { typed: 'wombat' }).hits).toHaveLength(1);
    const [first] = readScanned(ctx, { id: itemNamed('scan.pdf').id });
    expect(first?.words.map(([word]) => word)).toEqual(['Quokka', 'provision']);
    expect(listUnread(ctx.db)).toEqual([]);
  });

  it('finds another child named in a scan, and ends the caution that it was not read', async () => {
    const own = addChild(ctx, aChild());
    addChild(ctx, aChild({ forename: 'Bartholomew', surname: 'Quillfeather' }));
    await add({ 'scan.pdf': await makeScanOf([['He sits beside Bartholomew Quillfeather.']]) }, [
      { childId: own.id },
    ]);
    const preview = () => previewPack(ctx, plainPack({ childId: own.id }));
    const before = await preview();

    await readScans(ctx);

    const after = await preview();
    expect(before.cautions.map(({ what }) => what)).toContain('1 document is not fully read');
    expect(before.documents[0]?.namesOthers).toEqual([]);
    expect(after.cautions.map(({ what }) => what)).not.toContain('1 document is not fully read');
    expect(after.documents[0]?.namesOthers).not.toEqual([]);
  });

  it('gives everything else its turn between the documents in which it finds nothing to read', async () => {
    const files = Array.from({ length: 12 }, async (_, at) => {
      const pdf = await makePdf({ pages: [[`Page of paper ${at}`]] });
      return [`paper ${at}.pdf`, pdf] as const;
    });
    await add(Object.fromEntries(await Promise.all(files)));
    const looked = ctx.db.prepare('SELECT count(*) FROM evidence_pictured').pluck();
    const seen = new Set<unknown>();
    let isOver = false;
    const look = (): void => {
      if (isOver) return;
      seen.add(looked.get());
      setImmediate(look);
    };
    look();

    await readScans(ctx);

    isOver = true;
    expect([...seen]).toEqual(Array.from({ length: 13 }, (_, at) => at));
  });

  it('reads every sheet of a TIFF, also where it is packed by Deflate or as JPEGs', async () => {
    await add({
      'fax.tif': await makePrintedTiff([['The first sheet'], ['The last sheet names Pia Novak']]),
      'deflated.tif': await makePrintedTiff([['One sheet'], ['And one more']], { isDeflated: true }),
      'jpegs.tif': jpegTiff(),
    });

    await readScans(ctx);

    expect(textsOf('fax.tif')[0]).toBe('The first sheet\n\nThe last sheet names Pia Novak');
    expect(textsOf('deflated.tif')[0]).toBe('One sheet\n\nAnd one more');
    expect(textsOf('jpegs.tif')[0]).toBe('The quokka review');
    expect(itemNamed('fax.tif').scan).toMatchObject({ read: 1, unsure: 0 });
  });

  it('adds a picture to the few words stamped on it, and leaves a short page that has none', async () => {
    const stamped = await PDFDocument.load(
      await makeScanOf([['A letter of many more words than the stamp at its foot']]),
    );
    const font = await stamped.embedFont(StandardFonts.Helvetica);
    stamped.getPage(0).drawText('Page 7', { x: 50, y: 20, size: 10, font });
    await add({
      'stamped.pdf': await stamped.save(),
      'short.pdf': await makePdf({ pages: [['A title page']] }),
    });

    await readScans(ctx);

    expect(textsOf('stamped.pdf')[0]).toMatch(/^Page 7\nA letter of many more words/);
    expect(textsOf('short.pdf')).toEqual(['A title page']);
    expect(itemNamed('short.pdf').scan).toBeNull();
    expect(listUnread(ctx.db)).toEqual([]);
  });

  it('reads a letter that was scanned under a typed heading, and keeps what is typed as it is', async () => {
    const own = addChild(ctx, aChild());
    addChild(ctx, aChild({ forename: 'Bartholomew', surname: 'Quillfeather' }));
    const typed =
      'Northmere Council, children and families: a letter received by post and scanned by the office';
    const letter = await makePrintedPng(['Dear all,', '', 'He sits beside Bartholomew Quillfeather.']);
    await add({ 'letter.pdf': await makeUnderHeading([typed, typed], letter, 560) }, [{ childId: own.id }]);
    await add({ 'logo.pdf': await makeUnderHeading([typed, typed], letter, 120) });
    const before = await previewPack(ctx, plainPack({ childId: own.id }));

    await readScans(ctx);

    const after = await previewPack(ctx, plainPack({ childId: own.id }));
    const [text] = textsOf('letter.pdf');
    expect(text?.split('\n').filter((line) => line.includes(typed))).toHaveLength(2);
    expect(text).toMatch(/Dear all,\nHe sits beside Bartholomew Quillfeather\.$/);
    expect(itemNamed('letter.pdf').scan).toMatchObject({ waiting: 0, read: 1, unsure: 0 });
    expect(itemNamed('logo.pdf').scan).toBeNull();
    expect(before.documents[0]?.namesOthers).toEqual([]);
    expect(after.documents[0]?.namesOthers).not.toEqual([]);
    const [page] = readScanned(ctx, { id: itemNamed('letter.pdf').id });
    expect(page?.words.map(([word]) => word).slice(0, 3)).toEqual(['Dear', 'all,', 'He']);
    expect([listUnread(ctx.db), nextUnlooked(ctx.db)]).toEqual([[], null]);
  });

  it('stops when the user stops it, reads nothing more, and goes on when told to', async () => {
    await add({ 'scan.pdf': await makeScanOf([['One'], ['Two']]) });
    const labels: string[] = [];
    const stopping: Context = {
      ...ctx,
      outside: {
        ...ctx.outside,
        progress: (_job, done, _total, label) => {
          if (done === 1) throw new AppError('evidence/cancelled');
          labels.push(label);
        },
      },
    };

    await readScans(stopping);
    expect(itemNamed('scan.pdf').scan).toMatchObject({ waiting: 1, read: 1 });
    expect(labels).toEqual(['Reading scans: page 1 of 2']);

    await add({ 'later.png': await makePrintedPng(['Later']) });
    await readScans(ctx);
    expect(readEvidence(ctx).isReadingStopped).toBe(true);
    expect(itemNamed('later.png').scan).toMatchObject({ waiting: 1, read: 0 });

    resumeReading(ctx);
    await readScans(ctx);
    expect(readEvidence(ctx).isReadingStopped).toBe(false);
    expect(itemNamed('scan.pdf').scan).toMatchObject({ waiting: 0, read: 2 });
    expect(itemNamed('later.png').scan).toMatchObject({ waiting: 0, read: 1 });
  });

  it('ends when the file is locked in the middle, and reads the rest once it is opened again', async () => {
    await add({ 'scan.pdf': await makeScanOf([['One'], ['Two'], ['Three']]) });
    let start = () => {};
    const started = new Promise<void>((resolve) => {
      start = resolve;
    });
    const reading = readScans({ ...ctx, outside: { ...ctx.outside, progress: () => start() } });
    await started;

    ctx = await temp.reopen();
    await reading;
    const { waiting } = itemNamed('scan.pdf').scan ?? { waiting: 0 };
    await readScans(ctx);

    expect(waiting).toBeGreaterThan(0);
    expect(itemNamed('scan.pdf').scan).toMatchObject({ waiting: 0, read: 3 });
  });

  it('tries what cannot be read once, says so, and keeps the caution', async () => {
    const broken = await makePrintedPng(['Words']);
    await add({ 'broken.png': broken.subarray(0, 60) });

    await readScans(ctx);

    expect(itemNamed('broken.png').scan).toEqual({ waiting: 0, read: 1, unsure: 1, confidence: 0 });
    expect(itemNamed('broken.png').hasText).toBe(false);
    expect(listUnread(ctx.db)).toEqual([]);
  });

  it('waits for nothing in a file that an older build made but its scans', async () => {
    await add({
      'scan.pdf': await makeScanOf([['One']]),
      'text.pdf': await makePdf({ pages: [Array.from({ length: 9 }, () => 'A line of many words.')] }),
    });
    ctx.db.exec(`DROP TABLE evidence_scans; DROP INDEX evidence_texts_short;
      DROP TABLE watched_folder; DROP TABLE watched_files`);

    ctx.db.exec(scans.sql);

    ctx.db.exec('DROP TABLE evidence_pictured');
    ctx.db.exec(picturedPages.sql);

    const [scan] = listRows(ctx.db, evidenceItems, { fileName: 'scan.pdf' });
    expect(nextUnlooked(ctx.db)).not.toBeNull();
    expect(listUnread(ctx.db)).toEqual([{ sha256: scan?.sha256, type: 'pdf', size: scan?.size, pages: [1] }]);
  });
});
