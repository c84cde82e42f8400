import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import readXlsx from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addChild } from '../../../main/services/add-child.ts';
import type { Context } from '../../../main/services/context.ts';
import { confirmImport, readImport } from '../../../main/services/import/imports.ts';
import { exportWorkbook } from '../../../main/services/plan/export-workbook.ts';
import { readPlan, saveAction, saveFinding } from '../../../main/services/plan/plan.ts';
import { undoLast } from '../../../main/services/undo.ts';
import type { PlanAction } from '../../../shared/domain/plan.ts';
import type { ImportPreview } from '../../../shared/ipc/imports.ts';
import { aChild } from '../../support/child-builders.ts';
import { aFinding, anAction } from '../../support/plan-builders.ts';
import { type TempEngagement, tempEngagement } from '../../support/temp-engagement.ts';
import { addedPerson } from '../../support/timetable-builders.ts';

let temp: TempEngagement;
let ctx: Context;

beforeEach(async () => {
  temp = await tempEngagement({ frameworkId: 'blank' });
  ctx = temp.ctx;
});
afterEach(() => temp.close());

const add = (own: Partial<PlanAction>, report = '') =>
  saveAction(ctx, { ...anAction(own), id: null, report });
const called = (reference: string) => readPlan(ctx).actions.find((one) => one.reference === reference);

async function exported(): Promise<string> {
  const path = join(temp.folder, 'plan.xlsx');
  await exportWorkbook(
    { ...ctx, outside: { ...ctx.outside, chooseSavePath: async () => path } },
    { plan: 'improvement' },
  );
  return path;
}

async function preview(path: string): Promise<ImportPreview> {
  const outside = { ...ctx.outside, chooseFiles: async () => [path] };
  const found = await readImport({ ...ctx, outside }, { target: 'actions' });
  if (!found) throw new Error('A file was chosen');
  return found;
}

async function csv(...lines: readonly string[]): Promise<ImportPreview> {
  const path = join(temp.folder, 'updates.csv');
  await writeFile(path, ['Reference,Action,State,Rating,Report,By when', ...lines].join('\n'));
  return preview(path);
}

const takeAll = ({ token, rows }: ImportPreview) => {
  const good = rows.filter(({ isBad }) => !isBad);
  return confirmImport(ctx, {
    token,
    rows: good.filter(({ duplicateOf }) => duplicateOf === null).map(({ rowNumber }) => rowNumber),
    merge: good.filter(({ duplicateOf }) => duplicateOf !== null).map(({ rowNumber }) => rowNumber),
  });
};

describe('the workbook of an action plan', () => {
  it('goes out by role and code, without internal notes and without what is under embargo', async () => {
    addChild(ctx, aChild({ forename: 'Maya', surname: 'Kestrel' }));
    const lead = addedPerson(ctx, { name: 'Rita Short', role: 'Head of SEND' });
    saveFinding(ctx, { ...aFinding({ text: 'Secret', isEmbargoed: true }), id: null });
    const [secret] = readPlan(ctx).findings;
    add(
      { title: 'Learn from Maya Kestrel’s case', ownerId: lead.id, internalNotes: 'PLANTED internal' },
      'Begun',
    );
    add({ title: 'PLANTED answer', findingId: secret?.id ?? null });
    add({ title: '=1+1' });

    const cells = (await readXlsx(await exported()))
      .flatMap(({ data }) => data)
      .flat()
      .map(String);
    expect(cells).toContain('Learn from Child A’s case');
    expect(cells).toContain('Head of SEND');
    expect(cells).toContain("'=1+1");
    expect(cells.join('\n')).not.toMatch(/PLANTED|Kestrel|Rita/);
  });

  it('comes back unchanged when nobody wrote into it, whatever stood in it', async () => {
    const words = fc.stringMatching(/^[A-Z][a-z ]{3,20}[a-z]$/);
    const state = fc.constantFrom('not-started' as const, 'under-way' as const, 'done' as const);
    const rating = fc.constantFrom('none' as const, 'red' as const, 'green' as const);
    await fc.assert(
      fc.asyncProperty(words, state, rating, async (title, ownState, ownRating) => {
        add({ title, state: ownState, rating: ownRating, dueOn: '2026-12-01' });
        const before = readPlan(ctx);
        takeAll(await preview(await exported()));
        expect(readPlan(ctx)).toEqual(before);
      }),
      { numRuns: 5 },
    );
  });

  it('brings updates to the actions of their references, as one step to undo', async () => {
    add({ title: 'Advice in six weeks', rating: 'red' });
    add({ title: 'One table of waits' });

    const found = await csv(
      'a 1,Advice in six weeks,,Amber,Two services caught up,01/12/2026',
      'A2,,Done,,,',
    );
    expect(found.rows.map(({ notes }) => notes)).toEqual([
      ['Rating: red becomes amber.', 'Due: no day becomes Tuesday 1 December 2026.'],
      ['State: not started becomes done.'],
    ]);
    expect(takeAll(found)).toMatchObject({ added: 0, merged: 2, notes: ['1 report was kept.'] });
    expect(called('A1')).toMatchObject({ rating: 'amber', state: 'under-way', dueOn: '2026-12-01' });
    expect(called('A2')?.state).toBe('done');
    expect(readPlan(ctx).updates).toMatchObject([{ text: 'Two services caught up', rating: 'amber' }]);

    undoLast(ctx);
    expect(called('A1')).toMatchObject({ rating: 'red', state: 'not-started', dueOn: null });
    expect(readPlan(ctx).updates).toEqual([]);
  });

  it('adds a row without a known reference, and keeps the title that is here', async () => {
    add({ title: 'Advice in six weeks' });

    const found = await csv('A1,Something else,,,,', 'A9,A new one,,,,', ',Another,,,,');
    expect(found.rows.map(({ notes }) => notes)).toEqual([
      ['It is called something else here, which stays.'],
      ['No one action has this reference, so it becomes a new one.'],
      [],
    ]);
    takeAll(found);
    expect(
      readPlan(ctx)
        .actions.map(({ reference, title }) => [reference, title])
        .sort(),
    ).toEqual([
      ['A1', 'Advice in six weeks'],
      ['A2', 'A new one'],
      ['A3', 'Another'],
    ]);
  });

  it('says which rows cannot be read, and changes nothing by them', async () => {
    add({ title: 'Advice in six weeks', rating: 'red' });

    const found = await csv('A1,,Sometime,Purple,,', ',,Done,,,');
    const [first, second] = found.rows;
    expect(first?.problems.map(({ reason }) => reason)).toEqual([
      '“Sometime” is none of: Not started, Under way, Done, Stopped.',
      '“Purple” is none of: Not rated, Red, Amber, Green.',
    ]);
    expect(second).toMatchObject({
      isBad: true,
      problems: [{ reason: expect.stringContaining('neither a reference nor an action') }],
    });
    takeAll(found);
    expect(called('A1')).toMatchObject({ rating: 'red', state: 'not-started' });
  });
});
