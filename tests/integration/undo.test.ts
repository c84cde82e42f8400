import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkChain } from '../../main/db/change-log.ts';
import { listRows } from '../../main/db/table.ts';
import { phases } from '../../main/db/tables.ts';
import { editEngagement, readEngagement } from '../../main/services/engagement.ts';
import { recordEvent } from '../../main/services/engagement-plan.ts';
import { readHistory, redoLast, undoLast } from '../../main/services/undo.ts';
import { AppError } from '../../shared/errors.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';

let engagement: TempEngagement;

beforeEach(async () => {
  engagement = await tempEngagement();
});
afterEach(() => engagement.close());

describe('undoLast', () => {
  it('puts back what the last step changed, and says what it was', () => {
    const { ctx } = engagement;
    editEngagement(ctx, { council: 'Northmere' });

    const undone = undoLast(ctx);

    expect(undone.summary).toBe('Changed the engagement');
    expect(readEngagement(ctx).engagement.council).toBe('Aldermere');
  });

  it('goes back step by step and forward again', () => {
    const { ctx } = engagement;
    editEngagement(ctx, { council: 'One' });
    editEngagement(ctx, { council: 'Two' });

    undoLast(ctx);
    undoLast(ctx);
    expect(readEngagement(ctx).engagement.council).toBe('Aldermere');
    redoLast(ctx);
    expect(readEngagement(ctx).engagement.council).toBe('One');
    redoLast(ctx);

    expect(readEngagement(ctx).engagement.council).toBe('Two');
    expect(() => redoLast(ctx)).toThrow(AppError);
  });

  it('forgets what could be done again as soon as something new is done', () => {
    const { ctx } = engagement;
    editEngagement(ctx, { council: 'One' });
    undoLast(ctx);

    recordEvent(ctx, { id: listEventId(ctx), date: '2026-11-16' });

    expect(readHistory(ctx).redo).toBeNull();
  });

  it('works after the file was closed and opened again', async () => {
    editEngagement(engagement.ctx, { council: 'Northmere' });

    const ctx = await engagement.reopen();
    undoLast(ctx);

    expect(readEngagement(ctx).engagement.council).toBe('Aldermere');
  });

  it('has nothing to undo in a new engagement', () => {
    expect(() => undoLast(engagement.ctx)).toThrow('nothing to undo');
  });
});

describe('the change log', () => {
  it('is an unbroken chain, and shows where a row was altered afterwards', () => {
    const { ctx } = engagement;
    editEngagement(ctx, { council: 'Northmere' });
    expect(checkChain(ctx.db).brokenAt).toBeNull();

    ctx.db.prepare(`UPDATE change_log SET after = replace(after, 'Northmere', 'Southmere')`).run();

    expect(checkChain(ctx.db).brokenAt).not.toBeNull();
  });

  it('leaves no trace of a step that fails half-way', () => {
    const { ctx } = engagement;
    const before = readHistory(ctx).recent.length;

    expect(() => editEngagement(ctx, { dayStart: 1000, dayEnd: 900 })).toThrow('must end after');

    expect(readHistory(ctx).recent).toHaveLength(before);
    expect(listRows(ctx.db, phases).length).toBeGreaterThan(0);
  });
});

function listEventId(ctx: TempEngagement['ctx']) {
  const [event] = readEngagement(ctx).events;
  if (!event) throw new Error('the framework has events');
  return event.id;
}
