import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { untilAtRest } from '../../main/db/beside.ts';
import { checkChain } from '../../main/db/change-log.ts';
import type { ReadableDb } from '../../main/db/connection.ts';
import { readContent as readBytes, readTexts } from '../../main/db/evidence-content.ts';
import { isContentWhole, listUnfinished, readCoverage } from '../../main/db/evidence-intake.ts';
import { listRows } from '../../main/db/table.ts';
import { checklistItems, children, criteria, evidenceItems, evidenceLinks } from '../../main/db/tables.ts';
import { addChild } from '../../main/services/add-child.ts';
import { removeChild } from '../../main/services/children.ts';
import type { Context } from '../../main/services/context.ts';
import { addEvidence } from '../../main/services/evidence/add-evidence.ts';
import { addPasted } from '../../main/services/evidence/add-pasted.ts';
import {
  editEvidence,
  linkEvidence,
  readEvidence,
  removeEvidence,
  unlinkEvidence,
} from '../../main/services/evidence/evidence.ts';
import { readRemoved, restoreEvidence } from '../../main/services/evidence/removed.ts';
import { saveOriginal } from '../../main/services/evidence/save-original.ts';
import { sweepUnfinished } from '../../main/services/evidence/take-in.ts';
import { evidenceForViewer, readContent } from '../../main/services/evidence/view.ts';
import { readHistory, redoLast, undoLast } from '../../main/services/undo.ts';
import { heicAdvice, inspectFile } from '../../shared/domain/file-type.ts';
import { AppError } from '../../shared/errors.ts';
import type { AddedFile, LinkTarget } from '../../shared/ipc/evidence.ts';
import { aChild } from '../support/child-builders.ts';
import { codeOf } from '../support/code-of.ts';
import {
  makeDocx,
  makeJpeg,
  makeMail,
  makeOle,
  makePdf,
  makePng,
  makeScan,
  makeXlsx,
  makeZip,
} from '../support/make-documents.ts';
import { makePrintedTiff } from '../support/make-scans.ts';
import { sha256 } from '../support/sha256.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';

let temp: TempEngagement;
let ctx: Context;
let onProgress: (done: number, total: number) => void;
let progressEnded: number;

beforeEach(async () => {
  onProgress = () => {};
  progressEnded = 0;
  temp = await tempEngagement({
    outside: {
      progress: (_, done, total) => onProgress(done, total),
      progressEnd: () => {
        progressEnded += 1;
      },
    },
  });
  ctx = temp.ctx;
});
afterEach(() => temp.close());

type Files = Readonly<Record<string, Uint8Array | string>>;

/** Puts files on the disk and adds them, in the order given. */
async function add(
  files: Files,
  targets: readonly LinkTarget[] = [],
  on: Context = ctx,
): Promise<readonly AddedFile[]> {
  const paths = await Promise.all(Object.entries(files).map(([name, content]) => put(name, content)));
  const chosen = { ...on, outside: { ...on.outside, chooseFiles: async () => paths } };
  return addEvidence(chosen, { targets: [...targets] });
}

async function put(name: string, content: Uint8Array | string): Promise<string> {
  const path = join(temp.folder, 'outside', name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
}

const counted = (sql: string): number => (ctx.db.prepare(sql).get() as { n: number }).n;
/** What passes for a photograph of so many megabytes, and packs no smaller. */
const noise = (megabytes: number): Uint8Array => {
  const bytes = randomBytes(megabytes * 1024 * 1024);
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  return bytes;
};
const many = (count: number): Files =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`note ${at}.txt`, `The note ${at}`]));
const chunkCount = () => counted('SELECT count(*) AS n FROM evidence_chunks');
const textCount = () => counted('SELECT count(*) AS n FROM evidence_texts');
const items = () => listRows(ctx.db, evidenceItems);
const onlyItem = () => {
  const [item, ...more] = items();
  if (!item || more.length > 0) throw new Error('expected one document');
  return item;
};
const lastStep = () => readHistory(ctx).recent[0]?.summary;

describe('addPasted', () => {
  it('keeps a picture under the time it was pasted at, and refuses what is none', async () => {
    const child = addChild(ctx, aChild());

    const files = await addPasted(ctx, {
      pictures: [makePng(), new TextEncoder().encode('Only words'), new Uint8Array()],
      targets: [{ childId: child.id }],
    });

    expect(files.map(({ outcome }) => outcome)).toEqual(['added', 'refused', 'refused']);
    expect(files[1]?.reason).toContain('What was pasted is no picture.');
    expect(files[2]?.reason).toContain('empty');
    expect(onlyItem()).toMatchObject({ type: 'png', evidenceDate: null });
    expect(onlyItem().fileName).toMatch(/^Pasted \d{1,2} [A-Z][a-z]+ \d{4} at \d\d\.\d\d\.\d\d, 1\.png$/);
    expect(readBytes(ctx.db, onlyItem().sha256)).toEqual(Buffer.from(makePng()));
    expect(listRows(ctx.db, evidenceLinks)).toMatchObject([{ childId: child.id }]);
    undoLast(ctx);
    expect(items()).toEqual([]);
  });
});

describe('restoreEvidence', () => {
  it('puts a removed document back with what it was for, as often as it is removed', async () => {
    const { id: childId } = addChild(ctx, aChild());
    await add({ 'Tarrow plan.txt': 'The plan' }, [{ childId }]);
    const before = readEvidence(ctx);
    const { id } = onlyItem();

    removeEvidence(ctx, { id });
    expect(readRemoved(ctx)).toMatchObject([{ id, title: 'Child A plan', type: 'txt' }]);
    restoreEvidence(ctx, { id });

    expect(readEvidence(ctx).items).toEqual(before.items);
    expect(readEvidence(ctx).links.map((link) => link.childId)).toEqual([childId]);
    expect(readRemoved(ctx)).toEqual([]);
    expect(lastStep()).toBe('Restored “Child A plan”');
    removeEvidence(ctx, { id });
    expect(readRemoved(ctx)).toHaveLength(1);
  });

  it('leaves out what Undo took out, what is here again, and what it was for and is gone', async () => {
    const { id: childId } = addChild(ctx, aChild());
    await add({ 'undone.txt': 'Undone' });
    undoLast(ctx);
    expect(readRemoved(ctx)).toEqual([]);
    await add({ 'plan.txt': 'The plan' }, [{ childId }]);
    const { id } = onlyItem();
    removeEvidence(ctx, { id });
    removeChild(ctx, { id: childId });

    restoreEvidence(ctx, { id });

    expect(readEvidence(ctx).links).toEqual([]);
    removeEvidence(ctx, { id });
    await add({ 'again.txt': 'The plan' });
    expect(readRemoved(ctx)).toEqual([]);
    expect(await codeOf(async () => restoreEvidence(ctx, { id }))).toBe('record/not-found');
  });
});

describe('addEvidence', () => {
  it('keeps the bytes as they were, under their hash, with their words, and leaves the file alone', async () => {
    const pdf = await makePdf({ pages: [['First page'], ['Second page']] });

    const [added] = await add({ 'EHC_plan  final.pdf': pdf });

    expect(added).toEqual({
      fileName: 'EHC_plan  final.pdf',
      outcome: 'added',
      evidenceId: onlyItem().id,
      reason: '',
    });
    expect(onlyItem()).toMatchObject({
      title: 'EHC plan final',
      type: 'pdf',
      size: pdf.length,
      sha256: sha256(pdf),
      pages: 2,
    });
    expect(Buffer.from(readBytes(ctx.db, sha256(pdf))).equals(Buffer.from(pdf))).toBe(true);
    expect(readTexts(ctx.db, sha256(pdf)).slice(0, 2)).toEqual(['First page', 'Second page']);
    expect(readEvidence(ctx).items[0]).toMatchObject({ hasText: true });
    expect(await readFile(join(temp.folder, 'outside', 'EHC_plan  final.pdf'))).toEqual(Buffer.from(pdf));
  });

  it('is one step, undone and done again whole', async () => {
    const { id: childId } = addChild(ctx, aChild());
    const [first] = listRows(ctx.db, checklistItems, { childId });
    await add({ 'a.txt': 'One', 'b.txt': 'Two' }, [{ childId }, { checklistItemId: first?.id as never }]);
    expect(lastStep()).toBe(`Added 2 documents to Child A, “${first?.title}” of Child A`);
    const before = readEvidence(ctx);

    undoLast(ctx);

    expect(readEvidence(ctx)).toMatchObject({ items: [], links: [] });
    expect(listRows(ctx.db, checklistItems, { childId })[0]?.state).toBe('missing');
    redoLast(ctx);
    expect(readEvidence(ctx)).toEqual(before);
    expect(Buffer.from(readBytes(ctx.db, sha256(Buffer.from('One')))).toString()).toBe('One');
  });

  it('makes a checklist item received', async () => {
    const { id: childId } = addChild(ctx, aChild());
    const item = listRows(ctx.db, checklistItems, { childId })[3];

    await add({ 'a.txt': 'One' }, [{ checklistItemId: item?.id as never }]);

    expect(listRows(ctx.db, checklistItems, { childId })[3]?.state).toBe('received');
  });

  it('tells a file by its bytes: each kind, and a JPEG that calls itself a PDF', async () => {
    const docx = await makeDocx();
    const added = await add({
      'scan.pdf': makeJpeg(),
      'plan.pdf': docx,
      'table.docx': await makeXlsx({
        Children: [
          ['Code', 'Due'],
          ['C', 12],
        ],
      }),
      'message.txt': makeMail(),
      'old.dat': makeOle(['__properties_version1.0']),
      'note.dat': "{\\rtf1 Caf\\'e9 \\u8212? words}",
      'page.dat': '<!doctype html><title>Words</title><p>Caf&eacute;</p>',
    });

    expect(items().map((item) => item.type)).toEqual(['jpeg', 'docx', 'xlsx', 'eml', 'msg', 'rtf', 'html']);
    expect(added[0]?.reason).toBe('It is really a JPEG image, whatever its name says.');
    expect(items().map((item) => readTexts(ctx.db, item.sha256)[0])).toEqual([
      '',
      'A paragraph.',
      'Children\nCode\tDue\nC\t12',
      expect.stringContaining('Subject: Papers\n\nHere they are.'),
      '',
      'Café — words',
      expect.stringContaining('Café'),
    ]);
  });

  it.each([
    ['an empty PDF', 'empty.pdf', async () => new Uint8Array(), 'This file is empty (0 bytes)'],
    [
      'an encrypted PDF',
      'locked.pdf',
      () => makePdf({ password: 'secret words' }),
      'protected by a password',
    ],
    [
      'a protected Word document',
      'locked.docx',
      async () => makeOle(['EncryptedPackage']),
      'protected by a password',
    ],
    [
      'a broken PDF',
      'broken.pdf',
      async () => Buffer.from('%PDF-1.7\nnothing more'),
      'damaged or not what its name says',
    ],
    [
      'a broken Word document',
      'broken.docx',
      async () => (await makeDocx()).subarray(0, 400),
      'damaged or not what its name says',
    ],
    ['a zip renamed .docx', 'plan.docx', () => makeZip({ 'a.txt': 'words' }), 'It is a zip archive'],
    [
      'a program',
      'tool.exe',
      async () => Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'),
      'cannot be kept as evidence',
    ],
    ['a workbook of before 2007', 'old.xls', async () => makeOle(['Workbook']), 'before 2007'],
    [
      'text that turns into bytes',
      'odd.txt',
      async () => Buffer.from(`${'words '.repeat(20_000)}\0\x01`),
      'not text throughout',
    ],
  ])('refuses %s with its reason, and changes nothing', async (_, name, make, reason) => {
    const [file] = await add({ [name]: await make() });

    expect(file).toMatchObject({ fileName: name, outcome: 'refused', evidenceId: null });
    expect(file?.reason).toContain(reason);
    expect([items().length, chunkCount(), textCount(), temp.changes.length]).toEqual([0, 0, 0, 0]);
    expect(listUnfinished(ctx.db)).toEqual([]);
  });

  it('refuses a document that would unpack to far more than it is', async () => {
    const bomb = await makeZip({
      '[Content_Types].xml': '<Types/>',
      'word/document.xml': new Uint8Array(40 * 1024 * 1024).fill(32),
    });
    expect(bomb.length).toBeLessThan(100_000);

    const [file] = await add({ 'bomb.docx': bomb });

    expect(file?.reason).toContain('It would unpack to far more than a document holds.');
    expect(chunkCount()).toBe(0);
  });

  it('refuses a file of more than 2 GB by its size, without reading it', async () => {
    const path = await put('huge.pdf', '%PDF-1.7\n');
    await truncate(path, 2 * 1024 ** 3 + 1);
    const chosen = { ...ctx, outside: { ...ctx.outside, chooseFiles: async () => [path] } };

    const [file] = await addEvidence(chosen, { targets: [] });

    expect(file?.reason).toContain('larger than 2 GB');
  });

  it('takes the files in a dropped folder and its folders, and leaves out what a system keeps there', async () => {
    const folder = join(temp.folder, 'Dropped');
    await mkdir(join(folder, 'Inner'), { recursive: true });
    await Promise.all(
      ['b.txt', 'Inner/a.txt', '~$b.txt', 'Thumbs.db', 'half.part'].map((name) =>
        writeFile(join(folder, name), `The words of ${name}`),
      ),
    );
    const dropped = { ...ctx, outside: { ...ctx.outside, droppedPath: () => folder } };

    const added = await addEvidence(dropped, { tokens: ['t1'], targets: [] });

    expect(added.map(({ fileName, outcome }) => [fileName, outcome])).toEqual([
      ['a.txt', 'added'],
      ['b.txt', 'added'],
    ]);
  });

  it('refuses empty folders, lost files and tokens it never gave out, and takes the rest', async () => {
    const path = await put('good.txt', 'Good');
    const empty = join(temp.folder, 'Empty');
    await mkdir(empty);
    const paths: Readonly<Record<string, string>> = {
      t1: path,
      t2: empty,
      t3: join(temp.folder, 'gone.pdf'),
    };
    const dropped = {
      ...ctx,
      outside: { ...ctx.outside, droppedPath: (token: string) => paths[token] ?? null },
    };

    const added = await addEvidence(dropped, { tokens: ['t1', 't2', 't3', 't4'], targets: [] });

    expect(added.map((file) => file.outcome)).toEqual(['added', 'refused', 'refused', 'refused']);
    expect(added[1]?.reason).toContain('It is a folder');
  });

  it('keeps the same bytes once, and ties the one document to the new target', async () => {
    const { id: childId } = addChild(ctx, aChild());
    const { id: otherId } = addChild(ctx, aChild({ forename: 'Sofia', surname: 'Obi' }));
    await add({ 'Plan.txt': 'The plan' }, [{ childId }]);

    const again = await add({ 'Copy of plan.txt': 'The plan', 'new.txt': 'New', 'new (1).txt': 'New' }, [
      { childId: otherId },
    ]);

    expect(again.map((file) => file.outcome)).toEqual(['already-here', 'added', 'already-here']);
    expect(again[0]?.reason).toBe('It is the very same file as “Plan”.');
    expect(items().map((item) => item.title)).toEqual(['Plan', 'new']);
    expect(listRows(ctx.db, evidenceLinks).map((link) => link.childId)).toEqual([childId, otherId, otherId]);
    expect(chunkCount()).toBe(2);
  });

  it('says so in the history, by code where a name of a child is in the title', async () => {
    const { id: childId } = addChild(ctx, aChild());
    const [file] = await add({ 'Tarrow, Jaden annual review.txt': 'Words' }, [{ childId }]);

    expect(lastStep()).toBe('Added “Child A annual review” to Child A');
    expect(file?.fileName).toBe('Child A annual review.txt');
    expect(readEvidence(ctx).items[0]).toMatchObject({
      title: 'Child A annual review',
      fileName: 'Child A annual review.txt',
    });
    expect(JSON.stringify(readHistory(ctx).recent)).not.toContain('Tarrow');
  });

  it('takes the date of a document from its name where that can mean only one day', async () => {
    await add({
      '2019-10-17 Cabinet report.txt': 'a',
      'Plan 17-10-2019.txt': 'b',
      '2031-01-01 later.txt': 'c',
      '2019-02-29 never.txt': 'd',
    });

    expect(items().map((item) => item.evidenceDate)).toEqual(['2019-10-17', null, null, null]);
  });

  it('keeps what packs well in less room, and gives it back byte for byte', async () => {
    const words = Buffer.alloc(700_000, 'The plan was reviewed with the family. ');
    await add({ 'notes.txt': words, 'photo.jpg': noise(1) });

    const stored = ctx.db
      .prepare('SELECT sum(octet_length(bytes)) FROM evidence_chunks WHERE sha256 = ?')
      .pluck();
    const [notes, photo] = ['txt', 'jpeg'].map((type) => items().find((item) => item.type === type));
    expect(Buffer.from(readBytes(ctx.db, notes?.sha256 ?? '')).equals(words)).toBe(true);
    expect(stored.get(notes?.sha256)).toBeLessThan(70_000);
    expect(stored.get(photo?.sha256)).toBe(photo?.size);
    expect(isContentWhole(ctx.db, notes?.sha256 ?? '', words.length)).toBe(true);
  });

  it('says that the file is damaged rather than give back less than it took in', async () => {
    await add({ 'notes.txt': Buffer.alloc(100_000, 'The plan. ') });
    ctx.db.prepare("UPDATE evidence_chunks SET bytes = x'00ff'").run();

    expect(await codeOf(() => readBytes(ctx.db, onlyItem().sha256))).toBe('vault/damaged');
  });

  it('leaves nothing behind when it is stopped, whatever was already in', async () => {
    const big = (byte: number) => new Uint8Array(9 * 1024 * 1024).fill(byte);
    await add({ 'kept.txt': 'Kept' });
    const chunks = chunkCount();
    onProgress = (done) => {
      if (done > 24 * 1024 * 1024) throw new AppError('evidence/cancelled');
    };

    const failure = await codeOf(() => add({ 'a.txt': big(65), 'b.txt': big(66), 'c.txt': big(67) }));

    expect(failure).toBe('evidence/cancelled');
    expect([items().length, chunkCount(), listUnfinished(ctx.db).length]).toEqual([1, chunks, 0]);
    expect(progressEnded).toBe(2);
  });

  it('does not take what an undone step still needs out again when it is stopped', async () => {
    await add({ 'plan.txt': 'The plan' });
    undoLast(ctx);
    onProgress = (done) => {
      if (done > 0) throw new AppError('evidence/cancelled');
    };
    expect(await codeOf(() => add({ 'plan.txt': 'The plan' }))).toBe('evidence/cancelled');

    redoLast(ctx);

    expect(Buffer.from(readBytes(ctx.db, onlyItem().sha256)).toString()).toBe('The plan');
  });

  it('says that the disk is full, and has changed nothing', async () => {
    const pages = counted('SELECT page_count AS n FROM pragma_page_count');
    ctx.db.pragma(`max_page_count = ${pages + 1200}`);

    const failure = await codeOf(() => add({ 'small.txt': 'Small', 'large.jpg': noise(12) }));

    expect(failure).toBe('disk/full');
    expect([items().length, chunkCount(), textCount()]).toEqual([0, 0, 0]);
  });

  it('sweeps at the next open what was being taken in when the app died', async () => {
    await add({ 'kept.txt': 'Kept' });
    const dead = {
      ...ctx,
      outside: {
        ...ctx.outside,
        chooseFiles: async () => [await put('big.jpg', noise(36))],
      },
    };
    onProgress = (done) => {
      if (done > 64 * 1024 * 1024) ctx.db.close();
    };
    expect(await codeOf(() => addEvidence(dead, { targets: [] }))).toBe('evidence/locked-meanwhile');
    onProgress = () => {};

    ctx = await temp.reopen();
    expect(listUnfinished(ctx.db)).toHaveLength(1);
    await sweepUnfinished(ctx.db);

    expect([listUnfinished(ctx.db).length, chunkCount(), items().length]).toEqual([0, 1, 1]);
  });

  it('lets go of the file when it is locked in the middle, and leaves what a sweep takes out', async () => {
    const path = await put('big.jpg', noise(36));
    const chosen = { ...ctx, outside: { ...ctx.outside, chooseFiles: async () => [path] } };
    let locking: Promise<void> | null = null;
    onProgress = (done) => {
      if (done > 64 * 1024 * 1024) locking ??= temp.leave();
    };

    const failure = await codeOf(() => addEvidence(chosen, { targets: [] }));
    await locking;

    expect(failure).toBe('evidence/locked-meanwhile');
    const left = await readdir(temp.folder);
    expect(left.filter((name) => name.startsWith('Test.lano'))).toEqual(['Test.lano']);
    onProgress = () => {};
    ctx = await temp.reopen();
    await sweepUnfinished(ctx.db);
    expect([listUnfinished(ctx.db).length, chunkCount(), items().length]).toEqual([0, 0, 0]);
  });

  it('keeps hundreds of documents in one step', async () => {
    const { id: childId } = addChild(ctx, aChild());
    await add(many(400), [{ childId }]);

    expect(lastStep()).toBe('Added 400 documents to Child A');
    expect([items().length, listRows(ctx.db, evidenceLinks, { childId }).length]).toEqual([400, 400]);
    expect(temp.changes.at(-1)?.toSorted()).toEqual(['evidence_items', 'evidence_links']);
    expect(checkChain(ctx.db).brokenAt).toBeNull();

    undoLast(ctx);

    expect(readEvidence(ctx)).toMatchObject({ items: [], links: [] });
  });

  it('keeps all or nothing of them when it is locked just then, and says which', async () => {
    for (const wait of [0, 2, 5, 10, 20, 40]) {
      const paths = await Promise.all(Object.entries(many(60)).map(([name, text]) => put(name, text)));
      let locking: Promise<void> | null = null;
      onProgress = (done, total) => {
        if (done === total) locking ??= pause(wait).then(() => temp.leave());
      };
      const chosen = { ...ctx, outside: { ...ctx.outside, chooseFiles: async () => paths } };

      const said = await codeOf(() => addEvidence(chosen, { targets: [] }));
      await locking;
      onProgress = () => {};
      ctx = await temp.reopen();
      await sweepUnfinished(ctx.db);

      expect(items()).toHaveLength(said === 'evidence/locked-meanwhile' ? 0 : 60);
      expect([listUnfinished(ctx.db), checkChain(ctx.db).brokenAt]).toEqual([[], null]);
      if (items().length > 0) undoLast(ctx);
    }
  });

  it('goes on without a target that was removed while it went on', async () => {
    const { id: childId } = addChild(ctx, aChild());
    onProgress = (done) => {
      if (done > 0 && listRows(ctx.db, children).length > 0) removeChild(ctx, { id: childId });
    };

    const [file] = await add({ 'plan.txt': 'The plan' }, [{ childId }]);

    expect(file?.outcome).toBe('added');
    expect(lastStep()).toBe('Added “plan”');
    expect(readEvidence(ctx)).toMatchObject({ items: [{ title: 'plan' }], links: [] });
  });

  it('lets everything else read and write while it goes on', async () => {
    const path = await put('big.jpg', noise(36));
    const chosen = { ...ctx, outside: { ...ctx.outside, chooseFiles: async () => [path] } };
    await add({ 'first.txt': 'First' });
    const first = onlyItem();

    const adding = addEvidence(chosen, { targets: [] });
    for (let step = 1; step <= 40; step += 1) {
      await untilAtRest(ctx.db);
      editEvidence(ctx, { id: first.id, title: `First ${step}` });
      await pause(10);
    }
    await adding;

    expect(items().map(({ title }) => title)).toEqual(['First 40', 'big']);
    expect(ctx.db.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  it('takes two intakes of the same file one after the other', async () => {
    const path = await put('same.txt', 'Same');
    const chosen = { ...ctx, outside: { ...ctx.outside, chooseFiles: async () => [path] } };

    const both = await Promise.all([
      addEvidence(chosen, { targets: [] }),
      addEvidence(chosen, { targets: [] }),
    ]);

    expect(both.map(([one]) => one?.outcome).toSorted()).toEqual(['added', 'already-here']);
  });

  it('takes in 40 MB a little at a time, so that everything else has its turn', async () => {
    const path = await put('large.txt', Buffer.alloc(40 * 1024 * 1024, 'Some words in a long line. '));
    const chosen = { ...ctx, outside: { ...ctx.outside, chooseFiles: async () => [path] } };
    let turn = 0;
    const turning = setInterval(() => {
      turn += 1;
    }, 0);
    const bytesInTurn = new Map<number, number>();
    let before = 0;
    onProgress = (done) => {
      bytesInTurn.set(turn, (bytesInTurn.get(turn) ?? 0) + done - before);
      before = done;
    };

    await addEvidence(chosen, { targets: [] });

    clearInterval(turning);
    expect(Math.max(...bytesInTurn.values())).toBeLessThanOrEqual(8 * 1024 * 1024);
    expect(sha256(readBytes(ctx.db, onlyItem().sha256))).toBe(onlyItem().sha256);
  });
});

describe('words', () => {
  it('counts a scan as without words, and a document half read as not wholly read', async () => {
    await add({
      'scan.pdf': await makeScan(2),
      'photo.png': makePng(),
      'half.pdf': await makePdf({ pages: [['Words'], []] }),
    });

    expect(readEvidence(ctx).items.map(({ fileName, pages, hasText }) => [fileName, pages, hasText])).toEqual(
      [
        ['half.pdf', 2, true],
        ['photo.png', null, false],
        ['scan.pdf', 2, false],
      ],
    );
  });

  it('tells which documents have words from an index, without reading any of the words', async () => {
    await add({ 'words.txt': 'Words' });
    const asked: string[] = [];
    const listening: ReadableDb = {
      prepare: (sql: string) => {
        asked.push(sql);
        return ctx.db.prepare(sql);
      },
    };

    readCoverage(listening);

    const plans = asked.map((sql) => {
      const given = Array.from({ length: sql.split('?').length - 1 }, () => 0);
      const plan = ctx.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...given) as { detail: string }[];
      return plan.map(({ detail }) => detail).filter((detail) => detail.includes(' evidence_texts'));
    });
    expect(plans.flat()).toEqual([expect.stringContaining('USING COVERING INDEX evidence_texts_words')]);
  });

  it('reads what does not show on the page: properties, notes, comments, headers', async () => {
    await add({
      'a.pdf': await makePdf({
        author: 'Sly Author',
        title: 'Deep title',
        note: 'Sticky words',
        attachment: 'inner',
      }),
      'b.docx': await makeDocx({ header: 'Head words', comment: 'Remark words', author: 'Word Author' }),
    });

    const [pdf, docx] = items().map((item) => readTexts(ctx.db, item.sha256).join('\n'));
    expect(pdf).toMatch(/Sticky words[\s\S]*notes\.txt[\s\S]*Deep title[\s\S]*Sly Author/);
    expect(docx).toMatch(/Head words[\s\S]*Remark words[\s\S]*Word Author/);
  });

  it('reads a message part by part, and knows that its attachment went unread', async () => {
    await add({
      'm.eml': makeMail({
        subject: 'Zoë’s papers',
        html: '<p>Caf&eacute; — naïve</p>',
        attachment: 'plan.pdf',
      }),
    });

    const [text, unread] = readTexts(ctx.db, onlyItem().sha256);
    expect(text).toMatch(/Subject: Zoë’s papers[\s\S]*Café — naïve[\s\S]*Attachment: plan\.pdf/);
    expect(unread).toBe('');
  });
});

describe('links', () => {
  it('ties and unties, and a checklist item left without evidence is no longer received', async () => {
    const { id: childId } = addChild(ctx, aChild());
    await add({ 'a.txt': 'One' });
    const { id } = onlyItem();
    const checklistItemId = listRows(ctx.db, checklistItems, { childId })[0]?.id as never;
    const state = () => listRows(ctx.db, checklistItems, { childId })[0]?.state;

    linkEvidence(ctx, { id, target: { checklistItemId } });
    linkEvidence(ctx, { id, target: { checklistItemId } });
    expect([state(), listRows(ctx.db, evidenceLinks).length]).toEqual(['received', 1]);

    unlinkEvidence(ctx, { linkId: listRows(ctx.db, evidenceLinks)[0]?.id as never });
    expect([state(), listRows(ctx.db, evidenceLinks).length]).toEqual(['missing', 0]);
    undoLast(ctx);
    expect([state(), listRows(ctx.db, evidenceLinks).length]).toEqual(['received', 1]);
  });

  it('ties one document to a criterion and a child at once, and removing it unties both', async () => {
    const [criterion] = listRows(ctx.db, criteria, {}, ['position']);
    if (!criterion) throw new Error('No criterion');
    const { id: childId } = addChild(ctx, aChild());
    await add({ 'scorecard.txt': 'Waits by quarter' }, [{ childId }, { criterionId: criterion.id }]);
    const { id } = onlyItem();

    linkEvidence(ctx, { id, target: { criterionId: criterion.id } });
    const tied = readEvidence(ctx).links.map((link) => [link.evidenceId, link.childId, link.criterionId]);
    expect(tied).toHaveLength(2);
    expect(tied).toEqual(
      expect.arrayContaining([
        [id, childId, null],
        [id, null, criterion.id],
      ]),
    );

    removeEvidence(ctx, { id });
    expect(readEvidence(ctx).links).toEqual([]);
    restoreEvidence(ctx, { id });
    expect(readEvidence(ctx).links.map((link) => link.criterionId)).toContain(criterion.id);
  });

  it('refuses a target that is not there', async () => {
    await add({ 'a.txt': 'One' });

    expect(
      await codeOf(() => linkEvidence(ctx, { id: onlyItem().id, target: { childId: 'nobody' as never } })),
    ).toBe('record/not-found');
    expect(await codeOf(() => add({ 'b.txt': 'Two' }, [{ childId: 'nobody' as never }]))).toBe(
      'record/not-found',
    );
  });

  it('takes a document out with its links, and brings both back by Undo', async () => {
    const { id: childId } = addChild(ctx, aChild());
    await add({ 'a.txt': 'One' }, [{ childId }]);
    const before = readEvidence(ctx);

    removeEvidence(ctx, { id: onlyItem().id });
    expect(readEvidence(ctx)).toMatchObject({ items: [], links: [] });
    undoLast(ctx);

    expect(readEvidence(ctx)).toEqual(before);
  });

  it('changes what is said about a document', async () => {
    await add({ 'a.txt': 'One' });
    const earlier = onlyItem();
    await add({ 'b.txt': 'Two' });
    const later = readEvidence(ctx).items.find(({ fileName }) => fileName === 'b.txt') ?? earlier;
    const said = {
      title: 'Short breaks statement',
      evidenceDate: '2026-03-03',
      from: 'Short breaks',
      sector: 'health',
      sensitivity: 'internal',
      replacesId: earlier.id,
    } as const;

    editEvidence(ctx, { id: later.id, ...said });

    expect(readEvidence(ctx).items.find(({ id }) => id === later.id)).toMatchObject({ ...said, notes: '' });
    expect(lastStep()).toBe('Changed “Short breaks statement”');
  });
});

describe('readContent', () => {
  const contentOf = async (files: Files) => {
    await add(files);
    return readContent(ctx, { id: onlyItem().id });
  };

  it('gives an address for what the window draws, and bytes behind it for nothing else', async () => {
    await add({ 'a.pdf': await makePdf(), 'b.docx': await makeDocx() });
    const [pdf, docx] = items();

    expect(await readContent(ctx, { id: pdf?.id as never })).toEqual({
      kind: 'pdf',
      url: `evidence://item/${pdf?.id}`,
    });
    const served = await evidenceForViewer(ctx, pdf?.id ?? '', 1);
    expect(served?.type).toBe('application/pdf');
    expect(sha256(new Uint8Array(await new Response(served?.bytes).arrayBuffer()))).toBe(pdf?.sha256);
    expect(await evidenceForViewer(ctx, docx?.id ?? '', 1)).toBeNull();
    expect(await evidenceForViewer(ctx, '../x', 1)).toBeNull();
  });

  it('draws a TIFF page by page as PNGs, and no page that it does not have', async () => {
    const { kind, ...shown } = await contentOf({ 'fax.tif': await makePrintedTiff([['One'], ['Two']]) });
    const page = (number: number) => evidenceForViewer(ctx, onlyItem().id, number);

    expect({ kind, ...shown }).toEqual({
      kind: 'sheets',
      url: `evidence://item/${onlyItem().id}?page=`,
      sheets: Array.from({ length: 2 }, () => ({ width: 1240, height: 1754 })),
    });
    const drawn = await Promise.all([page(1), page(2)]);
    const bytes = await Promise.all(
      drawn.map(async (one) => new Uint8Array(await new Response(one?.bytes).arrayBuffer())),
    );
    expect(drawn.map((one) => one?.type)).toEqual(['image/png', 'image/png']);
    expect(bytes.map((png) => inspectFile(png, png.length))).toEqual(['png', 'png']);
    expect(bytes[0]).not.toEqual(bytes[1]);
    expect(await codeOf(() => page(3))).toBe('evidence/unreadable');
    expect(await codeOf(() => page(0.5))).toBe('evidence/unreadable');
    expect(await codeOf(() => page(Number.NaN))).toBe('evidence/unreadable');
  });

  it('says what to do with a HEIC picture, and that a TIFF without pages is broken', async () => {
    const files = await add({ 'photo.heic': '\0\0\0\x18ftypheic\0\0\0\0', 'cut.tif': 'II*\0\x08\0' });
    const [heic, tiff] = items();

    expect(files[0]?.reason).toContain('Save it as a JPEG');
    expect(await readContent(ctx, { id: heic?.id as never })).toEqual({ kind: 'none', why: heicAdvice });
    expect(await codeOf(() => readContent(ctx, { id: tiff?.id as never }))).toBe('evidence/unreadable');
  });

  it('shows a Word document and a workbook as HTML', async () => {
    await add({
      'b.docx': await makeDocx({ paragraphs: ['Some <b> words'] }),
      'c.xlsx': await makeXlsx({ One: [['<i>', 5]] }),
    });
    const [docx, xlsx] = items();

    expect(await readContent(ctx, { id: docx?.id as never })).toEqual({
      kind: 'html',
      html: '<p>Some &lt;b&gt; words</p>',
    });
    expect(await readContent(ctx, { id: xlsx?.id as never })).toEqual({
      kind: 'html',
      html: '<h2>One</h2><table><tr><td>&lt;i&gt;</td><td>5</td></tr></table>',
    });
  });

  it('lets a title in a workbook run over the empty cells beside it, and shows slides by their number', async () => {
    const slide = (lines: readonly string[]) =>
      `<p:sld xmlns:p="p">${lines.map((line) => `<a:p><a:t>${line}</a:t></a:p>`).join('')}</p:sld>`;
    await add({
      'a.xlsx': await makeXlsx({
        One: [
          ['Contacts', null],
          ['Name', 'Post'],
        ],
      }),
      'b.pptx': await makeZip({
        '[Content_Types].xml': '<Types/>',
        'ppt/presentation.xml': '<p:presentation/>',
        'ppt/slides/slide1.xml': slide(['Our week', 'Two &lt;i&gt; things']),
        'ppt/slides/slide2.xml': slide([]),
      }),
    });
    const [xlsx, pptx] = items();

    expect(await readContent(ctx, { id: xlsx?.id as never })).toMatchObject({
      html: '<h2>One</h2><table><tr><td colspan="2">Contacts</td></tr><tr><td>Name</td><td>Post</td></tr></table>',
    });
    expect(await readContent(ctx, { id: pptx?.id as never })).toEqual({
      kind: 'html',
      html:
        '<figure><figcaption>Slide 1 of 2</figcaption><h2>Our week</h2><p>Two &lt;i&gt; things</p></figure>' +
        '<figure><figcaption>Slide 2 of 2</figcaption><p>No words on it.</p></figure>',
    });
  });

  it('shows text as text', async () => {
    expect(await contentOf({ 'a.csv': 'a,b\n1,2\n' })).toEqual({ kind: 'text', text: 'a,b\n1,2' });
  });

  it('says why where there is nothing to show', async () => {
    expect(await contentOf({ 'a.msg': makeOle(['__properties_version1.0']) })).toMatchObject({
      kind: 'none',
    });
  });
});

describe('saveOriginal', () => {
  it('writes the very bytes, under a name that names no child', async () => {
    addChild(ctx, aChild());
    const pdf = await makePdf();
    await add({ 'Jaden Tarrow plan.jpg': pdf });
    const path = join(temp.folder, 'saved.pdf');
    let proposed = '';
    const asked = {
      ...ctx,
      outside: {
        ...ctx.outside,
        chooseSavePath: async (_: string, name: string) => {
          proposed = name;
          return path;
        },
      },
    };

    expect(await saveOriginal(asked, { id: onlyItem().id })).toEqual({ saved: true });

    expect(proposed).toBe('Child A plan.pdf');
    expect(await readFile(path)).toEqual(Buffer.from(pdf));
  });

  it('leaves what it would have written over when the bytes are damaged', async () => {
    await add({ 'a.txt': 'One' });
    const path = await put('mine.txt', 'Mine');
    ctx.db.prepare('UPDATE evidence_chunks SET bytes = ?').run(Buffer.from('Two'));
    const asked = { ...ctx, outside: { ...ctx.outside, chooseSavePath: async () => path } };

    expect(await codeOf(() => saveOriginal(asked, { id: onlyItem().id }))).toBe('vault/damaged');
    expect(await readFile(path, 'utf8')).toBe('Mine');
  });
});
