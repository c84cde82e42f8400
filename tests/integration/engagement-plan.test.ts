import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../main/services/context.ts';
import { readEngagement } from '../../main/services/engagement.ts';
import {
  markDeadlineDone,
  removeDeadline,
  removePhase,
  saveDeadline,
  savePhase,
} from '../../main/services/engagement-plan.ts';
import { readTimetable } from '../../main/services/timetable.ts';
import { undoLast } from '../../main/services/undo.ts';
import { IsoDate } from '../../shared/domain/time.ts';
import { failureOf } from '../support/failure-of.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';

let temp: TempEngagement;
let ctx: Context;

beforeAll(async () => {
  temp = await tempEngagement({ frameworkId: 'area-send-full-inspection', anchorDate: '2026-11-09' });
  ctx = temp.ctx;
});
afterAll(() => temp.close());

const phaseCalled = (title: string) => {
  const phase = readEngagement(ctx).phases.find((one) => one.title === title);
  if (!phase) throw new Error(`No phase is called ${title}`);
  return phase;
};
const rehearsal = {
  id: null,
  title: 'Rehearsal',
  summary: 'Each strand runs its first meeting.',
  fromOffset: 2,
  toOffset: 3,
  basis: 'working',
  fromDate: null,
  toDate: null,
} as const;
const briefing = {
  id: null,
  title: 'Members briefed',
  offset: -1,
  basis: 'working',
  countedFrom: 'site-start',
  date: null,
  isDone: false,
  repeats: 'once',
  reason: '',
} as const;

describe('savePhase', () => {
  it('adds a phase of the engagement’s own, counted like the others', () => {
    savePhase(ctx, rehearsal);

    expect(phaseCalled('Rehearsal')).toMatchObject({
      from: '2026-11-11',
      to: '2026-11-12',
      source: 'this engagement',
      isVerified: true,
    });
    undoLast(ctx);
    expect(readEngagement(ctx).phases.some(({ title }) => title === 'Rehearsal')).toBe(false);
  });

  it('keeps a phase’s source until it is counted in another way', () => {
    const before = phaseCalled('Readiness');
    savePhase(ctx, { ...before, summary: 'Ours.' });
    expect(phaseCalled('Readiness').source).toBe(before.source);

    savePhase(ctx, { ...before, fromOffset: before.fromOffset - 5 });
    expect(phaseCalled('Readiness').source).toBe('this engagement');
  });

  it('refuses a phase that ends before it starts, and changes nothing', () => {
    const before = readEngagement(ctx).phases;
    expect(failureOf(() => savePhase(ctx, { ...rehearsal, toOffset: 1 }))).toMatchObject({
      code: 'input/invalid',
    });
    const dates = { fromDate: IsoDate.parse('2026-11-12'), toDate: IsoDate.parse('2026-11-11') };
    expect(failureOf(() => savePhase(ctx, { ...rehearsal, ...dates }))).toMatchObject({
      code: 'input/invalid',
    });
    expect(readEngagement(ctx).phases).toEqual(before);
  });
});

describe('removePhase', () => {
  it('removes any phase but the one on site, which the timetable takes its days from', () => {
    removePhase(ctx, { id: phaseCalled('Readiness').id });
    expect(readEngagement(ctx).phases.some(({ title }) => title === 'Readiness')).toBe(false);

    expect(failureOf(() => removePhase(ctx, { id: phaseCalled('On site').id }))).toMatchObject({
      code: 'record/in-use',
    });
  });
});

describe('saveDeadline', () => {
  it('adds a deadline counted from the first day on site, shows its working, and removes it again', () => {
    saveDeadline(ctx, briefing);
    const added = readEngagement(ctx).deadlines.find(({ title }) => title === 'Members briefed');
    expect(added).toMatchObject({ falls: '2026-11-20' });
    expect(added?.working).toContain('1 working day before');

    if (added) removeDeadline(ctx, { id: added.id });
    expect(readEngagement(ctx).deadlines.some(({ title }) => title === 'Members briefed')).toBe(false);
  });

  it('wants the reason for a date that is no longer the counted one, and none to go back to it', () => {
    saveDeadline(ctx, briefing);
    const added = () => {
      const found = readEngagement(ctx).deadlines.find(({ title }) => title === 'Members briefed');
      if (!found) throw new Error('The deadline was not added');
      return found;
    };
    const save = (patch: object) => saveDeadline(ctx, { ...briefing, id: added().id, ...patch });
    const refused = { code: 'input/invalid' };
    const byHand = { date: IsoDate.parse('2026-11-18') };

    expect(failureOf(() => save(byHand))).toMatchObject(refused);
    expect(failureOf(() => save({ basis: 'calendar' }))).toMatchObject(refused);
    expect(added()).toMatchObject({ falls: '2026-11-20', reason: '' });
    save({ ...byHand, reason: 'Members cannot come on Friday' });
    expect(added()).toMatchObject({ falls: '2026-11-18', reason: 'Members cannot come on Friday' });
    save({ date: null, reason: '' });
    expect(added()).toMatchObject({ falls: '2026-11-20', reason: '' });
    removeDeadline(ctx, { id: added().id });
  });

  it('refuses one with neither days nor date, or counted from what is not known', () => {
    const refused = { code: 'input/invalid' };
    expect(failureOf(() => saveDeadline(ctx, { ...briefing, offset: null }))).toMatchObject(refused);
    expect(failureOf(() => saveDeadline(ctx, { ...briefing, countedFrom: 'no-event' }))).toMatchObject(
      refused,
    );
  });
});

describe('a timetable fresh from its framework', () => {
  it.each([
    ['area-send-full-inspection', '2026-11-09'],
    ['lga-send-peer-challenge', '2026-11-24'],
    ['regional-peer-review', '2026-11-24'],
    ['monitoring-inspection', '2026-11-09'],
    ['local-area-inspection-2016', '2026-11-09'],
  ])('keeps the rules of %s', async (frameworkId, anchorDate) => {
    const fresh = await tempEngagement({ frameworkId, anchorDate });

    const { clashes } = readTimetable(fresh.ctx);
    await fresh.close();

    expect(clashes.map(({ sentence }) => sentence)).toEqual([]);
  });
});

describe('markDeadlineDone', () => {
  it('ends a deadline without touching what else is said of it, and Undo takes it back', () => {
    const [before] = readEngagement(ctx).deadlines;
    if (!before) throw new Error('The framework brings deadlines');
    markDeadlineDone(ctx, { id: before.id });

    const now = () => readEngagement(ctx).deadlines.find(({ id }) => id === before.id);
    expect(now()).toEqual({ ...before, isDone: true });
    undoLast(ctx);
    expect(now()).toEqual(before);
    const gone = { id: '00000000-0000-4000-8000-000000000000' as typeof before.id };
    expect(failureOf(() => markDeadlineDone(ctx, gone))?.code).toBe('record/not-found');
  });
});
