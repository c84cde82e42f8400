import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listRows } from '../../main/db/table.ts';
import { criteria, people } from '../../main/db/tables.ts';
import { insertRow } from '../../main/db/write.ts';
import { addChild } from '../../main/services/add-child.ts';
import { type Context, write } from '../../main/services/context.ts';
import {
  editFeedback,
  findNames,
  logFeedback,
  readFeedback,
  removeFeedback,
} from '../../main/services/feedback.ts';
import { readHistory, undoLast } from '../../main/services/undo.ts';
import type { CriterionId, PersonId } from '../../shared/domain/ids.ts';
import { aChild, aFeedback } from '../support/child-builders.ts';
import { type TempEngagement, tempEngagement, testNow } from '../support/temp-engagement.ts';

let temp: TempEngagement;
let ctx: Context;

beforeEach(async () => {
  temp = await tempEngagement();
  ctx = temp.ctx;
});
afterEach(() => temp.close());

const newest = () => readHistory(ctx).recent[0]?.summary;

function marcus(): PersonId {
  const id = 'marcus' as PersonId;
  write(ctx, { action: 'savePerson', summary: 'Added a person' }, (tx) =>
    insertRow(tx, people, {
      ...{
        id,
        name: 'Marcus Lee',
        side: 'partnership',
        role: 'SEN caseworker',
        discipline: '',
        strandId: null,
      },
      ...{ organisationId: null, sector: 'education', email: '', phone: '', availability: '', notes: '' },
    }),
  );
  return id;
}

describe('logFeedback', () => {
  it('logs what was said now, and lists the newest first', () => {
    const first = logFeedback(ctx, { ...aFeedback, at: '2026-11-23T15:00:00.000Z' });
    const second = logFeedback(ctx, { ...aFeedback, kind: 'question' });

    expect(second).toMatchObject({ at: testNow, isActionDone: false });
    expect(readFeedback(ctx).entries).toEqual([second, first]);
  });

  it('says what it is about without a word of what was said', () => {
    const [criterion] = listRows(ctx.db, criteria, {}, ['position']);

    logFeedback(ctx, { ...aFeedback, criterionId: criterion?.id ?? ('' as CriterionId) });

    expect(newest()).toBe('Logged feedback, strength, E1');
  });

  it('keeps no owner or date of an action that was not written', () => {
    const entry = logFeedback(ctx, {
      ...aFeedback,
      action: '  ',
      actionOwnerId: marcus(),
      actionDueOn: '2026-11-25',
      actionDueAt: 960,
    });

    expect(entry).toMatchObject({ action: '', actionOwnerId: null, actionDueOn: null, actionDueAt: null });
  });

  it('keeps the time of day by which an action is due, and none without its day', () => {
    const due = { action: 'List the schools', actionDueAt: 16 * 60 };

    expect(logFeedback(ctx, { ...aFeedback, ...due, actionDueOn: '2026-11-25' })).toMatchObject(due);
    expect(logFeedback(ctx, { ...aFeedback, ...due })).toMatchObject({ ...due, actionDueAt: null });
  });
});

describe('editFeedback', () => {
  it('marks an action done, and undo opens it again', () => {
    const entry = logFeedback(ctx, {
      ...aFeedback,
      action: 'List schools with late advice',
      actionOwnerId: marcus(),
    });

    editFeedback(ctx, { id: entry.id, isActionDone: true });
    expect(readFeedback(ctx).entries).toEqual([{ ...entry, isActionDone: true }]);
    expect(newest()).toBe('Action done, strength');

    undoLast(ctx);
    expect(readFeedback(ctx).entries).toEqual([entry]);
  });
});

describe('removeFeedback', () => {
  it('is undone', () => {
    const entry = logFeedback(ctx, aFeedback);

    removeFeedback(ctx, { id: entry.id });
    expect(readFeedback(ctx).entries).toEqual([]);

    undoLast(ctx);
    expect(readFeedback(ctx).entries).toEqual([entry]);
  });
});

describe('findNames', () => {
  it('offers the role for a person and the code for a child', () => {
    marcus();
    addChild(ctx, aChild());

    const found = findNames(ctx, { text: 'Marcus says Jaden waits. The Ofsted inspector agreed.' });

    expect(found.map(({ words, replacement }) => [words, replacement])).toEqual([
      ['Marcus', 'A SEN caseworker'],
      ['Jaden', 'Child A'],
    ]);
  });
});
