import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listRows } from '../../main/db/table.ts';
import { evidenceLinks } from '../../main/db/tables.ts';
import { addChild } from '../../main/services/add-child.ts';
import { recordConsent, removeChecklistItem, saveChecklistItem } from '../../main/services/child-file.ts';
import { readChildren } from '../../main/services/children.ts';
import type { Context } from '../../main/services/context.ts';
import { aChild, aFullChild, firstItem, itemsOf } from '../support/child-builders.ts';
import { failureOf } from '../support/failure-of.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';

let temp: TempEngagement;
let ctx: Context;

beforeEach(async () => {
  temp = await tempEngagement();
  ctx = temp.ctx;
});
afterEach(() => temp.close());

describe('recordConsent', () => {
  it('keeps the history, and counts the newest answer of each party', () => {
    const { id } = addChild(ctx, aChild());
    const step = { childId: id, recordedBy: 'D Whitfield, by phone', note: '' };
    recordConsent(ctx, { ...step, party: 'parent', state: 'given', at: '2026-11-19T11:05:00.000Z' });
    recordConsent(ctx, { ...step, party: 'young-person', state: 'asked', at: null });
    recordConsent(ctx, { ...step, party: 'parent', state: 'asked', at: '2026-11-18T09:00:00.000Z' });

    const [child] = readChildren(ctx).children;

    expect(readChildren(ctx).consents).toHaveLength(3);
    expect(child?.readiness.consent).toEqual({ parent: 'given', 'young-person': 'asked' });
    expect(child?.readiness.mayProceed).toBe(true);
  });

  it('stops everything once consent is withdrawn', () => {
    const { id } = addChild(ctx, aChild());
    const step = { childId: id, party: 'parent', recordedBy: 'K Obi', note: '' } as const;
    recordConsent(ctx, { ...step, state: 'given', at: '2026-11-20T09:00:00.000Z' });

    recordConsent(ctx, { ...step, state: 'withdrawn', at: null });

    expect(readChildren(ctx).children[0]?.readiness.mayProceed).toBe(false);
  });

  it('refuses a time that has not come', () => {
    const { id } = addChild(ctx, aChild());
    const step = { childId: id, party: 'parent', state: 'given', recordedBy: 'K Obi', note: '' } as const;

    expect(failureOf(() => recordConsent(ctx, { ...step, at: '2026-11-24T10:43:00.000Z' }))?.code).toBe(
      'input/invalid',
    );
    expect(readChildren(ctx).consents).toEqual([]);
  });
});

describe('saveChecklistItem', () => {
  it('dates what is asked for today, and refuses to leave out an item without a reason', () => {
    const { id } = addChild(ctx, aChild());
    const item = firstItem(ctx, id);

    saveChecklistItem(ctx, { ...item, state: 'asked' });

    expect(firstItem(ctx, id)).toMatchObject({ state: 'asked', askedOn: '2026-11-24' });
    expect(
      failureOf(() => saveChecklistItem(ctx, { ...item, state: 'not-applicable', reason: ' ' })),
    ).toEqual({
      code: 'input/invalid',
      detail: 'Say why it does not apply.',
    });
  });

  it('keeps a reason only while the item does not apply', () => {
    const { id } = addChild(ctx, aChild());
    const item = firstItem(ctx, id);
    saveChecklistItem(ctx, { ...item, state: 'not-applicable', reason: 'No need recorded' });
    const { needed } = readChildren(ctx).children[0]?.readiness ?? { needed: 0 };

    saveChecklistItem(ctx, { ...firstItem(ctx, id), state: 'missing' });

    expect(firstItem(ctx, id)).toMatchObject({ state: 'missing', reason: '' });
    expect(readChildren(ctx).children[0]?.readiness.needed).toBe(needed + 1);
  });

  it('adds an item after the others', () => {
    const { id } = addChild(ctx, aChild());

    saveChecklistItem(ctx, { ...firstItem(ctx, id), id: null, title: 'Reintegration plan' });

    expect(itemsOf(ctx, id).at(-1)?.title).toBe('Reintegration plan');
  });

  it('does not move an item to another child', () => {
    const { id } = addChild(ctx, aChild());
    const other = addChild(ctx, aChild({ forename: 'Sofia', surname: 'Obi' }));

    expect(failureOf(() => saveChecklistItem(ctx, { ...firstItem(ctx, id), childId: other.id }))?.code).toBe(
      'record/not-found',
    );
  });
});

describe('removeChecklistItem', () => {
  it('keeps its evidence with the child, once', () => {
    const id = aFullChild(ctx);

    removeChecklistItem(ctx, { id: firstItem(ctx, id).id });

    const links = listRows(ctx.db, evidenceLinks).map(({ evidenceId, childId }) => [evidenceId, childId]);
    expect(links.toSorted()).toEqual([
      ['one', id],
      ['two', id],
    ]);
  });
});
