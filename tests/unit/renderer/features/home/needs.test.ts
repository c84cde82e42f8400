import { describe, expect, it } from 'vitest';
import { needGroups, needsOf } from '../../../../../renderer/features/home/needs.ts';
import type { Views } from '../../../../../renderer/state/store-types.ts';
import { aSurvey } from '../../../../support/governance-builders.ts';

const today = '2026-11-24';
const attendance = { invitations: new Map(), marks: new Map() };
const nobody = { childLabel: (id: string) => `Child ${id}`, attendance };

const withPlan = (actions: readonly object[]): Views =>
  ({ plan: { actions, updates: [], findings: [], accuracy: [] } }) as unknown as Views;
const withRequests = (requests: readonly object[]): Views => ({ requests: { requests } }) as unknown as Views;

const tableOf = (meetings: readonly object[]) => ({ meetings, clashes: [], acknowledgements: [] });

describe('needsOf', () => {
  it('puts an action of a plan among what is overdue or due today, until it is done', () => {
    const action = { id: 'a', plan: 'improvement', title: 'One referral route', state: 'under-way' };

    const late = needsOf(withPlan([{ ...action, dueOn: '2026-11-23' }]), today, nobody);
    expect(late.overdue.map(({ what }) => what)).toEqual(['One referral route']);
    const now = needsOf(withPlan([{ ...action, dueOn: today }]), today, nobody);
    expect(now.today.map(({ page }) => page)).toEqual([{ name: 'plan', actionId: action.id }]);
    const done = needsOf(withPlan([{ ...action, dueOn: today, state: 'done' }]), today, nobody);
    expect(done).toEqual({ overdue: [], today: [], clashes: [] });
  });

  it('asks for a reminder on its day, beside the request itself when that is due', () => {
    const request = { id: 'r', reference: 'B3', title: 'Waiting times', group: '', state: 'gathering' };
    const waiting = { ...request, dueOn: '2026-11-30', dueAt: null, remindOn: '2026-11-23' };

    const needs = needsOf(withRequests([waiting]), today, nobody);
    expect(needs.today.map(({ what }) => what)).toEqual(['Remind the owner of B3']);
    expect(needs.overdue).toEqual([]);
  });

  it('shows a survey while it can be answered, on its last day until it shuts, and says when it broke', () => {
    const survey = aSurvey({ opensOn: '2026-11-20', closesOn: today, closesAt: 9 * 60 });
    const said = (own: object, log: readonly object[] = []) =>
      needsOf(
        { voice: { surveys: [{ ...survey, ...own }], log, records: [] } } as unknown as Views,
        today,
        nobody,
      ).today.map(({ what }) => what);

    expect(said({})).toEqual(['Parents’ survey: open, closes today at 9am']);
    expect(said({ closesOn: '2026-11-27' })).toEqual(['Parents’ survey: open, 3 days left']);
    expect(said({ closesOn: '2026-11-23' })).toEqual([]);
    const broke = { surveyId: survey.id, kind: 'broke', at: '2026-11-24T08:00:00.000Z' };
    expect(said({}, [broke])).toEqual(['Parents’ survey: broken: it cannot be answered']);
  });

  const meeting = { id: 'm', title: 'Tracking', kind: 'child', day: today, start: 600, minutes: 60 };
  const held = { ...meeting, childId: 'C', personIds: ['p', 'q'] };

  it('asks for a consent that is missing for a meeting of today or tomorrow, and not for a later one', () => {
    const children = [{ id: 'C', readiness: { mayProceed: false } }];
    const on = (day: string): Views =>
      ({
        children: { children, checklistItems: [] },
        timetable: tableOf([{ ...held, day }]),
      }) as unknown as Views;
    const wanted = (day: string) => needsOf(on(day), today, nobody).today.map(({ what }) => what);

    expect(wanted(today)).toEqual(['Child C: consent is missing']);
    expect(wanted('2026-11-25')).toEqual(['Child C: consent is missing']);
    expect(wanted('2026-11-26')).toEqual([]);
    children[0] = { id: 'C', readiness: { mayProceed: true } };
    expect(wanted(today)).toEqual([]);
  });

  it('counts who has not answered for a meeting of today, and not for one that was cancelled', () => {
    const data = { timetable: tableOf([{ ...held, childId: null }]) } as unknown as Views;
    const asked = { state: 'asked', day: today, start: 600, personId: 'q' };
    const some = { invitations: new Map([['m', [asked]]]), marks: new Map() };
    const words = (given: object) =>
      needsOf(data, today, { ...nobody, attendance: given as typeof attendance }).today.map(
        ({ what }) => what,
      );

    expect(words(some)).toEqual(['Confirm 1 for Tracking']);
    expect(words({ ...some, marks: new Map([['m', { outcome: 'cancelled' }]]) })).toEqual([]);
  });

  it('leads a follow-up to where it stands, and never calls one that comes round again overdue', () => {
    const board = {
      id: 'd',
      title: 'Board',
      falls: '2026-10-24',
      isDone: false,
      working: '',
      isFollowUp: true,
    };
    const due = (repeats: string) =>
      needsOf({ engagement: { deadlines: [{ ...board, repeats }] } } as unknown as Views, today, nobody);

    expect(due('once').overdue.map(({ page }) => page)).toEqual([{ name: 'after', deadlineId: 'd' }]);
    expect(due('once').overdue[0]?.ends).toEqual({ kind: 'deadline', id: 'd' });
    expect(due('monthly').today[0]).not.toHaveProperty('ends');
    expect(due('monthly')).toMatchObject({ overdue: [], today: [{ what: 'Board' }] });
  });
});

describe('needGroups', () => {
  const need = (order: string) =>
    ({ id: order, when: null, what: '', who: '', page: { name: 'home' }, order }) as const;
  const titles = (clash: string | null) =>
    needGroups(
      { overdue: [], today: [need(today)], clashes: clash ? [need(`${clash} 0540`)] : [] },
      today,
    ).map(({ title }) => title);

  it('puts a clash of today or tomorrow before what is due today, and a later one after', () => {
    expect(titles('2026-11-24')).toEqual(['Clashes to settle', 'Due today']);
    expect(titles('2026-11-25')).toEqual(['Clashes to settle', 'Due today']);
    expect(titles('2026-11-26')).toEqual(['Due today', 'Clashes to settle']);
    expect(titles(null)).toEqual(['Due today']);
  });
});
