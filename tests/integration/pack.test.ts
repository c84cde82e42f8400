import { readdirSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Entry, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readContent as readBytes } from '../../main/db/evidence-content.ts';
import { listRows } from '../../main/db/table.ts';
import { criteria, evidenceItems, packExports } from '../../main/db/tables.ts';
import { addChild } from '../../main/services/add-child.ts';
import { recordConsent, saveChecklistItem } from '../../main/services/child-file.ts';
import { readChildren, removeChild } from '../../main/services/children.ts';
import type { Context } from '../../main/services/context.ts';
import { linkEvidence, readEvidence } from '../../main/services/evidence/evidence.ts';
import { logFeedback } from '../../main/services/feedback.ts';
import { exportPack, readPacks } from '../../main/services/pack/packs.ts';
import { previewPack } from '../../main/services/pack/preview.ts';
import { savePerson } from '../../main/services/people.ts';
import { saveRequest } from '../../main/services/requests.ts';
import { readHistory, undoLast } from '../../main/services/undo.ts';
import type { ChildId } from '../../shared/domain/ids.ts';
import { plainPack } from '../../shared/domain/pack.ts';
import { AppError } from '../../shared/errors.ts';
import type { LinkTarget } from '../../shared/ipc/evidence.ts';
import { addFile, addFiles, type Files } from '../support/add-files.ts';
import { aChild, aFeedback, itemsOf } from '../support/child-builders.ts';
import { codeOf } from '../support/code-of.ts';
import { makeDocx, makePdf, makeScan } from '../support/make-documents.ts';
import { readZip } from '../support/read-zip.ts';
import { sha256 } from '../support/sha256.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';

let temp: TempEngagement;
let ctx: Context;
let into: string;
let printed: string[];
let onProgress: (done: number) => void;
let childId: ChildId;

beforeEach(async () => {
  printed = [];
  onProgress = () => {};
  into = await mkdtemp(join(tmpdir(), 'lano-pack-'));
  temp = await tempEngagement({
    outside: {
      chooseFolder: async () => into,
      printPdf: async (html) => {
        printed.push(html);
        return makePdf({ pages: [['Index']] });
      },
      progress: (_, done) => onProgress(done),
    },
  });
  ctx = temp.ctx;
  childId = addChild(ctx, aChild()).id;
});
afterEach(async () => {
  await temp.close();
  await rm(into, { recursive: true, force: true });
});

const consent = (id: ChildId = childId, state: 'given' | 'refused' | 'withdrawn' = 'given') =>
  recordConsent(ctx, { childId: id, party: 'parent', state, recordedBy: 'By phone', note: '', at: null });

const add = (name: string, content: Uint8Array | string, targets: readonly LinkTarget[] = [{ childId }]) =>
  addFile(ctx, join(temp.folder, 'outside'), { [name]: content }, targets);
const addAll = (files: Files) => addFiles(ctx, join(temp.folder, 'outside'), files, [{ childId }]);

/** Everything on the checklist but what is received does not apply, so that nothing is missing. */
function nothingMissing(): void {
  for (const item of itemsOf(ctx, childId)) {
    if (item.state !== 'received')
      saveChecklistItem(ctx, { ...item, state: 'not-applicable', reason: 'Not needed here.' });
  }
}

const addPerson = (name: string, sector: 'health' | 'family') =>
  savePerson(ctx, {
    ...{ id: null, name, side: 'partnership', role: '', discipline: '', strandId: null, organisation: '' },
    ...{ sector, email: '', phone: '', availability: '', notes: '' },
  });

const preview = (leaveOut: readonly string[] = []) =>
  previewPack(ctx, { ...plainPack({ childId }), leaveOut: [...leaveOut] });
const make = (over: Partial<Parameters<typeof exportPack>[1]> = {}) =>
  exportPack(ctx, { ...plainPack({ childId }), recipient: 'Helen Whitcombe', reason: '', ...over });
const itemAt = (position: number): LinkTarget => ({
  checklistItemId: itemsOf(ctx, childId)[position]?.id as never,
});

describe('previewPack', () => {
  it('lists what is tied to the child in the order of the checklist, under neutral names', async () => {
    consent();
    await addAll({ 'Zebra.txt': 'z', 'Tarrow Jaden apple.txt': 'a' });
    await add('Late.txt', 'l', [itemAt(5)]);
    await add('Early.txt', 'e', [itemAt(2), { childId }]);
    await add('Not his.txt', 'n', []);

    const { subject, documents } = await preview();

    const [early, late] = [itemsOf(ctx, childId)[2]?.title, itemsOf(ctx, childId)[5]?.title];
    expect(subject).toBe('Child A');
    expect(documents.map(({ title, neutralName }) => [title, neutralName])).toEqual([
      ['Early', `001 ${early?.replace(/:/g, '')}.txt`],
      ['Late', `002 ${late?.replace(/:/g, '')}.txt`],
      ['Child A apple', '003 apple.txt'],
      ['Zebra', '004 Zebra.txt'],
    ]);
  });

  it('stops without consent, with a refusal, and with nothing to export', async () => {
    expect((await preview()).stops).toEqual([
      {
        what: 'Consent for Child A is not given',
        where: 'Nobody has given it yet. Record the answer on the child’s page.',
        evidenceId: null,
      },
      { what: 'There is no document to put in', where: 'Attach evidence first.', evidenceId: null },
    ]);
    const id = await add('a.txt', 'a');
    consent();
    expect((await preview()).stops).toEqual([]);
    expect((await preview([id])).stops.map((stop) => stop.what)).toEqual(['Every document is left out']);

    consent(childId, 'refused');
    expect((await preview()).stops.map((stop) => stop.where)).toEqual([
      'The parent or carer has refused it.',
    ]);
  });

  it('stops on a document that names another tracked child, and says where; left out, it stops nothing', async () => {
    consent();
    addChild(ctx, aChild({ forename: 'Sofia', surname: 'Marchbanks', dateOfBirth: '2010-11-09' }));
    await add(
      'plan.pdf',
      await makePdf({ pages: [['Words'], ['He sat with Sofia', 'Marchbanks. SOFIA MARCHBANKS left.']] }),
    );
    const id = await add(
      'review.docx',
      await makeDocx({ paragraphs: ['Nothing'], author: 'Sofia Marchbanks' }),
    );
    await add('good.txt', 'He came on 9/11/2010.');

    const { documents, stops, cautions } = await preview();

    expect(documents.map(({ title, namesOthers }) => [title, namesOthers])).toEqual([
      ['good', []],
      ['plan', ['B']],
      ['review', ['B']],
    ]);
    expect(stops.map(({ what, where }) => [what, where])).toEqual([
      [
        'Document 002 names Child B',
        '“plan”: name on page 2, twice. Leave it out, or ask for a copy without.',
      ],
      [
        'Document 003 names Child B',
        '“review”: name in its properties or notes. Leave it out, or ask for a copy without.',
      ],
    ]);
    expect(cautions.map(({ what, where }) => `${what}: ${where}`)).toContain(
      'Document 001 may point at Child B: “good”: date of birth in its text.',
    );
    const without = await preview([id]);
    expect(without.stops).toHaveLength(1);
    expect(without.documents.map(({ number }) => number)).toEqual([1, 2, null]);
    expect(without.missing.at(-1)).toBe('1 document is left out of this pack.');
  });

  it('checks again when a child is tracked whose name was there all along', async () => {
    consent();
    await add('plan.txt', 'He sat with Sofia Marchbanks.');
    expect((await preview()).stops).toEqual([]);

    addChild(ctx, aChild({ forename: 'Sofia', surname: 'Marchbanks' }));

    expect((await preview()).stops).toHaveLength(1);
  });

  it('does not take a practitioner for a child of the same surname', async () => {
    consent();
    addChild(ctx, aChild({ forename: 'Sofia', surname: 'Marchbanks' }));
    addPerson('Petra Marchbanks', 'health');
    await add('advice.txt', 'Petra Marchbanks wrote this. Dr Marchbanks will come again.');
    expect((await preview()).stops).toEqual([]);
    expect((await preview()).cautions.map(({ what }) => what)).toContain('Document 001 may point at Child B');
  });

  it('cautions about the NHS number of somebody who is not tracked, and not about the child’s own', async () => {
    const own = addChild(ctx, aChild({ forename: 'Lottie', surname: 'Wainfleet', nhsNumber: '9991005498' }));
    consent(own.id);
    await add('report.txt', 'NHS number 999 100 5498. Her brother: 999-100-2758.', [{ childId: own.id }]);

    const { cautions } = await previewPack(ctx, plainPack({ childId: own.id }));
    const about = cautions.filter(({ what }) => what.includes('NHS number'));
    expect(about.map(({ what }) => what)).toEqual(['Document 001 holds the NHS number of somebody else']);
    expect(JSON.stringify(about)).not.toContain('2758');
  });

  it('takes the name of a known parent for a sign of the child', async () => {
    consent();
    addChild(ctx, aChild({ forename: 'Sofia', surname: 'Marchbanks' }));
    addPerson('Ines Marchbanks', 'family');
    await add('letter.txt', 'I write as a parent, Ines Marchbanks.');

    expect((await preview()).stops.map(({ what }) => what)).toEqual(['Document 001 names Child B']);
  });

  it('still looks for the name of a child that was removed, and calls it by its code in titles', async () => {
    consent();
    const other = addChild(ctx, aChild({ forename: 'Sofia', surname: 'Quillon' })).id;
    await add('Panel with Sofia Quillon.txt', 'The panel heard of Sofia Quillon as well.');
    removeChild(ctx, { id: other });

    expect(readEvidence(ctx).items.map(({ title }) => title)).toEqual(['Panel with Child B']);
    expect((await preview()).stops.map(({ what }) => what)).toEqual(['Document 001 names Child B']);
    expect(addChild(ctx, aChild({ forename: 'Luca' })) && readChildren(ctx).children.at(-1)?.code).toBe('C');
  });

  it('takes a child that was removed and added anew for one', async () => {
    consent();
    await add('Panel.txt', `The panel heard of ${aChild().forename} ${aChild().surname}.`);
    removeChild(ctx, { id: childId });
    childId = addChild(ctx, aChild()).id;
    consent();
    const [item] = listRows(ctx.db, evidenceItems);
    if (item) linkEvidence(ctx, { id: item.id, target: { childId } });

    expect((await preview()).stops).toEqual([]);
  });

  it('cautions about a document that is called after another child, or is in another child’s file', async () => {
    consent();
    const other = addChild(ctx, aChild({ forename: 'Sofia', surname: 'Marchbanks' })).id;
    await add('a Sofia Marchbanks.txt', 'Nothing');
    await add('b.txt', 'Nothing else', [{ childId }, { childId: other }]);

    const { cautions, documents } = await preview();

    expect(documents.map(({ title, neutralName }) => [title, neutralName])).toEqual([
      ['a Child B', '001 a.txt'],
      ['b', '002 b.txt'],
    ]);
    expect(cautions.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        'Document 001 is called after Child B',
        'Document 002 is in the file of Child B',
      ]),
    );
  });

  it('cautions about what is missing, what could not be read, and what files hide', async () => {
    consent();
    await add('scan.pdf', await makeScan(2));
    await add('notes.docx', await makeDocx({ author: 'Ann Bell' }));
    const [first] = itemsOf(ctx, childId);
    if (first) saveChecklistItem(ctx, { ...first, state: 'received' });

    const { missing, cautions, passed } = await preview();

    const count = itemsOf(ctx, childId).length;
    expect(missing).toHaveLength(count);
    expect(missing[0]).toMatch(/^“.+” is missing; it is due \w+day \d+ \w+ 2026\.$/);
    expect(missing.at(-1)).toBe('1 item is held, but not as a document.');
    expect(cautions.map(({ what }) => what)).toEqual([
      `${count - 1} of ${count} on the checklist are not here`,
      '1 document is not fully read',
      'Document 001 has hidden data',
    ]);
    expect(passed).toEqual([
      'Consent is given',
      'Nobody else is named',
      'No drafts or notes for ourselves',
      'Nothing internal or restricted',
      'File names are neutral',
      'No feedback goes in',
      'Marking on the index',
    ]);
  });
});

describe('exportPack', () => {
  it('writes a bag whose every hash is true, with the very bytes, and an index for the reader', async () => {
    consent();
    const pdf = await makePdf({ pages: [['Plan']] });
    await add('Jaden Tarrow plan.pdf', pdf, [itemAt(0)]);
    await add('views.txt', 'His views');
    nothingMissing();
    logFeedback(ctx, { ...aFeedback, childId, text: 'Embargoed words' });

    const made = await make();

    expect(made).toMatchObject({ folderName: 'Child A pack 2026-11-24', documents: 2 });
    expect((await readdir(into)).toSorted()).toEqual([
      'Child A pack 2026-11-24',
      'Child A pack 2026-11-24.zip',
    ]);
    const folder = join(into, 'Child A pack 2026-11-24');
    const names = (await readdir(join(folder, 'data'))).toSorted();
    expect(names).toEqual(['000 Index.pdf', `001 ${itemsOf(ctx, childId)[0]?.title}.pdf`, '002 views.txt']);
    expect(await readFile(join(folder, 'data', names[1] ?? ''))).toEqual(Buffer.from(pdf));

    // As another program would check it: each line a hash, two spaces and a path, and no file besides.
    const manifest = await readFile(join(folder, 'manifest-sha256.txt'), 'utf8');
    const lines = manifest
      .trimEnd()
      .split('\n')
      .map((line) => [line.slice(0, 64), line.slice(66)] as const);
    for (const [hash, path] of lines) expect(sha256(await readFile(join(folder, path)))).toBe(hash);
    expect(lines.map(([, path]) => path)).toEqual(names.map((name) => `data/${name}`));
    expect(made?.manifestSha256).toBe(sha256(Buffer.from(manifest)));
    const tags = await readFile(join(folder, 'tagmanifest-sha256.txt'), 'utf8');
    for (const name of ['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt']) {
      expect(tags).toContain(`${sha256(await readFile(join(folder, name)))}  ${name}\n`);
    }
    const sizes = await Promise.all(
      names.map(async (name) => (await readFile(join(folder, 'data', name))).length),
    );
    expect(await readFile(join(folder, 'bag-info.txt'), 'utf8')).toContain(
      `Payload-Oxum: ${sizes.reduce((a, b) => a + b)}.3\n`,
    );

    expect(printed[0]).toContain(sha256(pdf));
    expect(printed[0]).toMatch(/Helen Whitcombe[\s\S]*does not apply: Not needed here\./);
    expect(printed.join()).not.toMatch(/Tarrow|Jaden|Embargoed/);
  });

  it('seals the same in a zip whose one readable name is neutral, under a passphrase that is kept nowhere', async () => {
    consent();
    await add('views.txt', 'His views');
    nothingMissing();

    const made = await make();

    const bytes = new Uint8Array(await readFile(join(into, 'Child A pack 2026-11-24.zip')));
    const outer = await new ZipReader(new Uint8ArrayReader(bytes)).getEntries();
    expect(outer.map((entry: Entry) => [entry.filename, entry.encrypted, entry.zipCrypto])).toEqual([
      ['pack.zip', true, false],
    ]);
    expect(Buffer.from(bytes).includes('views')).toBe(false);
    await expect(readZip(bytes, 'wrong')).rejects.toThrow();
    const [inner] = [...(await readZip(bytes, made?.zipPassphrase)).values()];
    const files = await readZip(inner ?? new Uint8Array());
    expect([...files.keys()].toSorted()).toEqual(
      [
        'Cover sheet.pdf',
        'bag-info.txt',
        'bagit.txt',
        'data/000 Index.pdf',
        'data/001 views.txt',
        'manifest-sha256.txt',
        'tagmanifest-sha256.txt',
      ].map((name) => `Child A pack 2026-11-24/${name}`),
    );
    expect(Buffer.from(files.get('Child A pack 2026-11-24/data/001 views.txt') ?? []).toString()).toBe(
      'His views',
    );
    expect(made?.zipPassphrase).toMatch(/^([a-z2-9]{4}-){5}[a-z2-9]{4}$/);
    expect(JSON.stringify([listRows(ctx.db, packExports), readHistory(ctx)])).not.toContain(
      made?.zipPassphrase,
    );
  });

  it('is logged with its hash, and is not undone', async () => {
    consent();
    await add('views.txt', 'His views');
    nothingMissing();
    const undoable = readHistory(ctx).undo;

    const made = await make();

    expect(readPacks(ctx).exports).toMatchObject([
      {
        subject: 'Child A',
        recipient: 'Helen Whitcombe',
        documents: 1,
        manifestSha256: made?.manifestSha256,
      },
    ]);
    expect(readHistory(ctx).recent[0]?.summary).toBe('Made a pack for Child A');
    expect(readHistory(ctx).undo).toEqual(undoable);
    undoLast(ctx);
    expect(readPacks(ctx).exports).toHaveLength(1);
  });

  it('refuses as the preview warns, and writes nothing', async () => {
    await add('a.txt', 'a');
    expect(await codeOf(() => make())).toBe('pack/consent-missing');
    consent();
    expect(await codeOf(() => make())).toBe('input/invalid');
    expect(
      await codeOf(() =>
        make({ leaveOut: listRows(ctx.db, evidenceItems).map(({ id }) => id), reason: 'x' }),
      ),
    ).toBe('pack/nothing-to-export');
    addChild(ctx, aChild({ forename: 'Sofia', surname: 'Marchbanks' }));
    await add('b.txt', 'Sofia Marchbanks');
    expect(await codeOf(() => make({ reason: 'They wait for it' }))).toBe('pack/names-another-child');

    expect([await readdir(into), listRows(ctx.db, packExports)]).toEqual([[], []]);
  });

  it('takes a reason where something is lacking, and keeps it', async () => {
    consent();
    await add('a.txt', 'a');

    expect(await make({ reason: 'Asked for today' })).not.toBeNull();

    expect(readPacks(ctx).exports[0]?.reason).toBe('Asked for today');
    expect(printed[0]).toContain('is missing; it is due');
  });

  it('calls the child’s own family by name to them alone, and no other child to anybody', async () => {
    consent();
    addChild(ctx, aChild({ forename: 'Sofia', surname: 'Marchbanks' }));
    await add('a.txt', 'a');

    await make({ recipient: 'Ms Tarrow', reason: 'Sofia Marchbanks and Jaden Tarrow wait' });

    expect(printed[0]).toContain('Ms Tarrow');
    expect(printed[0]).toContain('Child B and Child A wait');
    expect(readPacks(ctx).exports[0]).toMatchObject({
      recipient: 'Ms Child A',
      reason: 'Child B and Child A wait',
    });
  });

  it('goes by how things are when the folder has been chosen, not when the dialog opened', async () => {
    consent();
    await add('a.txt', 'a');
    const chooseFolder = async () => {
      consent(childId, 'refused');
      return into;
    };
    ctx = { ...ctx, outside: { ...ctx.outside, chooseFolder } };

    expect(await codeOf(() => make({ reason: 'x' }))).toBe('pack/consent-missing');
    expect(await readdir(into)).toEqual([]);
  });

  it('leaves no pack that is not in the log', async () => {
    consent();
    await add('a.txt', 'a');
    ctx = {
      ...ctx,
      newId: () => {
        throw new AppError('disk/full');
      },
    };

    expect(await codeOf(() => make({ reason: 'x' }))).toBe('disk/full');
    expect(await readdir(into)).toEqual([]);
  });

  it('is called unfinished until it is whole', async () => {
    consent();
    await add('a.txt', Buffer.alloc(1024 * 1024, 'a'));
    const seen = new Set<string>();
    onProgress = () => {
      for (const name of readdirSync(into)) seen.add(name);
    };

    await make({ reason: 'x' });

    expect([...seen].toSorted()).toEqual([
      'Child A pack 2026-11-24 (unfinished)',
      'Child A pack 2026-11-24 (unfinished).zip',
    ]);
  });

  it('does nothing when the dialog is closed', async () => {
    consent();
    await add('a.txt', 'a');
    ctx = { ...ctx, outside: { ...ctx.outside, chooseFolder: async () => null } };

    expect(await make({ reason: 'x' })).toBeNull();
  });

  it('never writes into a folder that is there', async () => {
    consent();
    await add('a.txt', 'a');

    await make({ reason: 'x' });
    const second = await make({ reason: 'x' });

    expect(second?.folderName).toBe('Child A pack 2026-11-24 (2)');
  });

  it('leaves nothing when it is stopped half way, or when it cannot write', async () => {
    consent();
    await add('a.txt', Buffer.alloc(3 * 1024 * 1024, 'a'));
    onProgress = (done) => {
      if (done > 1024 * 1024) throw new AppError('evidence/cancelled');
    };
    expect(await codeOf(() => make({ reason: 'x' }))).toBe('evidence/cancelled');
    expect(await readdir(into)).toEqual([]);

    onProgress = () => {};
    ctx = { ...ctx, outside: { ...ctx.outside, chooseFolder: async () => join(temp.path, 'not-a-folder') } };
    expect(await codeOf(() => make({ reason: 'x' }))).toBe('disk/cannot-write');
    expect(listRows(ctx.db, packExports)).toEqual([]);
  });

  it('stops when the engagement is locked meanwhile, and leaves nothing', async () => {
    consent();
    await add('a.txt', Buffer.alloc(1024 * 1024, 'a'));
    onProgress = (done) => {
      if (done > 0) ctx.db.close();
    };

    expect(await codeOf(() => make({ reason: 'x' }))).toBe('vault/locked');
    expect(await readdir(into)).toEqual([]);
  });

  it('gives out nothing that is damaged in the file', async () => {
    consent();
    await add('a.txt', 'a');
    ctx.db.prepare('UPDATE evidence_chunks SET bytes = ?').run(Buffer.from('b'));

    expect(await codeOf(() => make({ reason: 'x' }))).toBe('vault/damaged');
    expect(await readdir(into)).toEqual([]);
  });

  it('makes a pack for a line of enquiry, unless a document names any child', async () => {
    const [criterion] = listRows(ctx.db, criteria);
    const criterionId = criterion?.id as never;
    await add('statement.txt', 'The position statement', [{ criterionId }]);
    const named = await add('case.txt', 'Jaden Tarrow waited', [{ criterionId }]);
    await add('data.txt', 'Waiting times', [{ criterionId }, { childId }]);
    const choice = plainPack({ criterionId });

    const { stops, cautions } = await previewPack(ctx, choice);

    expect(stops.map(({ what }) => what)).toEqual(['Document 001 names Child A']);
    expect(cautions.map(({ what }) => what)).toEqual(['Document 002 is in the file of Child A']);
    const made = await exportPack(ctx, {
      ...choice,
      leaveOut: [named],
      recipient: '',
      reason: 'Numbers only',
    });
    expect(made).toMatchObject({ documents: 2 });
    expect(readPacks(ctx).exports[0]).toMatchObject({ criterionId: criterion?.id, childId: null });
  });

  it('stops every kind of pack in which a document of a child goes whose consent was withdrawn', async () => {
    const [criterion] = listRows(ctx.db, criteria);
    const criterionId = criterion?.id as never;
    const request = saveRequest(ctx, {
      ...{ id: null, title: 'Waiting times', wording: '', group: '', askedBy: '', askedAt: null },
      ...{ ownerSector: null, ownerId: null, dueOn: null, dueAt: null, dueHours: null, meetingId: null },
      ...{ remindOn: null, state: 'not-started' },
    });
    consent();
    const id = await add('data.txt', 'Waiting times', [
      { childId },
      { criterionId },
      { requestId: request.id },
    ]);
    const subjects = [{ childId }, { criterionId }, { requestId: request.id }, { whole: true }] as const;
    const stopsOf = (leaveOut: readonly string[] = []) =>
      Promise.all(
        subjects.map(async (subject) => {
          const { stops } = await previewPack(ctx, {
            ...plainPack(subject),
            leaveOut: [...leaveOut] as never,
          });
          return stops.map(({ what }) => what);
        }),
      );
    expect(await stopsOf()).toEqual([[], [], [], []]);

    consent(childId, 'withdrawn');

    expect(await stopsOf()).toEqual([
      ['Consent for Child A is not given'],
      ['Consent for Child A is refused or withdrawn'],
      ['Consent for Child A is refused or withdrawn'],
      ['Consent for Child A is not given'],
    ]);
    expect(await stopsOf([id])).toEqual([
      ['Consent for Child A is not given', 'Every document is left out'],
      ...[['Every document is left out'], ['Every document is left out'], ['Every document is left out']],
    ]);
  });

  it('gives back the same bytes for a large document, without it ever being whole in memory', async () => {
    consent();
    const id = await add('large.txt', Buffer.alloc(24 * 1024 * 1024, 'Words and more words. '));

    const made = await make({ reason: 'x' });

    const item = listRows(ctx.db, evidenceItems).find((one) => one.id === id);
    const [inner] = [
      ...(
        await readZip(
          new Uint8Array(await readFile(join(into, `${made?.folderName}.zip`))),
          made?.zipPassphrase,
        )
      ).values(),
    ];
    const files = await readZip(inner ?? new Uint8Array());
    expect(sha256(files.get(`${made?.folderName}/data/001 large.txt`) ?? new Uint8Array())).toBe(
      sha256(readBytes(ctx.db, item?.sha256 ?? '')),
    );
  });
});
