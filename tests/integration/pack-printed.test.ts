import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../main/db/migrate.ts';
import { migrations } from '../../main/db/migrations/index.ts';
import { getRow, listRows } from '../../main/db/table.ts';
import { evidenceItems } from '../../main/db/tables.ts';
import { addChild } from '../../main/services/add-child.ts';
import { recordConsent } from '../../main/services/child-file.ts';
import type { Context } from '../../main/services/context.ts';
import { editEvidence } from '../../main/services/evidence/evidence.ts';
import { exportPack } from '../../main/services/pack/packs.ts';
import { previewPack } from '../../main/services/pack/preview.ts';
import type { ChildId } from '../../shared/domain/ids.ts';
import { plainPack } from '../../shared/domain/pack.ts';
import { AppError } from '../../shared/errors.ts';
import { addFile, addFiles } from '../support/add-files.ts';
import { aChild } from '../support/child-builders.ts';
import { codeOf } from '../support/code-of.ts';
import { makeDocx, makePdf } from '../support/make-documents.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';

let temp: TempEngagement;
let ctx: Context;
let into: string;
let childId: ChildId;
let printed: () => Promise<Uint8Array>;
const laidOut: number[] = [];

const agreed = 'The panel agreed on Monday to what the school had asked for in the spring of this year.';

beforeEach(async () => {
  into = await mkdtemp(join(tmpdir(), 'lano-pack-'));
  printed = () => makePdf({ pages: [[agreed]] });
  laidOut.length = 0;
  temp = await tempEngagement({
    outside: {
      chooseFolder: async () => into,
      layOutWord: async (bytes) => {
        laidOut.push(bytes.length);
        return '<p>As in Word</p>';
      },
      printPdf: (html) => (html.includes('pack') ? makePdf({ pages: [['Index']] }) : printed()),
    },
  });
  ctx = temp.ctx;
  childId = addChild(ctx, aChild()).id;
  const by = { recordedBy: 'By phone', note: '', at: null } as const;
  recordConsent(ctx, { childId, party: 'parent', state: 'given', ...by });
});
afterEach(async () => {
  await temp.close();
  await rm(into, { recursive: true, force: true });
});

const choices = () => ({ ...plainPack({ childId }), hasPdfCopies: true });
const make = () => exportPack(ctx, { ...choices(), recipient: '', reason: 'The rest follows' });
const preview = async () => (await previewPack(ctx, choices())).documents;
const addPlan = async () =>
  addFile(ctx, temp.folder, { 'Plan.docx': await makeDocx({ paragraphs: [agreed] }) }, [{ childId }]);
const dataOf = async (folder = '') => (await readdir(join(into, folder, 'data'))).toSorted();

describe('a pack of PDF copies', () => {
  it('makes them with the pack, keeps them beside their documents, and takes them again the next time', async () => {
    const evidenceId = await addPlan();
    expect(await preview()).toMatchObject([{ printed: 'to-make', neutralName: '001 Plan.pdf' }]);

    const made = await make();

    expect(await dataOf(made?.folderName ?? '')).toEqual(['000 Index.pdf', '001 Plan.pdf']);
    const bytes = await readFile(join(into, made?.folderName ?? '', 'data', '001 Plan.pdf'));
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(laidOut).toHaveLength(1);
    expect(listRows(ctx.db, evidenceItems)).toMatchObject([
      { id: evidenceId, type: 'docx' },
      { printedOfId: evidenceId, madeFromId: evidenceId, type: 'pdf' },
    ]);
    expect(await preview()).toMatchObject([{ evidenceId, printed: 'here' }]);
    await make();
    expect(laidOut).toHaveLength(1);
  });

  it('checks the copy as it checks every document, and writes nothing where it names another child', async () => {
    addChild(ctx, aChild({ forename: 'Ottoline', surname: 'Marchbanks' }));
    await addPlan();
    printed = () => makePdf({ pages: [[agreed, 'Ottoline Marchbanks was there too.']] });

    expect(await codeOf(make)).toBe('pack/names-another-child');

    expect(await readdir(into)).toEqual([]);
    expect((await previewPack(ctx, choices())).stops).toMatchObject([{ what: 'Document 001 names Child B' }]);
  });

  it('takes the PDF that is named as the printed form, once, and never beside its document', async () => {
    const [plan, pdf] = await addFiles(
      ctx,
      temp.folder,
      { 'Plan.docx': await makeDocx({ paragraphs: [agreed] }), 'Plan from Word.pdf': await printed() },
      [{ childId }],
    );
    expect(await preview()).toHaveLength(2);

    editEvidence(ctx, { id: pdf as never, printedOfId: plan as never });

    expect(await preview()).toMatchObject([{ evidenceId: plan, printed: 'own' }]);
    await make();
    expect(laidOut).toEqual([]);
    const originals = (await previewPack(ctx, plainPack({ childId }))).documents;
    expect(originals).toMatchObject([{ evidenceId: plan, printed: null, neutralName: '001 Plan.docx' }]);
    expect(await codeOf(() => editEvidence(ctx, { id: plan as never, printedOfId: pdf as never }))).toBe(
      'input/invalid',
    );
  });

  it('says which document cannot be printed, and leaves no pack behind', async () => {
    await addPlan();
    printed = () => Promise.reject(new AppError('pack/cannot-print'));

    await expect(make()).rejects.toMatchObject({
      code: 'pack/cannot-print',
      detail: '“Plan”: leave it out, or name a PDF of it as its printed form.',
    });

    expect(await readdir(into)).toEqual([]);
    expect(listRows(ctx.db, evidenceItems)).toHaveLength(1);
  });
});

describe('migration 240', () => {
  it('leaves the documents of an older file as they are, with no printed form', () => {
    const db = new Database(':memory:');
    migrate(
      db,
      migrations.filter(({ version }) => version < 240),
    );
    db.exec(`INSERT INTO evidence_items (id, title, file_name, type, sha256, size, received_at, "from", notes)
      VALUES ('e', 'Plan', 'Plan.pdf', 'pdf', '${'a'.repeat(64)}', 1, '2026-11-24T10:42:00.000Z', '', '')`);

    migrate(db);

    expect(getRow(db as never, evidenceItems, 'e')).toMatchObject({ title: 'Plan', printedOfId: null });
    db.close();
  });
});
