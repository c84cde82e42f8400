import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../main/db/migrate.ts';
import { migrations } from '../../main/db/migrations/index.ts';
import { listRows } from '../../main/db/table.ts';
import { deadlines, engagements, feedbackEntries } from '../../main/db/tables.ts';
import {
  liftEmbargo,
  readAfter,
  recordOutcome,
  removeHearing,
  removeLesson,
  saveHearing,
  saveLesson,
} from '../../main/services/after/after.ts';
import { exportFinalFeedback } from '../../main/services/after/final-feedback.ts';
import type { Context } from '../../main/services/context.ts';
import { readEngagement, removeCriterion, saveCriterion } from '../../main/services/engagement.ts';
import {
  recordEvent,
  removeIndicator,
  saveDeadline,
  saveIndicator,
} from '../../main/services/engagement-plan.ts';
import { logFeedback, readFeedback } from '../../main/services/feedback.ts';
import { undoLast } from '../../main/services/undo.ts';
import type { RowId } from '../../shared/domain/ids.ts';
import { IsoDate } from '../../shared/domain/time.ts';
import { aFeedback } from '../support/child-builders.ts';
import { failureOf } from '../support/failure-of.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';

let temp: TempEngagement;
let ctx: Context;
beforeAll(async () => {
  temp = await tempEngagement();
  ctx = temp.ctx;
});
afterAll(() => temp.close());

const friday = IsoDate.parse('2026-11-27');
const forum = { id: null, audience: 'Parent Carer Forum', on: friday, present: ['Chair'], note: '' };
const hearingTo = (audience: string): RowId => {
  const found = readAfter(ctx).hearings.find((one) => one.audience === audience);
  if (!found) throw new Error(`Nobody of ${audience} heard it`);
  return found.id;
};
const followUps = () => readEngagement(ctx).deadlines.filter((one) => one.isFollowUp);

describe('the outcome', () => {
  it('brings its own follow-ups, dated once the event they wait for has happened, and is undone in one step', () => {
    recordOutcome(ctx, {
      outcomeCode: '3',
      outcomeOn: friday,
      outcomeNote: 'Three areas for priority action.',
    });
    expect(followUps().find(({ id }) => id === 'priority-action-plan')).toMatchObject({
      falls: null,
      isVerified: false,
      working: 'Counted from receipt of the final report, which has no date yet.',
    });

    recordEvent(ctx, { id: 'final-report' as RowId, date: IsoDate.parse('2027-01-29') });
    const falls = Object.fromEntries(followUps().map((one) => [one.id, one.falls]));
    expect(falls).toMatchObject({
      // 35 working days with no bank holiday among them, 18 months, and three years.
      'priority-action-plan': '2027-03-19',
      monitoring: '2028-07-29',
      reinspection: '2030-01-29',
      'engagement-3': '2028-01-29',
    });
    expect(falls).not.toHaveProperty('next-full-1');

    recordOutcome(ctx, { outcomeCode: '1', outcomeOn: friday, outcomeNote: '' });
    expect(followUps().find(({ id }) => id === 'next-full-1')?.falls).toBe('2032-01-29');
    undoLast(ctx);
    expect(readEngagement(ctx).engagement).toMatchObject({ outcomeCode: '3', outcomeOn: friday });
  });

  it('refuses an outcome that this framework does not have', () => {
    const nonsense = { outcomeCode: '9', outcomeOn: null, outcomeNote: '' };

    expect(failureOf(() => recordOutcome(ctx, nonsense))?.code).toBe('input/invalid');
    expect(readEngagement(ctx).engagement.outcomeCode).toBe('3');
  });

  it('keeps the reason for which a follow-up was changed, and how often it comes round', () => {
    const board = followUps().find(({ id }) => id === 'improvement-board');
    if (!board) throw new Error('No improvement board');
    expect(board.repeats).toBe('monthly');
    const { id, title, offset, basis, countedFrom, isDone } = board;
    const reason = 'Agreed with the department on 2 February';
    const fields = { id, title, offset, basis, countedFrom, isDone, repeats: 'fortnightly', reason } as const;
    saveDeadline(ctx, { ...fields, date: IsoDate.parse('2027-02-15') });

    expect(followUps().find((one) => one.id === id)).toMatchObject({
      falls: '2027-02-15',
      repeats: 'fortnightly',
      reason,
    });
  });
});

describe('the final feedback', () => {
  it('stands under its audience, apart from who was there, and stays when the audience is removed', () => {
    saveHearing(ctx, forum);
    const hearingId = hearingTo(forum.audience);
    logFeedback(ctx, { ...aFeedback, text: 'Parents are heard.', hearingId, confidence: 'sure' });

    expect(readFeedback(ctx).entries[0]).toMatchObject({ hearingId, confidence: 'sure', isEmbargoed: true });
    expect(JSON.stringify(readFeedback(ctx))).not.toContain('Chair');
    removeHearing(ctx, { id: hearingId });
    expect(readFeedback(ctx).entries[0]).toMatchObject({ text: 'Parents are heard.', hearingId: null });
    undoLast(ctx);
    expect(readFeedback(ctx).entries[0]).toMatchObject({ hearingId });
  });

  async function words(audience: 'ourselves' | 'partners'): Promise<string> {
    const path = join(temp.folder, `final-${audience}.docx`);
    const outside = { ...ctx.outside, chooseSavePath: async () => path };
    await exportFinalFeedback({ ...ctx, outside }, { audience, format: 'docx' });
    return (await mammoth.extractRawText({ buffer: await readFile(path) })).value;
  }

  it('keeps what is under embargo, and who was there, from others until it is published', async () => {
    const hearingId = hearingTo(forum.audience);
    logFeedback(ctx, { ...aFeedback, text: 'Free to say.', hearingId, isEmbargoed: false });

    expect(await words('ourselves')).toMatch(/Parents are heard[\s\S]*Who was there[\s\S]*Chair/);
    const before = await words('partners');
    expect(before).toContain('Free to say.');
    expect(before).not.toMatch(/Parents are heard|Chair/);

    expect(liftEmbargo(ctx, { publishedOn: IsoDate.parse('2027-02-12') })).toEqual({ count: 1 });
    expect(await words('partners')).toContain('Parents are heard.');
    undoLast(ctx);
    expect(readEngagement(ctx).engagement.publishedOn).toBeNull();
    expect(await words('partners')).not.toContain('Parents are heard.');
  });
});

describe('lessons and indicators', () => {
  it('are added, changed and removed', () => {
    saveLesson(ctx, { id: null, area: 'Partners', kind: 'change', text: 'Book health sooner.' });
    const [lesson] = readAfter(ctx).lessons;
    expect(lesson).toMatchObject({ kind: 'change', isEarlier: false });
    if (lesson) removeLesson(ctx, { id: lesson.id });
    expect(readAfter(ctx).lessons).toEqual([]);

    const [criterion] = readEngagement(ctx).criteria;
    if (!criterion) throw new Error('No criterion');
    const shown = {
      criterionId: criterion.id,
      text: 'Plans in 20 weeks',
      state: 'met',
      shownBy: 'SEN2',
    } as const;
    saveCriterion(ctx, { id: null, code: 'X9', title: 'Is it shared?', group: '', kind: 'question' });
    const other = readEngagement(ctx).criteria.find(({ code }) => code === 'X9');
    if (!other) throw new Error('The criterion was not added');
    saveIndicator(ctx, { id: null, ...shown, seeAlso: [other.id] });
    const indicator = () => readEngagement(ctx).indicators.find(({ text }) => text === shown.text);
    expect(indicator()).toMatchObject({ ...shown, seeAlso: [other.id] });
    removeCriterion(ctx, { id: other.id });
    const added = indicator();
    expect(added).toMatchObject({ ...shown, seeAlso: [] });
    if (added) removeIndicator(ctx, { id: added.id });
    expect(readEngagement(ctx).indicators.some(({ text }) => text === shown.text)).toBe(false);
  });

  it('come with the eight questions of a self-assessment', async () => {
    const older = await tempEngagement({ frameworkId: 'local-area-inspection-2016', anchorDate: null });
    const { criteria, indicators } = readEngagement(older.ctx);
    await older.close();

    const questions = criteria.filter(({ group }) => group === 'Self-assessment');
    expect(questions).toHaveLength(8);
    const shown = new Set(indicators.map((one) => one.criterionId));
    expect(questions.every(({ id }) => shown.has(id))).toBe(true);
    expect(indicators.every(({ state }) => state === 'open')).toBe(true);
  });
});

describe('an engagement made by the build before', () => {
  it('opens with its feedback and deadlines as they were', () => {
    const db = new Database(':memory:');
    migrate(
      db,
      migrations.filter(({ version }) => version < 180),
    );
    db.exec(`
      INSERT INTO engagements VALUES ('e', 'Old', '', 'blank', '1', NULL, '', '', 510, 1050, '2026-01-01T00:00:00.000Z');
      INSERT INTO deadlines VALUES ('d', 0, 'Letter', 33, 'working', 'anchor', NULL, 0, '', 'us', 1);
    `);
    const columns = `id, at, "text", kind, said_by, heard_by, is_embargoed, action, is_action_done`;
    db.exec(
      `INSERT INTO feedback_entries (${columns}) VALUES ('f', '2026-01-01T00:00:00.000Z', 'Said', 'neutral', '', '', 1, '', 0)`,
    );
    migrate(db);

    expect(listRows(db, engagements)[0]).toMatchObject({ title: 'Old', outcomeOn: null, publishedOn: null });
    expect(listRows(db, deadlines)[0]).toMatchObject({ offset: 33, repeats: 'once', reason: '' });
    expect(listRows(db, feedbackEntries)[0]).toMatchObject({
      text: 'Said',
      confidence: 'not-said',
      evidenceGiven: '',
      hearingId: null,
    });
    db.close();
  });
});
