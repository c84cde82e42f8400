import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listRows } from '../../main/db/table.ts';
import { evaluationVersions } from '../../main/db/tables.ts';
import { addChild } from '../../main/services/add-child.ts';
import type { Context } from '../../main/services/context.ts';
import { readEngagement, removeCriterion } from '../../main/services/engagement.ts';
import { saveIndicator } from '../../main/services/engagement-plan.ts';
import {
  keepVersion,
  readEvaluation,
  saveAssessments,
  saveContribution,
  saveImpact,
} from '../../main/services/evaluation/evaluation.ts';
import { exportEvaluation } from '../../main/services/evaluation/export-evaluation.ts';
import { undoLast } from '../../main/services/undo.ts';
import type { CriterionId } from '../../shared/domain/ids.ts';
import { IsoDate } from '../../shared/domain/time.ts';
import { aChild } from '../support/child-builders.ts';
import { failureOf } from '../support/failure-of.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';

let temp: TempEngagement;
let ctx: Context;

beforeAll(async () => {
  temp = await tempEngagement({ frameworkId: 'area-send-full-inspection' });
  ctx = temp.ctx;
});
afterAll(() => temp.close());

const idOf = (code: string): CriterionId => {
  const criterion = readEngagement(ctx).criteria.find((one) => one.code === code);
  if (!criterion) throw new Error(`No criterion ${code}`);
  return criterion.id;
};

const anAssessment = (patch = {}) => ({
  assessedBy: 'partnership' as const,
  position: 'Needs are found early.',
  achieved: '',
  needed: '',
  dataGaps: '',
  voice: '',
  rating: 'amber' as const,
  ratingReason: 'Waits are long',
  standing: 'development' as const,
  internalNotes: 'PLANTED: do not say this outside',
  ...patch,
});

const say = (...said: readonly ReturnType<typeof anAssessment>[]) =>
  saveAssessments(ctx, { criterionId: idOf('E1'), said: [...said] });

const exported = async (choice: { versionId?: null; assessedBy?: 'health' | null }): Promise<string> => {
  const path = join(temp.folder, 'sef.docx');
  const outside = { ...ctx.outside, chooseSavePath: async () => path };
  await exportEvaluation(
    { ...ctx, outside },
    { versionId: null, assessedBy: null, format: 'docx', ...choice },
  );
  return (await mammoth.extractRawText({ buffer: await readFile(path) })).value;
};

describe('an evaluation', () => {
  it('has nothing to keep or to save at first, and says so', async () => {
    expect(failureOf(() => keepVersion(ctx, { audience: 'Board', note: '' }))).toMatchObject({
      code: 'evaluation/empty',
    });
    await expect(exported({})).rejects.toMatchObject({ code: 'evaluation/empty' });
  });

  it('keeps one assessment for each party under a criterion, and undoes a change', () => {
    say(anAssessment());
    say(anAssessment({ assessedBy: 'health', rating: 'red' }));
    say(anAssessment({ rating: 'green' }));
    expect(
      readEvaluation(ctx)
        .assessments.map(({ rating }) => rating)
        .toSorted(),
    ).toEqual(['green', 'red']);

    undoLast(ctx);
    expect(
      readEvaluation(ctx)
        .assessments.map(({ rating }) => rating)
        .toSorted(),
    ).toEqual(['amber', 'red']);
  });

  it('freezes a version for an audience, which later changes leave alone and which holds no note of ours', () => {
    const { number } = keepVersion(ctx, { audience: 'SEND board', note: 'First' });
    say(anAssessment({ position: 'Changed since.' }));

    const [version] = readEvaluation(ctx).versions;
    expect(version).toMatchObject({ number, audience: 'SEND board' });
    const [kept] = listRows(ctx.db, evaluationVersions);
    expect(kept?.assessments.find((one) => one.assessedBy === 'partnership')?.position).toBe(
      'Needs are found early.',
    );
    expect(JSON.stringify(kept)).not.toContain('PLANTED');
  });

  it('leaves without notes for ourselves and without a child’s name', async () => {
    addChild(ctx, aChild({ forename: 'Maya', surname: 'Kestrel' }));
    say(anAssessment({ achieved: 'Maya Kestrel was seen in six weeks.' }));
    saveImpact(ctx, {
      id: null,
      date: IsoDate.parse('2026-09-01'),
      title: 'Nobody waits',
      group: 'all',
      criterionId: idOf('E1'),
      shownBy: 'As Kestrel shows',
    });

    saveImpact(ctx, {
      ...{ id: null, date: IsoDate.parse('2026-10-01'), title: '19 have a job', group: 'employment' },
      ...{ criterionId: null, shownBy: 'Supported internships' },
    });

    const words = await exported({});
    expect(words).toContain('Child A was seen in six weeks.');
    expect(words).toContain('Nobody waits');
    expect(words).toMatch(/19 have a job\s*Adulthood: higher education and employment/);
    expect(words).not.toMatch(/PLANTED|Kestrel|Maya/);
  });

  it('leaves as one party’s own view', async () => {
    const words = await exported({ assessedBy: 'health' });

    expect(words).toContain('As assessed by: health');
    expect(words).toContain('Red');
    expect(words).not.toContain('Child A was seen');
  });

  it('keeps what members said of it, and what became of each comment', () => {
    const comment = {
      criterionId: idOf('E2'),
      group: 'elected-member',
      saidBy: 'Lead member',
      text: 'Say it plainly.',
    } as const;
    saveContribution(ctx, { ...comment, id: null, state: 'open', reply: '' });
    const id = readEvaluation(ctx).contributions[0]?.id ?? null;

    saveContribution(ctx, { ...comment, id, state: 'taken-in', reply: 'Now in the first paragraph' });

    expect(readEvaluation(ctx).contributions).toMatchObject([
      { ...comment, state: 'taken-in', reply: 'Now in the first paragraph' },
    ]);
  });

  it('keeps a criterion from being removed while anything is said under it', () => {
    say(anAssessment());
    saveContribution(ctx, {
      id: null,
      criterionId: idOf('E2'),
      group: 'elected-member',
      saidBy: 'Lead member',
      text: 'Say it plainly.',
      state: 'open',
      reply: '',
    });

    for (const code of ['E1', 'E2']) {
      expect(failureOf(() => removeCriterion(ctx, { id: idOf(code) }))).toMatchObject({
        code: 'record/in-use',
      });
    }
  });
});

describe('an exported self-evaluation', () => {
  it('says what would show each criterion, and how many of each group contributed without quoting them', async () => {
    const criterionId = idOf('E1');
    const shown = {
      criterionId,
      text: 'Plans in 20 weeks',
      state: 'partly',
      shownBy: 'SEN2 return',
    } as const;
    saveIndicator(ctx, { id: null, ...shown, seeAlso: [idOf('L1')] });
    const comment = { id: null, criterionId, group: 'parent-carer', saidBy: 'Parent', reply: '' } as const;
    saveContribution(ctx, { ...comment, text: 'QUOTED words', state: 'taken-in' });

    const words = await exported({});

    expect(words).toMatch(
      /What would show it[\s\S]*Plans in 20 weeks[\s\S]*Shown in part[\s\S]*SEN2 return\s*See also L1/,
    );
    expect(words).toMatch(/Who contributed[\s\S]*Parent or carer/);
    expect(words).not.toContain('QUOTED');
  });
});
