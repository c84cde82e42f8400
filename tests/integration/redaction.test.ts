import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readContent, readTexts } from '../../main/db/evidence-content.ts';
import { readCoverage } from '../../main/db/evidence-intake.ts';
import { nextUnlooked, putPictured } from '../../main/db/evidence-pictured.ts';
import { listUnread } from '../../main/db/evidence-scans.ts';
import { migrate } from '../../main/db/migrate.ts';
import { migrations } from '../../main/db/migrations/index.ts';
import { getRow, listRows } from '../../main/db/table.ts';
import { evidenceItems, redactionMarks } from '../../main/db/tables.ts';
import { addChild } from '../../main/services/add-child.ts';
import type { Context } from '../../main/services/context.ts';
import { addEvidence } from '../../main/services/evidence/add-evidence.ts';
import { findPlaces, markWord } from '../../main/services/redaction/find-places.ts';
import { makeCopy } from '../../main/services/redaction/make-copy.ts';
import { addMarks, editMark, readMarks, removeMarks } from '../../main/services/redaction/marks.ts';
import {
  editRedaction,
  readRedactions,
  recordCheck,
  startRedaction,
} from '../../main/services/redaction/redactions.ts';
import { redactionPaper } from '../../main/services/redaction/report.ts';
import { undoLast } from '../../main/services/undo.ts';
import { findAnywhere } from '../../scripts/bench/find-anywhere.ts';
import { type ChildId, EvidenceId, type RowId } from '../../shared/domain/ids.ts';
import { aChild } from '../support/child-builders.ts';
import { failureOf } from '../support/failure-of.ts';
import { makePdf } from '../support/make-documents.ts';
import { makeRedactionCorpus, withPicture } from '../support/make-redaction-corpus.ts';
import { makePrintedPng, makeUnderHeading } from '../support/make-scans.ts';
import { marksOfPlaces } from '../support/redaction-steps.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';

let temp: TempEngagement;
let ctx: Context;
let own: ChildId;

beforeEach(async () => {
  temp = await tempEngagement();
  ctx = temp.ctx;
  own = addChild(ctx, aChild({ forename: 'Bryn', surname: 'Okafor' })).id;
  addChild(ctx, aChild({ forename: 'Jaden', surname: 'Tarrow', nhsNumber: '9990000018' }));
});
afterEach(() => temp.close());

async function add(name: string, content: Uint8Array): Promise<EvidenceId> {
  const path = join(temp.folder, 'outside', name);
  await mkdir(join(temp.folder, 'outside'), { recursive: true });
  await writeFile(path, content);
  const chosen = { ...ctx, outside: { ...ctx.outside, chooseFiles: async () => [path] } };
  const [file] = await addEvidence(chosen, { targets: [] });
  return EvidenceId.parse(file?.evidenceId);
}

const letter = [
  'On Monday Jaden Tarrow came to the school, with the number 999 000 0018, and Bryn was there too.',
];
const area = {
  ...{ page: 1, left: 0.1, top: 0.1, width: 0.2, height: 0.1 },
  ...({ reason: 'safeguarding', how: 'area', isLeft: false } as const),
};

async function start(content: readonly string[] | Uint8Array): Promise<RowId> {
  const bytes = content instanceof Uint8Array ? content : await makePdf({ pages: [content] });
  const evidenceId = await add('Letter.pdf', bytes);
  const begun = await startRedaction(ctx, { evidenceId, profile: 'others', childId: own, baseId: null });
  return begun.id;
}

async function markAll(id: RowId): Promise<number> {
  const { places } = await findPlaces(ctx, { id });
  addMarks(ctx, { id, marks: marksOfPlaces(places) });
  return places.length;
}

const stateOf = (id: RowId) => readRedactions(ctx).find((one) => one.id === id)?.state;

describe('makeCopy', () => {
  it('leaves no trace of a name, wherever in a PDF it was', { timeout: 300_000 }, async () => {
    const original = await makeRedactionCorpus('Jaden Tarrow', '999 000 0018');
    const evidenceId = await add('Letter.pdf', original);
    const { id } = await startRedaction(ctx, { evidenceId, profile: 'others', childId: own, baseId: null });

    await markAll(id);
    recordCheck(ctx, { id, checkedBy: 'Head of SEN' });
    const outcome = await makeCopy(ctx, { id });

    expect(outcome).toMatchObject({ made: true });
    if (!outcome.made || !outcome.redaction.copyId) return;
    const copy = getRow(ctx.db, evidenceItems, outcome.redaction.copyId);
    const bytes = readContent(ctx.db, copy.sha256);
    expect(await findAnywhere(original, ['Jaden', 'Tarrow'])).toContain('bytes');
    expect(await findAnywhere(bytes, ['Jaden', 'Tarrow', '9990000018'])).toEqual([]);
    expect(copy).toMatchObject({ madeFromId: evidenceId, fileName: 'Redacted copy.pdf', pages: 5 });
    expect(readTexts(ctx.db, copy.sha256)[0]).toContain('has to be read in the copy as it was');
    expect(readTexts(ctx.db, copy.sha256)[0]).toContain('[redacted]');
    const from = getRow(ctx.db, evidenceItems, evidenceId);
    expect(from.sha256).not.toBe(copy.sha256);
    putPictured(ctx.db, from.sha256, []);
    expect(nextUnlooked(ctx.db)).toBeNull();
    expect(listUnread(ctx.db).map(({ sha256 }) => sha256)).not.toContain(copy.sha256);
    expect(readCoverage(ctx.db)(copy.sha256)).toEqual({ hasText: true, isWhollyRead: true });
    expect(JSON.stringify(redactionPaper(ctx, id))).not.toMatch(/jaden|tarrow|9990000018/i);
  });

  it('refuses a copy in which a name can still be read, says where, and keeps nothing', {
    timeout: 300_000,
  }, async () => {
    const words = 'The letter of the clinic that came on Monday is shown below as it was received by us.';
    // So small a picture is not read when places are looked for; the whole page is, when the copy is.
    const content = await withPicture(await makePdf({ pages: [[words]] }), 'Jaden Tarrow of Quay Road', 270);
    const id = await start(content);
    recordCheck(ctx, { id, checkedBy: 'Head of SEN' });
    const before = listRows(ctx.db, evidenceItems).length;

    const refused = await makeCopy(ctx, { id });

    expect(refused).toMatchObject({ made: false, problems: [{ page: 1 }] });
    expect(JSON.stringify(refused)).not.toMatch(/jaden|tarrow/i);
    expect(listRows(ctx.db, evidenceItems)).toHaveLength(before);
    expect(stateOf(id)).toBe('checked');

    const boxes = refused.made ? [] : refused.problems.flatMap((problem) => problem.boxes);
    const marks = boxes.map(
      (box) => ({ page: 1, ...box, reason: 'other-child', how: 'area', isLeft: false }) as const,
    );
    addMarks(ctx, { id, marks });
    recordCheck(ctx, { id, checkedBy: 'Head of SEN' });

    expect(await makeCopy(ctx, { id })).toMatchObject({ made: true });
  });

  it('is not begun before a second person has checked, nor while anything is undecided', async () => {
    const id = await start(letter);

    await expect(makeCopy(ctx, { id })).rejects.toMatchObject({ code: 'redaction/unchecked' });
    recordCheck(ctx, { id, checkedBy: 'Head of SEN' });
    await expect(makeCopy(ctx, { id })).rejects.toMatchObject({
      ...{ code: 'redaction/undecided', detail: '2 places.' },
    });
  });
});

describe('recordCheck', () => {
  it('takes a second person only, and counts no more when the marks change', async () => {
    const id = await start(letter);

    expect(failureOf(() => recordCheck(ctx, { id, checkedBy: 'tester' }))?.code).toBe('input/invalid');
    recordCheck(ctx, { id, checkedBy: 'Head of SEN' });
    expect(stateOf(id)).toBe('checked');
    addMarks(ctx, { id, marks: [area] });
    expect(stateOf(id)).toBe('marking');
    undoLast(ctx);
    expect(stateOf(id)).toBe('checked');
    editRedaction(ctx, { id, profile: 'public', childId: null });
    expect(stateOf(id)).toBe('marking');
  });
});

describe('marks', () => {
  it('are found, accepted, left, moved and removed, each as one step', async () => {
    const id = await start(letter);

    expect(await findPlaces(ctx, { id })).toMatchObject({
      places: [
        { page: 1, what: 'name', code: 'B', reason: 'other-child', boxes: [{}] },
        { page: 1, what: 'NHS number', reason: 'number' },
      ],
      pictures: [],
      blank: [],
    });
    expect(await markAll(id)).toBe(2);
    expect((await findPlaces(ctx, { id })).places).toEqual([]);
    expect(await markWord(ctx, { id, word: 'school', reason: 'other' })).toEqual({ count: 1 });
    expect(await markWord(ctx, { id, word: 'nowhere', reason: 'other' })).toEqual({ count: 0 });
    const marks = readMarks(ctx, { id });
    expect(marks).toHaveLength(3);
    const [first] = marks;
    if (!first) return;
    editMark(ctx, { id: first.id, isLeft: true });
    editMark(ctx, { id: first.id, left: 1.0, width: 1.0 });
    expect(getRow(ctx.db, redactionMarks, first.id)).toMatchObject({ isLeft: true });
    removeMarks(ctx, { ids: marks.map((mark) => mark.id) });
    expect(readMarks(ctx, { id })).toEqual([]);
    undoLast(ctx);
    expect(readMarks(ctx, { id })).toHaveLength(3);
    expect(failureOf(() => addMarks(ctx, { id, marks: [{ ...area, page: 9 }] }))?.code).toBe('input/invalid');
  });
});

describe('findPlaces', () => {
  it('finds a name in a letter that was scanned under a typed heading', { timeout: 120_000 }, async () => {
    const typed = 'Northmere Council, children and families: a letter that came by post was scanned here';
    const picture = await makePrintedPng(['He sits beside Jaden Tarrow.']);
    const id = await start(await makeUnderHeading([typed, typed], picture, 560));

    const { places, pictures } = await findPlaces(ctx, { id });

    expect(places).toMatchObject([{ page: 1, what: 'name', code: 'B', reason: 'other-child' }]);
    expect(pictures).toEqual([1]);
  });
});

describe('startRedaction', () => {
  it('makes pages of what has none, beside the document, and says that they may differ', async () => {
    const evidenceId = await add('Note.txt', new TextEncoder().encode('Jaden Tarrow was here.'));
    const printed = await makePdf({ pages: [['Jaden Tarrow was here.']] });
    const printing = { ...ctx, outside: { ...ctx.outside, printPdf: async () => printed } };

    const { id, baseId } = await startRedaction(printing, {
      evidenceId,
      profile: 'names',
      childId: null,
      baseId: null,
    });

    expect(getRow(ctx.db, evidenceItems, baseId)).toMatchObject({ madeFromId: evidenceId, type: 'pdf' });
    expect(readRedactions(ctx).find((one) => one.id === id)?.mayDiffer).toContain('layout may differ');
  });

  it('says what to do about a document that cannot be shown', async () => {
    const evidenceId = await add(
      'Scan.tiff',
      Uint8Array.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    );

    await expect(
      startRedaction(ctx, { evidenceId, profile: 'names', childId: null, baseId: null }),
    ).rejects.toMatchObject({ code: 'redaction/no-pages' });
  });
});

describe('migration 140', () => {
  it('gives an engagement of before its tables, and leaves its documents as they are', () => {
    const db = new Database(':memory:');
    migrate(
      db,
      migrations.filter(({ version }) => version < 140),
    );
    db.exec(`INSERT INTO evidence_items (id, title, file_name, type, sha256, size, received_at, "from", notes)
      VALUES ('e', 'Plan', 'Plan.pdf', 'pdf', '${'a'.repeat(64)}', 1, '2026-11-24T10:42:00.000Z', '', '')`);

    migrate(db);

    expect(getRow(db as never, evidenceItems, 'e')).toMatchObject({ title: 'Plan', madeFromId: null });
    expect(listRows(db as never, redactionMarks)).toEqual([]);
    db.close();
  });
});
