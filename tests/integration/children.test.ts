import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listRows } from '../../main/db/table.ts';
import {
  checklistItems,
  checklistTemplates,
  childAgencies,
  childNames,
  children,
  consents,
  evidenceItems,
  evidenceLinks,
  feedbackEntries,
  meetings,
  packExports,
} from '../../main/db/tables.ts';
import { addChild } from '../../main/services/add-child.ts';
import { editChild, readChild, readChildren, removeChild } from '../../main/services/children.ts';
import type { Context } from '../../main/services/context.ts';
import { addClosureDay } from '../../main/services/engagement.ts';
import { addMeeting } from '../../main/services/timetable.ts';
import { redoLast, undoLast } from '../../main/services/undo.ts';
import { plainMeeting } from '../../shared/domain/meeting.ts';
import { aChild, aFullChild, itemsOf } from '../support/child-builders.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';

let temp: TempEngagement;
let ctx: Context;

beforeEach(async () => {
  temp = await tempEngagement();
  ctx = temp.ctx;
});
afterEach(() => temp.close());

const aMeetingAboutAChild = {
  kind: 'child',
  day: '2026-11-24',
  start: 11 * 60,
  minutes: 60,
  ...plainMeeting,
  strandIds: [],
  personIds: [],
} satisfies Omit<Parameters<typeof addMeeting>[1], 'title'>;

/** Every row that can belong to a child, to compare before and after. */
const everything = () =>
  [
    children,
    childNames,
    childAgencies,
    consents,
    checklistItems,
    evidenceLinks,
    feedbackEntries,
    packExports,
    meetings,
  ].map((table) => [
    table.name,
    listRows<{ readonly id: string }>(ctx.db, table as never).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  ]);
describe('addChild', () => {
  it('gives codes in order and initials from the name, and keeps the name apart', () => {
    addChild(ctx, aChild());
    const { id } = addChild(ctx, aChild({ forename: 'Sofia', surname: 'Obi' }));

    const view = readChildren(ctx);

    expect(view.children.map(({ code, initials }) => [code, initials])).toEqual([
      ['A', 'JT'],
      ['B', 'SO'],
    ]);
    expect(JSON.stringify(view)).not.toMatch(/Jaden|Tarrow|Sofia/);
    expect(readChild(ctx, { id }).name).toMatchObject({ forename: 'Sofia', surname: 'Obi' });
  });

  it('takes over the meetings that were imported for it before it was named, and adds no second tracking meeting', () => {
    const waiting = { ...aMeetingAboutAChild, title: 'Tracking meeting: child 1' };
    const other = { ...aMeetingAboutAChild, title: 'Tracking meeting: child 2' };
    addMeeting(ctx, waiting);
    addMeeting(ctx, other);

    const { id } = addChild(ctx, aChild());

    const about = listRows(ctx.db, meetings, { childId: id }).map(({ title }) => title);
    expect(about).toContain('Tracking meeting: child 1');
    expect(about).not.toContain('Tracking meeting: child 2');
    expect(about.filter((title) => /track/i.test(title))).toHaveLength(1);
  });

  it('starts the checklist from the template, due by working days that skip a closure day', () => {
    addClosureDay(ctx, { date: '2026-11-25', title: 'Training', kind: 'closure' });
    const template = listRows(ctx.db, checklistTemplates, {}, ['position']);

    const { id } = addChild(ctx, aChild());

    const items = itemsOf(ctx, id);
    expect(items.map(({ title, ownerSector, state }) => ({ title, ownerSector, state }))).toEqual(
      template.map(({ title, ownerSector }) => ({ title, ownerSector, state: 'missing' })),
    );
    // Tuesday 24 November and two working days, Wednesday 25 left out.
    expect(items.find(({ position }) => template[position]?.dueInWorkingDays === 2)?.dueOn).toBe(
      '2026-11-27',
    );
  });

  it('adds the framework’s meetings about a child, under the code', () => {
    const { id } = addChild(ctx, aChild());

    const own = listRows(ctx.db, meetings, { childId: id });

    expect(own.length).toBeGreaterThan(0);
    expect(own.every(({ title }) => title.startsWith('Child A: '))).toBe(true);
  });

  it('is undone and done again in one step', () => {
    const before = everything();
    addChild(ctx, aChild());
    const after = everything();

    undoLast(ctx);
    expect(everything()).toEqual(before);

    redoLast(ctx);
    expect(everything()).toEqual(after);
  });

  it('does not use a code again that a pack was given out under', () => {
    const id = aFullChild(ctx);
    removeChild(ctx, { id });

    addChild(ctx, aChild());

    expect(readChildren(ctx).children.map(({ code }) => code)).toEqual(['B']);
  });
});

describe('readChild', () => {
  it('keeps numbers with wrong check digits, and says why they are wrong', () => {
    const { id } = addChild(ctx, aChild({ upn: 'A827287543799', nhsNumber: '9991940218' }));

    const view = readChild(ctx, { id });

    expect(view.child).toMatchObject({ upn: 'A827287543799', nhsNumber: '9991940218' });
    expect(view.upnProblem).toContain('first letter');
    expect(view.nhsNumberProblem).toContain('last digit');
  });

  it('says nothing of numbers that are right or not known', () => {
    const { id } = addChild(ctx, aChild({ upn: '', nhsNumber: '999 194 0219' }));

    expect(readChild(ctx, { id })).toMatchObject({ upnProblem: '', nhsNumberProblem: '' });
  });
});

describe('editChild', () => {
  it('changes details and name, and the initials with it, but never the code', () => {
    const { id } = addChild(ctx, aChild());

    editChild(ctx, { id, surname: 'Vale', need: 'Autism' });

    const { child, name } = readChild(ctx, { id });
    expect(child).toMatchObject({ code: 'A', initials: 'JV', need: 'Autism', setting: 'Northgate Centre' });
    expect(name).toMatchObject({ forename: 'Jaden', surname: 'Vale' });
  });
});

describe('removeChild', () => {
  it('takes away what belongs to the child and unties the rest', () => {
    const id = aFullChild(ctx);
    const [meeting] = listRows(ctx.db, meetings, { childId: id });

    removeChild(ctx, { id });

    expect(readChildren(ctx)).toEqual({
      ...{ children: [], checklistItems: [], agencies: [], consents: [], isListKept: false },
    });
    expect(listRows(ctx.db, childNames)).toEqual([]);
    expect(listRows(ctx.db, evidenceLinks)).toEqual([]);
    expect(listRows(ctx.db, evidenceItems)).toHaveLength(2);
    expect(listRows(ctx.db, feedbackEntries).map(({ childId }) => childId)).toEqual([null]);
    expect(listRows(ctx.db, meetings, { id: meeting?.id })).toEqual([
      { ...meeting, childId: null, version: 2 },
    ]);
  });

  it('is brought back whole by one undo', () => {
    const id = aFullChild(ctx);
    const before = everything();

    removeChild(ctx, { id });
    undoLast(ctx);

    expect(everything()).toEqual(before);
    expect(readChild(ctx, { id }).name.surname).toBe('Tarrow');
  });
});

describe('readChildren', () => {
  it('reads three children in as many statements as one', () => {
    const count = () => {
      let statements = 0;
      const db = new Proxy(ctx.db, {
        get: (target, key) => {
          if (key === 'prepare') statements += 1;
          const value = Reflect.get(target, key);
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
      readChildren({ ...ctx, db });
      return statements;
    };
    addChild(ctx, aChild());
    const forOne = count();
    addChild(ctx, aChild({ forename: 'Sofia' }));
    addChild(ctx, aChild({ forename: 'Luca' }));

    expect(count()).toBe(forOne);
  });

  it('finds everything after the file is closed and opened again', async () => {
    const id = aFullChild(ctx);
    const before = readChildren(ctx);

    ctx = await temp.reopen();

    expect(readChildren(ctx)).toEqual(before);
    expect(readChild(ctx, { id }).name.forename).toBe('Jaden');
  });
});
