import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addChild } from '../../main/services/add-child.ts';
import type { Context } from '../../main/services/context.ts';
import { removePerson } from '../../main/services/people.ts';
import { exportPlan } from '../../main/services/plan/export-plan.ts';
import {
  readPlan,
  removeAction,
  removeFinding,
  saveAccuracyPoint,
  saveAction,
  saveFinding,
} from '../../main/services/plan/plan.ts';
import { undoLast } from '../../main/services/undo.ts';
import type { PlanAction } from '../../shared/domain/plan.ts';
import { IsoDate } from '../../shared/domain/time.ts';
import type { PlanShown } from '../../shared/ipc/plan.ts';
import { aChild } from '../support/child-builders.ts';
import { failureOf } from '../support/failure-of.ts';
import { anAction as aPlanAction, aFinding as aPlanFinding } from '../support/plan-builders.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';
import { addedPerson } from '../support/timetable-builders.ts';

let temp: TempEngagement;
let ctx: Context;

beforeAll(async () => {
  temp = await tempEngagement({ frameworkId: 'blank' });
  ctx = temp.ctx;
});
afterAll(() => temp.close());

const anAction = (own: Partial<PlanAction> = {}) => ({
  ...aPlanAction({
    ...{ area: 'Timeliness', partner: 'NHS trust', measure: '68% now' },
    ...{ dueOn: IsoDate.parse('2026-11-20'), ...own },
  }),
  id: own.id ?? null,
  report: '',
});
const aFinding = { ...aPlanFinding({ headings: ['Health', 'Data'] }), id: null };

const called = (title: string): PlanAction => {
  const action = readPlan(ctx).actions.find((one) => one.title === title);
  if (!action) throw new Error(`No action ${title}`);
  return action;
};

const exported = async (
  what: 'improvement' | 'findings' | 'accuracy',
  show: PlanShown = 'all',
): Promise<string> => {
  const path = join(temp.folder, `${what}.docx`);
  const outside = { ...ctx.outside, chooseSavePath: async () => path };
  await exportPlan({ ...ctx, outside }, { what, show, boardId: null, format: 'docx' });
  return (await mammoth.extractRawText({ buffer: await readFile(path) })).value;
};

describe('an action plan', () => {
  it('keeps each report with its rating, and undoes the report and the rating together', () => {
    saveAction(ctx, anAction());
    const before = called('Advice in six weeks');
    saveAction(ctx, { ...before, rating: 'red', report: 'Two services are late' });
    expect(readPlan(ctx).updates.map(({ text }) => text)).toEqual(['Two services are late']);
    expect(called('Advice in six weeks')).toMatchObject({ rating: 'red', state: 'under-way' });

    undoLast(ctx);
    expect(called('Advice in six weeks')).toMatchObject({ rating: 'none', state: 'not-started' });
    expect(readPlan(ctx).updates).toEqual([]);
  });

  it('refuses two actions that would wait for each other', () => {
    saveAction(ctx, anAction({ title: 'Second', dependsOnId: called('Advice in six weeks').id }));
    const first = called('Advice in six weeks');

    expect(
      failureOf(() => saveAction(ctx, { ...first, report: '', dependsOnId: called('Second').id })),
    ).toMatchObject({
      code: 'input/invalid',
    });
    removeAction(ctx, { id: first.id });
    expect(called('Second').dependsOnId).toBeNull();
    undoLast(ctx);
    expect(called('Second').dependsOnId).toBe(first.id);
  });

  it('outlives whoever owned an action', () => {
    const person = addedPerson(ctx, { name: 'Rita Short' });
    saveAction(ctx, anAction({ title: 'Owned', ownerId: person.id }));

    removePerson(ctx, { id: person.id });
    expect(called('Owned').ownerId).toBeNull();
  });

  it('goes to a board whole or by exception, with codes for children', async () => {
    addChild(ctx, aChild({ forename: 'Maya', surname: 'Kestrel' }));
    saveAction(
      ctx,
      anAction({ title: 'Learn from Maya Kestrel’s case', dueOn: null, ownerId: null, state: 'done' }),
    );

    const whole = await exported('improvement');
    expect(whole).toContain('Child A’s case');
    expect(whole).not.toMatch(/Kestrel/);
    const exceptions = await exported('improvement', 'exceptions');
    expect(exceptions).toContain('Overdue');
    expect(exceptions).not.toContain('Child A’s case');
  });
});

describe('findings and accuracy', () => {
  it('shows a finding under each of its headings, and keeps it while an action answers it', async () => {
    saveFinding(ctx, aFinding);
    const [finding] = readPlan(ctx).findings;
    if (!finding) throw new Error('The finding was not added');
    saveAction(ctx, anAction({ title: 'One table', findingId: finding.id }));

    expect((await exported('findings')).match(/Agree one table/g)).toHaveLength(2);
    expect(failureOf(() => removeFinding(ctx, finding))).toMatchObject({ code: 'record/in-use' });
  });

  it('has nothing to save before there is a point of accuracy', async () => {
    await expect(exported('accuracy')).rejects.toMatchObject({ code: 'plan/empty' });
    saveAccuracyPoint(ctx, {
      id: null,
      ...{ paragraph: '12', theySay: 'Half', weSay: 'Two thirds', shownBy: 'SEN2', answer: 'waiting' },
    });

    expect(await exported('accuracy')).toContain('Two thirds');
  });
});
