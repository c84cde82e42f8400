import { execFile } from 'node:child_process';
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evidenceItems } from '../../main/db/tables.ts';
import { updateRow } from '../../main/db/write.ts';
import { addChild } from '../../main/services/add-child.ts';
import { recordConsent, saveChecklistItem } from '../../main/services/child-file.ts';
import { type Context, write } from '../../main/services/context.ts';
import { exportPack, readPacks, removeRecipe, saveRecipe } from '../../main/services/pack/packs.ts';
import { previewPack } from '../../main/services/pack/preview.ts';
import { verifyPack } from '../../main/services/pack/verify-pack.ts';
import type { ChildId } from '../../shared/domain/ids.ts';
import { type PackAudience, PackChoices, plainPack } from '../../shared/domain/pack.ts';
import type { LinkTarget } from '../../shared/ipc/evidence.ts';
import { addFile, addFiles, type Files } from '../support/add-files.ts';
import { aChild, itemsOf } from '../support/child-builders.ts';
import { codeOf } from '../support/code-of.ts';
import { makePdf } from '../support/make-documents.ts';
import { bagProblems } from '../support/read-bag.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';

let temp: TempEngagement;
let ctx: Context;
let into: string;
let chosenFolder: string;
let chosenFile: string;
let childId: ChildId;

beforeEach(async () => {
  into = await mkdtemp(join(tmpdir(), 'lano-pack-'));
  chosenFolder = into;
  temp = await tempEngagement({
    outside: {
      chooseFolder: async () => chosenFolder,
      chooseFiles: async () => [chosenFile],
      printPdf: async (html) => makePdf({ pages: [[html.includes('What proves') ? 'Cover' : 'Index']] }),
    },
  });
  ctx = temp.ctx;
  childId = addChild(ctx, aChild()).id;
  recordConsent(ctx, {
    ...{ childId, party: 'parent', state: 'given' },
    recordedBy: 'By phone',
    note: '',
    at: null,
  });
});
afterEach(async () => {
  await temp.close();
  await rm(into, { recursive: true, force: true });
});

const add = (name: string, content: Uint8Array | string, targets: readonly LinkTarget[] = [{ childId }]) =>
  addFile(ctx, temp.folder, { [name]: content }, targets);
const addAll = (files: Files) => addFiles(ctx, temp.folder, files, [{ childId }]);

const make = async (over: Partial<Parameters<typeof exportPack>[1]> = {}) => {
  const made = await exportPack(ctx, {
    ...plainPack({ childId }),
    recipient: '',
    reason: 'The rest follows',
    ...over,
  });
  if (!made) throw new Error('the dialog was closed');
  return { ...made, folder: join(into, made.folderName ?? '') };
};
const pdfOf = (pages: number, word: string) =>
  makePdf({ pages: Array.from({ length: pages }, (_, at) => [`${word} ${at + 1}`]) });
const threeFiles = async () => ({
  'Alpha.pdf': await pdfOf(2, 'Alpha'),
  'Beta.pdf': await pdfOf(3, 'Beta'),
  'Gamma.txt': 'Gamma',
});
const check = (folder: string) => {
  chosenFolder = folder;
  return verifyPack(ctx, { from: 'folder', passphrase: '' });
};

describe('exportPack', () => {
  it('numbers the pages of its PDFs through the whole set, in the order that was chosen, on copies', async () => {
    const [first, second] = await addAll(await threeFiles());

    const { folder } = await make({
      order: [second, first].filter((id) => id !== undefined),
      isNumbered: true,
      hasWordIndex: true,
      version: '2',
    });

    expect(folder).toMatch(/Child A pack 2026-11-24, 2$/);
    const files = (await readdir(join(folder, 'data'))).toSorted();
    expect(files).toEqual([
      '000 Index.docx',
      '000 Index.pdf',
      '001 Beta.pdf',
      '002 Alpha.pdf',
      '003 Gamma.txt',
    ]);
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const pdf = await getDocument({
      data: new Uint8Array(await readFile(join(folder, 'data', '002 Alpha.pdf'))),
    }).promise;
    const words = (await (await pdf.getPage(2)).getTextContent()).items.map((item) =>
      'str' in item ? item.str : '',
    );
    expect(words.join('').replaceAll(/\s+/g, ' ')).toBe('Alpha 2Child A, 2 5OFFICIAL-SENSITIVE');
    expect(await readFile(join(folder, 'data', '003 Gamma.txt'), 'utf8')).toBe('Gamma');
  });

  it('puts the PDFs into one with bookmarks and linked contents, and leaves what is none beside it', async () => {
    await addAll(await threeFiles());

    const { folder } = await make({ isCombined: true });

    const files = (await readdir(join(folder, 'data'))).toSorted();
    expect(files).toEqual(['000 Combined.pdf', '000 Index.pdf', '003 Gamma.txt']);
    const pdf = await PDFDocument.load(await readFile(join(folder, 'data', '000 Combined.pdf')));
    expect(pdf.getPageCount()).toBe(6);
    expect(pdf.getPage(0).node.Annots()?.size()).toBe(2);
    expect(String(pdf.catalog.lookup(PDFName.of('Outlines'), PDFDict).get(PDFName.of('Count')))).toBe('2');
  });

  it('writes a zip alone, with nothing readable beside it, or a folder alone', async () => {
    await addAll({ 'Alpha.pdf': await pdfOf(2, 'Alpha'), 'Beta.txt': 'Beta' });

    const zip = await make({ saveAs: 'zip', isCombined: true, isNumbered: true });

    expect(await readdir(into)).toEqual([zip.zipName]);
    chosenFile = join(into, zip.zipName ?? '');
    expect(await verifyPack(ctx, { from: 'zip', passphrase: zip.zipPassphrase })).toMatchObject({
      ...{ missing: [], changed: [], extra: [], log: 'same' },
    });
    await rm(chosenFile);
    const folder = await make({ saveAs: 'folder' });
    expect([folder.zipName, folder.zipPassphrase]).toEqual([null, '']);
    expect(await readdir(into)).toEqual([folder.folderName]);
  });

  it('writes a bag that a reader of RFC 8493 finds complete and valid, and finds every way to spoil it', async () => {
    await addAll({ ...(await threeFiles()), 'Delta & 100% é.txt': 'Delta' });
    const { folder } = await make({ saveAs: 'folder', isNumbered: true, hasWordIndex: true });
    expect(await bagProblems(folder)).toEqual([]);
    for (const list of ['manifest-sha256.txt', 'tagmanifest-sha256.txt'])
      if (process.platform === 'linux')
        await promisify(execFile)('sha256sum', ['--check', '--strict', list], { cwd: folder });

    await appendFile(join(folder, 'data', '000 Index.pdf'), ' ');
    expect(await bagProblems(folder)).toEqual([
      'manifest-sha256.txt: the hash is not that of data/000 Index.pdf',
      'Payload-Oxum is not what there is',
    ]);
    await rm(join(folder, 'data', '000 Index.pdf'));
    await writeFile(join(folder, 'data', 'extra.txt'), '');
    await writeFile(join(folder, 'bagit.txt'), '\ufeffBagIt-Version: 1.0\n');
    expect(await bagProblems(folder)).toHaveLength(5);
  });

  it('gives only what is new the second time, when it is made by the same recipe', async () => {
    await add('Alpha.txt', 'Alpha');
    const choices = PackChoices.parse({ subject: { childId }, isOnlyNew: true });
    const recipe = saveRecipe(ctx, { id: null, name: 'Daily for the inspector', choices });
    await make({ ...choices, recipeId: recipe.id });
    await add('Beta.txt', 'Beta');

    const { documents, missing } = await previewPack(ctx, { ...choices, recipeId: recipe.id });
    const { folder } = await make({ ...choices, recipeId: recipe.id });

    expect(documents.map(({ title, givenAt }) => [title, givenAt])).toEqual([
      ['Alpha', '2026-11-24T10:42:00.000Z'],
      ['Beta', null],
    ]);
    expect(missing).toContain('1 document was given before.');
    expect(await readdir(join(folder, 'data'))).toEqual(['000 Index.pdf', '001 Beta.txt']);
    const { stops } = await previewPack(ctx, { ...choices, recipeId: recipe.id });
    expect(stops.map(({ what }) => what)).toEqual(['Nothing is new since this recipe was last used']);
    expect(readPacks(ctx).recipes.map(({ name }) => name)).toEqual(['Daily for the inspector']);
    removeRecipe(ctx, { id: recipe.id });
    expect(readPacks(ctx).recipes).toEqual([]);
  });

  it('tells what a pack that was cut short has left in the same place, and deletes nothing', async () => {
    await add('Alpha.txt', 'Alpha');
    const left = ['Child A pack 2026-11-23 (unfinished)', 'Child A pack 2026-11-24 (unfinished)'];
    const others = ['Letter (unfinished)', 'Child B pack 2026-11-20'];
    for (const name of [...left, ...others]) await mkdir(join(into, name));

    const made = await make();

    expect(made.unfinished).toEqual(left);
    expect(made.folderName).toBe('Child A pack 2026-11-24 (2)');
    expect(await readdir(into)).toEqual(expect.arrayContaining([...left, ...others]));
  });

  it('makes a zip that 7-Zip tests without complaint, inside and out', async (test) => {
    const run = promisify(execFile);
    const has7z = await run('7z', ['i']).then(
      () => true,
      () => false,
    );
    if (!has7z) {
      console.log('Skipped: there is no 7z on this computer.');
      test.skip();
    }
    await add('Alpha.pdf', await pdfOf(2, 'Alpha'));

    const { folder, zipPassphrase } = await make();

    const unpacked = join(into, 'unpacked');
    await mkdir(unpacked);
    const outer = await run('7z', ['t', `-p${zipPassphrase}`, `${folder}.zip`]);
    expect(outer.stdout).toContain('Everything is Ok');
    await run('7z', ['e', `-p${zipPassphrase}`, `-o${unpacked}`, `${folder}.zip`]);
    expect((await run('7z', ['t', join(unpacked, 'pack.zip')])).stdout).toContain('Everything is Ok');
  });
});

describe('verifyPack', () => {
  it('proves a pack that is as it was made, as a folder and as its zip', async () => {
    await add('Alpha.txt', 'Alpha');
    const { folder, manifestSha256, zipPassphrase } = await make();

    const whole = { missing: [], changed: [], extra: [], log: 'same', manifestSha256 };
    expect(await check(folder)).toMatchObject({ ...whole, same: 6, made: { subject: 'Child A' } });
    chosenFile = `${folder}.zip`;
    expect(await verifyPack(ctx, { from: 'zip', passphrase: zipPassphrase })).toMatchObject({
      ...whole,
      same: 6,
    });
    expect(await codeOf(() => verifyPack(ctx, { from: 'zip', passphrase: 'not it' }))).toBe(
      'pack/wrong-passphrase',
    );
  });

  it('says what is missing, changed and extra', async () => {
    await addAll({ 'Alpha.txt': 'Alpha', 'Beta.txt': 'Beta' });
    const { folder } = await make({ saveAs: 'folder' });
    await rm(join(folder, 'data', '001 Alpha.txt'));
    await appendFile(join(folder, 'data', '002 Beta.txt'), '!');
    await writeFile(join(folder, 'data', 'Thumbs.db'), 'litter');
    await writeFile(join(folder, 'data', 'Jaden Tarrow.txt'), 'extra');

    expect(await check(folder)).toMatchObject({
      missing: ['data/001 Alpha.txt'],
      changed: ['data/002 Beta.txt'],
      extra: ['data/Child A.txt'],
      log: 'same',
    });
  });

  it('finds a change by the log where the list of hashes was changed with the file', async () => {
    await addAll({ 'Alpha.txt': 'Alpha', 'Beta.txt': 'Beta' });
    const { folder } = await make({ saveAs: 'folder' });
    const list = join(folder, 'manifest-sha256.txt');
    await writeFile(join(folder, 'data', '002 Beta.txt'), 'forged');
    const { createHash } = await import('node:crypto');
    const forged = createHash('sha256').update('forged').digest('hex');
    await writeFile(list, (await readFile(list, 'utf8')).replace(/\S+(?= {2}data\/002)/, forged));
    await rm(join(folder, 'tagmanifest-sha256.txt'));

    expect(await check(folder)).toMatchObject({ changed: ['data/002 Beta.txt'], log: 'differs' });
  });

  it('does not know a folder that is no pack', async () => {
    await mkdir(join(into, 'other'));
    await writeFile(join(into, 'other', 'a.txt'), 'a');

    expect(await codeOf(() => check(join(into, 'other')))).toBe('pack/not-a-pack');
  });
});

describe('previewPack', () => {
  const item = () => {
    const found = itemsOf(ctx, childId)[0];
    if (!found) throw new Error('a child has a checklist');
    return found;
  };

  it('stops at a note for ourselves and at what is still to be redacted, and asks a reason for drafts', async () => {
    await addAll({
      'Note.txt': 'Team view: weak. DELETE PRIOR TO SUBMITTING',
      'Internal.txt': 'For internal use only',
    });
    await add('Plan.txt', 'The plan', [{ checklistItemId: item().id }]);
    saveChecklistItem(ctx, { ...item(), stage: 'draft', thirdPartyCheck: 'to-redact' });

    const { stops, cautions } = await previewPack(ctx, plainPack({ childId }));

    expect(stops.map(({ what }) => what)).toEqual([
      'Document 001 is still to be redacted',
      'Document 003 holds a note for ourselves',
    ]);
    expect(cautions.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        'Document 001 is recorded as a draft',
        'Document 002 says it is not to be shared',
      ]),
    );
  });

  it('gives what is internal and restricted to those who may have it, with a reason, and to nobody else', async () => {
    const kinds = ['internal', 'restricted', 'personal'] as const;
    const ids = await addAll(
      Object.fromEntries(kinds.map((kind) => [`${kind}.txt`, `Words that are ${kind}`])),
    );
    write(ctx, { action: 'editEvidence', summary: 'Said how careful to be' }, (tx) => {
      for (const [at, id] of ids.entries())
        updateRow(tx, evidenceItems, id, { sensitivity: kinds[at] ?? null });
    });
    const said = async (audience: PackAudience) => {
      const { stops, cautions } = await previewPack(ctx, { ...plainPack({ childId }), audience });
      const about = (found: typeof stops) =>
        found.map(({ what }) => what).filter((what) => /is (internal|restricted)$/.test(what));
      return { stops: about(stops), cautions: about(cautions) };
    };
    const internal = 'Document 001 is internal';
    const restricted = 'Document 003 is restricted';

    expect(await said('inspector')).toEqual({ stops: [], cautions: [internal, restricted] });
    for (const audience of ['peer-team', 'board'] as const)
      expect(await said(audience)).toEqual({ stops: [restricted], cautions: [internal] });
    for (const audience of ['family', 'data-subject', 'member'] as const)
      expect(await said(audience)).toEqual({ stops: [internal, restricted], cautions: [] });
  });

  it('asks for the third-party check and the approval where the pack leaves the inspection', async () => {
    await add('Plan.txt', 'The plan', [{ checklistItemId: item().id }]);
    saveChecklistItem(ctx, { ...item(), stage: 'final' });
    const choice = plainPack({ childId });

    const inside = await previewPack(ctx, choice);
    const outside = await previewPack(ctx, { ...choice, audience: 'family' });

    const about = (preview: typeof inside) =>
      preview.cautions.map(({ what }) => what).filter((what) => /^1 document/.test(what));
    expect(about(inside)).toEqual([]);
    expect(about(outside)).toEqual([
      '1 document is not checked for other people',
      '1 document is not approved',
    ]);
  });
});

describe('the whole record', () => {
  it('goes to inspectors with a reason for every child it names, and to nobody else', async () => {
    await add('About.txt', 'Jaden Tarrow came to the meeting.', []);
    const choice = plainPack({ whole: true });

    const inspectors = await previewPack(ctx, choice);
    const members = await previewPack(ctx, { ...choice, audience: 'member' });

    expect(inspectors.stops).toEqual([]);
    expect(inspectors.cautions.map(({ what }) => what)).toEqual(['Document 001 names Child A']);
    expect(members.stops.map(({ what }) => what)).toEqual(['Document 001 names Child A']);
  });
});
