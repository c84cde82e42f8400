import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addChild } from '../../main/services/add-child.ts';
import { saveChecklistItem } from '../../main/services/child-file.ts';
import type { Context } from '../../main/services/context.ts';
import { askForItems, readOwed } from '../../main/services/missing-documents.ts';
import { undoLast } from '../../main/services/undo.ts';
import type { ChecklistItemId } from '../../shared/domain/ids.ts';
import { today } from '../../shared/domain/time.ts';
import { aChild, firstItem, itemsOf } from '../support/child-builders.ts';
import { failureOf } from '../support/failure-of.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';

let temp: TempEngagement;
let ctx: Context;

beforeEach(async () => {
  temp = await tempEngagement({ frameworkId: 'area-send-full-inspection' });
  ctx = temp.ctx;
});
afterEach(() => temp.close());

describe('readOwed', () => {
  it('counts what has not come for one child or for all, in messages that call every child by code', () => {
    const one = addChild(ctx, aChild({ forename: 'Maya', surname: 'Kestrel' }));
    addChild(ctx, aChild({ forename: 'Tom', surname: 'Bramley' }));
    const item = firstItem(ctx, one.id);
    saveChecklistItem(ctx, { ...item, title: 'Letter about Maya Kestrel' });

    const all = readOwed(ctx, { childId: null });
    const own = readOwed(ctx, { childId: one.id });
    const count = (owed: typeof all) => owed.reduce((sum, { items }) => sum + items.length, 0);

    expect(count(own)).toBe(itemsOf(ctx, one.id).length);
    expect(count(all)).toBe(count(own) * 2);
    const words = JSON.stringify(all);
    expect(words).toContain('Letter about Child A');
    expect(words).toContain('Child B');
    expect(words).not.toMatch(/Kestrel|Maya|Bramley/);
  });
});

describe('askForItems', () => {
  it('notes as one step that many were asked for today, and leaves alone what has come', () => {
    const { id } = addChild(ctx, aChild());
    const [first, second, third] = itemsOf(ctx, id);
    saveChecklistItem(ctx, { ...firstItem(ctx, id), state: 'received' });

    const ids = [first, second, third].flatMap((item) => (item ? [item.id] : []));
    expect(askForItems(ctx, { ids })).toEqual({ asked: 2 });
    expect(
      itemsOf(ctx, id)
        .slice(0, 4)
        .map(({ state, askedOn }) => [state, askedOn]),
    ).toEqual([
      ['received', null],
      ['asked', today(ctx.clock())],
      ['asked', today(ctx.clock())],
      ['missing', null],
    ]);

    undoLast(ctx);
    expect(itemsOf(ctx, id)[1]?.state).toBe('missing');
  });

  it('changes nothing when one of them is not there', () => {
    const { id } = addChild(ctx, aChild());
    const gone = '00000000-0000-4000-8000-000000000000' as ChecklistItemId;

    expect(failureOf(() => askForItems(ctx, { ids: [firstItem(ctx, id).id, gone] }))?.code).toBe(
      'record/not-found',
    );
    expect(firstItem(ctx, id).state).toBe('missing');
  });
});
