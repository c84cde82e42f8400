import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../../main/services/context.ts';
import { removeEvidence } from '../../main/services/evidence/evidence.ts';
import { exportPlan } from '../../main/services/plan/export-plan.ts';
import { readPlan, removeAction, saveAction, saveFinding } from '../../main/services/plan/plan.ts';
import {
  carryFindingsForward,
  removeReview,
  saveFindingProgress,
  saveReview,
} from '../../main/services/plan/reviews.ts';
import { undoLast } from '../../main/services/undo.ts';
import type { Finding, PlanAction } from '../../shared/domain/plan.ts';
import type { Review } from '../../shared/domain/review.ts';
import type { PlanShown } from '../../shared/ipc/plan.ts';
import { addFile } from '../support/add-files.ts';
import { failureOf } from '../support/failure-of.ts';
import { aFinding, anAction } from '../support/plan-builders.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';
import { addedPerson } from '../support/timetable-builders.ts';

let temp: TempEngagement;
let ctx: Context;

beforeEach(async () => {
  temp = await tempEngagement({ frameworkId: 'blank' });
  ctx = temp.ctx;
});
afterEach(() => temp.close());

const aReview: Omit<Review, 'id'> & { readonly id: null } = {
  ...{ id: null, kind: 'peer-challenge', title: 'Peer challenge, 2024', by: 'LGA', from: '2024-03-05' },
  ...{ to: '2024-03-08', outcome: '', documentId: null, revisitOn: null, revisitResult: '', benchmark: '' },
};

function addReview(): Review {
  saveReview(ctx, aReview);
  const [review] = readPlan(ctx).reviews;
  if (!review) throw new Error('The review was not added');
  return review;
}

function addFinding(own: Partial<Finding>): Finding {
  saveFinding(ctx, { ...aFinding(own), id: null });
  const finding = readPlan(ctx).findings.find(({ text }) => text === own.text);
  if (!finding) throw new Error('The finding was not added');
  return finding;
}

function addAction(own: Partial<PlanAction>, report = ''): PlanAction {
  saveAction(ctx, { ...anAction(own), id: null, report });
  const action = readPlan(ctx).actions.find(({ title }) => title === own.title);
  if (!action) throw new Error('The action was not added');
  return action;
}

async function printed(
  what: 'improvement' | 'findings' | 'practice',
  show: PlanShown = 'all',
): Promise<string> {
  const path = join(temp.folder, `${what}.docx`);
  const outside = { ...ctx.outside, chooseSavePath: async () => path };
  await exportPlan({ ...ctx, outside }, { what, show, boardId: null, format: 'docx' });
  return (await mammoth.extractRawText({ buffer: await readFile(path) })).value;
}

describe('earlier inspections and reviews', () => {
  it('carry what nothing answers into the preparation plan, once, and undo it in one step', () => {
    const { id: reviewId } = addReview();
    addFinding({ text: 'Share one table of waits', reviewId });
    addFinding({ text: 'Warm welcome', reviewId, kind: 'strength' });
    addFinding({ text: 'Settled', reviewId, isResolved: true });
    addFinding({ text: 'Of this week', reviewId: null });

    expect(carryFindingsForward(ctx)).toEqual({ added: 1 });
    expect(readPlan(ctx).actions).toMatchObject([
      {
        plan: 'preparation',
        reference: 'P1',
        area: 'Peer challenge, 2024',
        title: 'Show progress: Share one table of waits',
      },
    ]);
    expect(carryFindingsForward(ctx)).toEqual({ added: 0 });
    undoLast(ctx);
    expect(readPlan(ctx).actions).toEqual([]);
  });

  it('keep their outcome, what was said on coming back, and how others fared', () => {
    const said = {
      ...{ outcome: 'A written statement was needed', benchmark: 'So had 6 of 10 areas in the region' },
      ...{ revisitOn: '2025-05-12' as const, revisitResult: 'Three of four weaknesses are put right' },
    };
    saveReview(ctx, { ...addReview(), ...said });

    expect(readPlan(ctx).reviews).toMatchObject([said]);
  });

  it('stay while a finding is from them, and refuse to end before they begin', () => {
    const review = addReview();
    addFinding({ text: 'Share one table of waits', reviewId: review.id });

    expect(failureOf(() => removeReview(ctx, review))).toMatchObject({ code: 'record/in-use' });
    expect(failureOf(() => saveReview(ctx, { ...review, to: '2024-03-01' }))).toMatchObject({
      code: 'input/invalid',
    });
    expect(readPlan(ctx).reviews).toEqual([review]);
  });

  it('share practice with other councils alone, naming nobody', async () => {
    addedPerson(ctx, { name: 'Zebedee Marrowfat', role: 'Head of SEND' });
    const practice = { kind: 'practice-to-share', reviewId: null } as const;
    addFinding({ ...practice, text: 'Zebedee Marrowfat meets parents each month' });
    addFinding({ ...practice, text: 'PLANTED embargo', isEmbargoed: true });
    addFinding({ text: 'Waits are long', reviewId: null, kind: 'weakness' });

    const words = await printed('practice');
    expect(words).toContain('meets parents each month');
    expect(words).toContain('One line is left out until publication');
    expect(words).not.toMatch(/PLANTED|Marrowfat|Waits are long/);
  });

  it('print with progress by date, and without what is under embargo', async () => {
    const { id: reviewId } = addReview();
    const { id: findingId } = addFinding({ text: 'Share one table of waits', reviewId });
    saveFindingProgress(ctx, {
      id: null,
      findingId,
      on: '2026-05-08',
      text: 'The table is out',
      documentId: null,
    });
    addFinding({ text: 'PLANTED embargoed', isEmbargoed: true });

    const words = await printed('findings');
    expect(words).toContain('Friday 8 May 2026: The table is out');
    expect(words).toContain('Peer challenge, 2024');
    expect(words).toContain('One line is left out until publication');
    expect(words).not.toContain('PLANTED');
  });

  it('keep the progress on each with the document that shows it, which stays when the document goes', async () => {
    const { id: findingId } = addFinding({ text: 'Share one table of waits' });
    const documentId = await addFile(ctx, join(temp.folder, 'outside'), { 'Table.txt': 'Waits' }, []);
    const noted = { findingId, on: '2026-05-08', text: 'The table is out', documentId };

    saveFindingProgress(ctx, { id: null, ...noted });
    expect(readPlan(ctx).findingProgress).toEqual([{ id: expect.any(String), ...noted }]);
    removeEvidence(ctx, { id: documentId });
    expect(readPlan(ctx).findingProgress.map(({ text }) => text)).toEqual(['The table is out']);
  });
});

describe('an action plan for a board', () => {
  it('has a reference for each action that nobody changes', () => {
    const first = addAction({ title: 'First' });
    const second = addAction({ title: 'Second' });
    expect([first.reference, second.reference]).toEqual(['A1', 'A2']);

    saveAction(ctx, { ...second, reference: 'Z9', report: '' });
    removeAction(ctx, first);
    expect(addAction({ title: 'Third' }).reference).toBe('A3');
    expect(
      readPlan(ctx)
        .actions.map(({ reference }) => reference)
        .sort(),
    ).toEqual(['A2', 'A3']);
  });

  it('links two actions both ways, and unlinks them from either side', () => {
    const first = addAction({ title: 'First' });
    const second = addAction({ title: 'Second', linkedIds: [first.id] });
    const linksOf = (id: string) => readPlan(ctx).actions.find((one) => one.id === id)?.linkedIds;
    expect(linksOf(first.id)).toEqual([second.id]);

    saveAction(ctx, { ...first, linkedIds: [], report: '' });
    expect(linksOf(second.id)).toEqual([]);
  });

  it('leaves out internal notes, and actions that answer what is under embargo', async () => {
    const { id: findingId } = addFinding({ text: 'Secret', isEmbargoed: true });
    const first = addAction({ title: 'First', internalNotes: 'PLANTED internal' });
    addAction({ title: 'PLANTED answer', findingId });
    addAction({ title: 'Second', linkedIds: [first.id], dependsOnId: first.id });

    const words = await printed('improvement');
    expect(words).toContain('With A1; after A1');
    expect(words).toContain('One line is left out until publication');
    expect(words).not.toContain('PLANTED');
  });

  it('shows what moved in two weeks, and which way', async () => {
    const action = addAction({ title: 'Advice in six weeks', rating: 'red' });
    const early = { ...ctx, clock: () => '2026-10-01T09:00:00.000Z' };
    saveAction(early, { ...action, report: 'Late again' });
    saveAction(ctx, { ...action, rating: 'amber', report: 'Two services caught up' });
    addAction({ title: 'Over and done', state: 'done' });

    const words = await printed('improvement', 'fortnight');
    expect(words).toContain('Tuesday 24 November 2026: Two services caught up');
    expect(words).toContain('Better than before (red)');
    expect(words).not.toMatch(/Late again|Over and done/);
    expect(await printed('improvement', 'term')).toContain('Late again');
  });
});
