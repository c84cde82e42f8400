import { describe, expect, it } from 'vitest';
import { needsOf } from '../../../../../renderer/features/home/needs.ts';
import type { Views } from '../../../../../renderer/state/store-types.ts';

const today = '2026-11-24';
const nobody = (id: string) => `Child ${id}`;

const withPlan = (actions: readonly object[]): Views =>
  ({ plan: { actions, updates: [], findings: [], accuracy: [] } }) as unknown as Views;
const withRequests = (requests: readonly object[]): Views => ({ requests: { requests } }) as unknown as Views;

describe('needsOf', () => {
  it('puts an action of a plan among what is overdue or due today, until it is done', () => {
    const action = { id: 'a', plan: 'improvement', title: 'One referral route', state: 'under-way' };

    const late = needsOf(withPlan([{ ...action, dueOn: '2026-11-23' }]), today, nobody);
    expect(late.overdue.map(({ what }) => what)).toEqual(['One referral route']);
    const now = needsOf(withPlan([{ ...action, dueOn: today }]), today, nobody);
    expect(now.today.map(({ page }) => page)).toEqual([{ name: 'plan' }]);
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
});
