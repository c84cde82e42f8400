import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkChain } from '../../main/db/change-log.ts';
import { listRows } from '../../main/db/table.ts';
import { bringBacks, children, meetings, mergedSteps, people, places } from '../../main/db/tables.ts';
import { addChild } from '../../main/services/add-child.ts';
import { removeChild } from '../../main/services/children.ts';
import { editEngagement, readEngagement } from '../../main/services/engagement.ts';
import { bringBack } from '../../main/services/hand-over/bring-back.ts';
import { removePerson, savePerson } from '../../main/services/people.ts';
import { savePlace } from '../../main/services/places.ts';
import { addMeeting } from '../../main/services/timetable.ts';
import { removeMeetings } from '../../main/services/timetable-bulk.ts';
import { readHistory, redoLast, undoLast } from '../../main/services/undo.ts';
import { plainMeeting } from '../../shared/domain/meeting.ts';
import { aChild } from '../support/child-builders.ts';
import { bring, type Copies, type Copy, holding, partedCopies } from '../support/copies.ts';

let copies: Copies;
let mine: Copy;
let theirs: Copy;

beforeEach(async () => {
  copies = await partedCopies();
  mine = await copies.open('Lan Owner');
  theirs = await copies.open('Anna Deputy');
});
afterEach(() => copies.close());

const council = (copy: Copy) => readEngagement(copy.ctx).engagement.council;

describe('bringBack', () => {
  it('brings what the other did, says who, and is one step of undo', () => {
    editEngagement(mine.ctx, { council: 'Northmere' });
    addChild(theirs.ctx, aChild());
    const before = holding(mine);

    const done = bring(mine, theirs);

    expect(done.steps).toBe(1);
    expect(listRows(mine.ctx.db, children).map(({ code }) => code)).toEqual(['A']);
    expect(council(mine)).toBe('Northmere');
    expect(readHistory(mine.ctx).undo?.summary).toBe('Brought back the copy of Anna Deputy');
    expect(listRows(mine.ctx.db, mergedSteps)).toMatchObject([
      { actor: 'Anna Deputy', summary: 'Added Child A' },
    ]);
    expect(checkChain(mine.ctx.db).brokenAt).toBeNull();

    undoLast(mine.ctx);
    expect(holding(mine)).toEqual(before);
    redoLast(mine.ctx);
    expect(listRows(mine.ctx.db, children)).toHaveLength(1);
  });

  it('can be undone and done anew, with another choice', () => {
    editEngagement(mine.ctx, { council: 'Mine' });
    theirs.passes(5);
    editEngagement(theirs.ctx, { council: 'Theirs' });
    const id = readEngagement(mine.ctx).engagement.id;
    bring(mine, theirs);
    expect(council(mine)).toBe('Theirs');

    undoLast(mine.ctx);
    expect(council(mine)).toBe('Mine');
    bring(mine, theirs, { [`engagements/${id}#council`]: 'mine' });

    expect(council(mine)).toBe('Mine');
    bring(theirs, mine);
    expect(council(theirs)).toBe('Mine');
  });

  it('goes back and forth any number of times, and each time only what is new is new', () => {
    const rounds = [1, 2, 3].map((round) => {
      editEngagement(mine.ctx, { council: `Council ${round}` });
      theirs.passes(1);
      savePerson(theirs.ctx, aPerson(`Person ${round}`));
      const there = bring(mine, theirs);
      const back = bring(theirs, mine);
      return [there.steps, back.added];
    });

    expect(rounds.map(([, added]) => added)).toEqual([
      expect.any(Number),
      expect.any(Number),
      expect.any(Number),
    ]);
    expect(holding(theirs)).toEqual(holding(mine));
    expect(council(theirs)).toBe('Council 3');
    expect(listRows(mine.ctx.db, people).filter(({ name }) => name.startsWith('Person'))).toHaveLength(3);
    expect(bring(mine, theirs).changed).toBe(0);
    expect(checkChain(theirs.ctx.db).brokenAt).toBeNull();
  });

  it('does not double what both imported', () => {
    for (const copy of [mine, theirs]) {
      copy.passes(copy === mine ? 0 : 30);
      const person = savePerson(copy.ctx, aPerson('Jo Smith'));
      const place = savePlace(copy.ctx, aPlace('Room 9'));
      addMeeting(copy.ctx, aMeeting({ personIds: [person.id], placeId: place.id }));
      addChild(copy.ctx, aChild());
    }

    bring(mine, theirs);
    bring(theirs, mine);

    expect(listRows(mine.ctx.db, people).filter(({ name }) => name === 'Jo Smith')).toHaveLength(1);
    expect(listRows(mine.ctx.db, places).filter(({ name }) => name === 'Room 9')).toHaveLength(1);
    expect(listRows(mine.ctx.db, meetings).filter(({ title }) => title === 'Health leaders')).toHaveLength(1);
    expect(listRows(mine.ctx.db, children)).toHaveLength(1);
    expect(holding(theirs)).toEqual(holding(mine));
  });

  it('gives one of two children that got the same code the next', () => {
    addChild(mine.ctx, aChild({ forename: 'Ines', upn: 'A820200000001' }));
    theirs.passes(1);
    addChild(theirs.ctx, aChild({ forename: 'Otto', upn: 'A820200000002' }));

    bring(mine, theirs);
    bring(theirs, mine);

    expect(
      listRows(mine.ctx.db, children)
        .map(({ code }) => code)
        .toSorted(),
    ).toEqual(['A', 'B']);
    expect(holding(theirs)).toEqual(holding(mine));
    undoLast(mine.ctx);
    expect(listRows(mine.ctx.db, children).map(({ code }) => code)).toEqual(['A']);
  });

  it('asks about what one removed and the other changed, with all that belongs to it', () => {
    const first = listRows(mine.ctx.db, meetings)[0];
    if (!first) throw new Error('the framework has meetings');
    removeMeetings(theirs.ctx, { ids: [first.id] });
    addChild(mine.ctx, aChild());

    bring(mine, theirs);
    expect(listRows(mine.ctx.db, meetings, { id: first.id })).toEqual([]);
    bring(theirs, mine);

    expect(holding(theirs)).toEqual(holding(mine));
  });

  it('keeps a child that was removed on one side and worked on at the other', async () => {
    await copies.close();
    copies = await partedCopies((ctx) => addChild(ctx, aChild()));
    mine = await copies.open('Lan Owner');
    theirs = await copies.open('Anna Deputy');
    const child = listRows(mine.ctx.db, children)[0];
    if (!child) throw new Error('there is one');
    removeChild(theirs.ctx, { id: child.id });
    mine.passes(10);
    const before = holding(mine);
    addMeeting(mine.ctx, aMeeting({ childId: child.id, title: 'About the child' }));

    bring(mine, theirs);
    bring(theirs, mine);

    expect(holding(mine).children).toEqual(before.children);
    expect(holding(mine).checklist_items).toEqual(before.checklist_items);
    expect(holding(theirs)).toEqual(holding(mine));
    expect(bringBack(mine.ctx, { db: theirs.ctx.db, fileName: '' }, new Map()).changed).toBe(0);
  });

  it('shows a clash that comes of it on the timetable, and refuses nothing', () => {
    const place = savePlace(mine.ctx, aPlace('Room 9'));
    bring(theirs, mine);
    addMeeting(mine.ctx, aMeeting({ placeId: place.id, title: 'Health leaders' }));
    addMeeting(theirs.ctx, aMeeting({ placeId: place.id, title: 'Parents' }));

    expect(bring(mine, theirs).newClashes).toBe(1);
    const inRoom = listRows(mine.ctx.db, meetings, { placeId: place.id });
    expect(inRoom.map(({ title }) => title).toSorted()).toEqual(['Health leaders', 'Parents']);
  });

  it('removes what nobody needs', () => {
    const person = savePerson(theirs.ctx, aPerson('Short Stay'));
    bring(mine, theirs);
    removePerson(theirs.ctx, { id: person.id });

    bring(mine, theirs);

    expect(listRows(mine.ctx.db, people, { id: person.id })).toEqual([]);
    expect(listRows(mine.ctx.db, bringBacks)).toHaveLength(2);
  });
});

const aPerson = (name: string) => ({
  ...{
    id: null,
    name,
    side: 'partnership' as const,
    role: '',
    discipline: '',
    strandId: null,
    organisation: '',
  },
  ...{ sector: null, email: '', phone: '', availability: '', notes: '' },
});

const aPlace = (name: string) => ({
  ...{ id: null, name, site: 'Civic Centre', capacity: null, hasVideo: false, isStepFree: true },
  ...{ isOnline: false, travelMinutes: 0 },
});

const aMeeting = (fields: object) =>
  ({
    ...{ title: 'Health leaders', kind: 'leaders', day: '2026-11-24', start: 660, minutes: 45 },
    ...{ ...plainMeeting, strandIds: [], personIds: [], ...fields },
  }) as never;
