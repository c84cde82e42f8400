import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listRows } from '../../main/db/table.ts';
import { checklistItems, meetings, packExports } from '../../main/db/tables.ts';
import { addChild } from '../../main/services/add-child.ts';
import { gatherFile } from '../../main/services/child/gather.ts';
import { saveProfile } from '../../main/services/child/profile.ts';
import { addChronology, saveAuditFinding } from '../../main/services/child/story.ts';
import { recordConsent } from '../../main/services/child-file.ts';
import { readChild, removeChild } from '../../main/services/children.ts';
import type { Context } from '../../main/services/context.ts';
import { addEvidence } from '../../main/services/evidence/add-evidence.ts';
import { moveMeeting } from '../../main/services/timetable.ts';
import { readHistory, undoLast } from '../../main/services/undo.ts';
import type { ChildId } from '../../shared/domain/ids.ts';
import { aChild } from '../support/child-builders.ts';
import { makePdf } from '../support/make-documents.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';

let temp: TempEngagement;
let ctx: Context;
let folder: string;
let chosen: string[] = [];
let printed: string[] = [];
let id: ChildId;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lano-papers-'));
  printed = [];
  temp = await tempEngagement({
    outside: {
      chooseFiles: async () => chosen,
      chooseFolder: async () => folder,
      chooseSavePath: async (_, name) => join(folder, name),
      printPdf: async (html) => {
        printed.push(html);
        return new TextEncoder().encode('%PDF-1.7 printed');
      },
    },
  });
  ctx = temp.ctx;
  ({ id } = addChild(ctx, aChild()));
});
afterEach(async () => {
  await temp.close();
  await rm(folder, { recursive: true, force: true });
});

const step = { recordedBy: 'DW, by phone', note: '', at: null } as const;

async function aDocument(name: string, words: string, targets: Parameters<typeof addEvidence>[1]['targets']) {
  const path = join(folder, name);
  await writeFile(path, await makePdf({ pages: [[words]] }));
  chosen = [path];
  await addEvidence(ctx, { targets });
  await rm(path);
}

describe('recordConsent', () => {
  it('puts the meetings to come into the tray when consent is withdrawn, as one step with a record', async () => {
    recordConsent(ctx, { ...step, childId: id, party: 'parent', state: 'given' });
    const [own] = listRows(ctx.db, meetings, { childId: id });
    if (!own) throw new Error('the framework gives each child a meeting');
    moveMeeting(ctx, {
      ...{ id: own.id, version: own.version, day: '2026-11-26', start: 600 },
      overrideReason: 'for the test',
    } as never);

    await aDocument('plan.pdf', 'Her plan.', [{ childId: id }]);

    recordConsent(ctx, { ...step, childId: id, party: 'parent', state: 'withdrawn', meetings: 'tray' });

    expect(listRows(ctx.db, meetings, { childId: id }).every(({ day }) => day === null)).toBe(true);
    expect(readHistory(ctx).undo?.summary).toBe(
      'Recorded consent, Child A: parent, withdrawn; 1 meeting put in the tray; 1 document stopped',
    );
    undoLast(ctx);
    expect(listRows(ctx.db, meetings, { childId: id }).some(({ day }) => day === '2026-11-26')).toBe(true);
  });
});

describe('addChronology', () => {
  it('merges what several agencies recorded into one order, and leaves out what is there already', () => {
    const entry = { what: 'Referred', source: 'GP letter', sector: 'health', date: '2024-03-12' } as const;
    addChronology(ctx, { childId: id, entries: [entry, { ...entry, date: '2025-01-02' }] });
    const again = addChronology(ctx, {
      childId: id,
      entries: [entry, { ...entry, date: '2024-12-01', source: 'School log' }],
    });

    expect(again).toEqual({ added: 1, left: 1 });
    expect(readChild(ctx, { id }).chronology.map(({ date, source }) => [date, source])).toEqual([
      ['2024-03-12', 'GP letter'],
      ['2024-12-01', 'School log'],
      ['2025-01-02', 'GP letter'],
    ]);
    removeChild(ctx, { id });
    undoLast(ctx);
    expect(readChild(ctx, { id }).chronology).toHaveLength(3);
  });
});

describe('the checklist', () => {
  it('notes when a document came, and forgets it when it goes', async () => {
    const [item] = listRows(ctx.db, checklistItems, { childId: id });
    await aDocument('plan.pdf', 'Plan', [{ checklistItemId: item?.id as never }]);

    expect(listRows(ctx.db, checklistItems, { childId: id })[0]).toMatchObject({
      state: 'received',
      receivedOn: '2026-11-24',
    });
  });
});

describe('saveProfile', () => {
  it('names nobody by code, and the child only where that is asked for', async () => {
    recordConsent(ctx, { ...step, childId: id, party: 'parent', state: 'given', note: '' });
    const finding = { criterionId: null, kind: 'gap', sector: null, ownerId: null, dueOn: null } as const;
    saveAuditFinding(ctx, { ...finding, id: null, childId: id, text: 'Jaden waited a year.', isDone: false });

    await saveProfile(ctx, { id, isNamed: false, format: 'pdf' });
    await saveProfile(ctx, { id, isNamed: true, format: 'pdf' });

    expect(printed[0]).not.toMatch(/Jaden|Tarrow/);
    expect(printed[0]).toContain('Child A waited a year.');
    expect(printed[0]?.indexOf('Parent or carer: given')).toBeLessThan(printed[0]?.indexOf('Gap') ?? 0);
    expect(printed[1]).toContain('Jaden Tarrow (Child A)');
    expect(await readdir(folder)).toEqual(['Child A profile.pdf']);
  });
});

describe('gatherFile', () => {
  it('copies the child’s own documents, lists others that name the child, and leaves a record', async () => {
    await aDocument('own.pdf', 'Jaden Tarrow, annual review', [{ childId: id }]);
    await aDocument('other.pdf', 'Panel of 3 May: Jaden Tarrow was discussed.', []);
    await aDocument('third.pdf', 'Nothing about anybody.', []);

    const gathered = await gatherFile(ctx, { id });

    expect(gathered).toMatchObject({ documents: 1, mentions: 1 });
    const out = join(folder, gathered?.folderName ?? '');
    expect(await readdir(out)).toEqual(['000 List.pdf', '001 own.pdf', 'manifest-sha256.txt']);
    expect(printed[0]).toContain('other, page 1');
    expect(printed[0]).toContain('Jaden Tarrow: everything recorded');
    expect(printed[0]).not.toContain('third');
    expect(await readFile(join(out, 'manifest-sha256.txt'), 'utf8')).toContain('001 own.pdf');
    expect(listRows(ctx.db, packExports)[0]).toMatchObject({ reason: 'Subject access', documents: 1 });
    expect(gathered?.folderName).not.toMatch(/Jaden|Tarrow/);
  });
});
