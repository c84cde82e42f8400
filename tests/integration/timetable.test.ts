import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { meetings as meetingsTable } from '../../main/db/tables.ts';
import { updateRow } from '../../main/db/write.ts';
import { addChild } from '../../main/services/add-child.ts';
import { recordConsent } from '../../main/services/child-file.ts';
import { type Context, write } from '../../main/services/context.ts';
import { logFeedback } from '../../main/services/feedback.ts';
import {
  addMeeting,
  duplicateMeeting,
  editMeeting,
  moveMeeting,
  pinMeeting,
  readTimetable,
  removeMeeting,
  unscheduleMeeting,
} from '../../main/services/timetable.ts';
import { addBlock } from '../../main/services/timetable-blocks.ts';
import { acknowledgeClash, withdrawAcknowledgement } from '../../main/services/timetable-clashes.ts';
import { readHistory, redoLast, undoLast } from '../../main/services/undo.ts';
import type { MeetingId, PersonId, PlaceId, StrandId } from '../../shared/domain/ids.ts';
import type { MeetingWithPeople } from '../../shared/domain/meeting.ts';
import type { Person } from '../../shared/domain/people.ts';
import { timetableChannels } from '../../shared/ipc/timetable.ts';
import { aChild, aFeedback } from '../support/child-builders.ts';
import { failureOf } from '../support/failure-of.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';
import { addedMeeting, addedPerson, addedPlace, aMeetingForm } from '../support/timetable-builders.ts';

const tuesday = '2026-11-24';
const wednesday = '2026-11-25';

let temp: TempEngagement;
let ctx: Context;
let start: string | undefined;
let jo: Person & { readonly strandId: StrandId };
let ann: Person & { readonly strandId: StrandId };
let sarah: Person;

beforeAll(async () => {
  temp = await tempEngagement({ frameworkId: 'blank' });
  ctx = temp.ctx;
  for (const { id } of readTimetable(ctx).meetings) removeMeeting(ctx, { id });
  jo = withStrand(addedPerson(ctx, { name: 'Jo Pike', side: 'inspection' }));
  ann = withStrand(addedPerson(ctx, { name: 'Ann Roe', side: 'inspection' }));
  sarah = addedPerson(ctx);
  start = readHistory(ctx).undo?.id;
});
afterAll(() => temp.close());

// Undoing what a test did leads back to where it began, which is itself worth knowing.
afterEach(() => {
  while (readHistory(ctx).undo?.id !== start) undoLast(ctx);
  expect(readTimetable(ctx)).toMatchObject({ meetings: [], clashes: [], acknowledgements: [] });
});

const withStrand = (person: Person) => ({ ...person, strandId: person.strandId ?? ('' as StrandId) });
const meetingNow = (id: MeetingId) => readTimetable(ctx).meetings.find((meeting) => meeting.id === id);
const keys = () => readTimetable(ctx).clashes.map((clash) => clash.key);

/** A meeting of Jo's and Sarah's at ten, and one of Ann's at two that Sarah is asked to as well. */
function twoMeetings(): { readonly ten: MeetingWithPeople; readonly two: MeetingWithPeople } {
  return {
    ten: addedMeeting(ctx, { title: 'AP commissioning', strandIds: [jo.strandId], personIds: [sarah.id] }),
    two: addedMeeting(ctx, {
      title: 'Post-16',
      start: 14 * 60,
      strandIds: [ann.strandId],
      personIds: [sarah.id],
    }),
  };
}

describe('addMeeting', () => {
  it('adds a meeting with its strands and people, each once', () => {
    const { meeting, clashes } = addMeeting(
      ctx,
      aMeetingForm({ strandIds: [jo.strandId, jo.strandId], personIds: [sarah.id, sarah.id] }),
    );

    expect(meeting).toMatchObject({ version: 1, strandIds: [jo.strandId], personIds: [sarah.id] });
    expect(clashes).toEqual([]);
    expect(readTimetable(ctx).meetings).toEqual([meeting]);
  });

  it('refuses a time that is taken, in a sentence that says by what, and writes nothing', () => {
    twoMeetings();

    expect(failureOf(() => addMeeting(ctx, aMeetingForm({ start: 630, personIds: [sarah.id] })))).toEqual({
      code: 'timetable/clash',
      detail: 'Sarah Lindqvist is with Jo Pike in AP commissioning until 11am.',
    });
    expect(readTimetable(ctx).meetings).toHaveLength(2);
  });

  it('refuses what is not there any more', () => {
    const gone = (given: Parameters<typeof aMeetingForm>[0]) =>
      failureOf(() => addMeeting(ctx, aMeetingForm(given)))?.code;

    expect(gone({ personIds: ['gone' as PersonId] })).toBe('record/not-found');
    expect(gone({ strandIds: ['gone' as StrandId] })).toBe('record/not-found');
    expect(gone({ placeId: 'gone' as PlaceId })).toBe('record/not-found');
  });

  it('refuses a meeting that runs past midnight, and takes one that ends at it', () => {
    const late = { start: 23 * 60, overrideReason: 'Evening visit' };

    expect(failureOf(() => addMeeting(ctx, aMeetingForm({ ...late, minutes: 65 })))?.code).toBe(
      'timetable/outside-the-day',
    );
    expect(addMeeting(ctx, aMeetingForm({ ...late, minutes: 60 })).clashes).toHaveLength(1);
  });
});

describe('moveMeeting', () => {
  it('moves a meeting in day, time and length, and raises its version', () => {
    const { ten } = twoMeetings();

    const { meeting } = moveMeeting(ctx, { id: ten.id, version: 1, day: wednesday, start: 660, minutes: 45 });

    expect(meeting).toEqual({ ...ten, version: 2, day: wednesday, start: 660, minutes: 45 });
    expect(meetingNow(ten.id)).toEqual(meeting);
    expect(readHistory(ctx).recent[0]).toMatchObject({
      action: 'moveMeeting',
      summary: 'Moved “AP commissioning”',
    });
  });

  it('moves it from one column to another, and keeps the others', () => {
    const { id, version } = addedMeeting(ctx, { strandIds: [jo.strandId] });

    const moved = moveMeeting(ctx, {
      ...{ id, version, day: tuesday, start: 600 },
      ...{ fromStrandId: jo.strandId, toStrandId: ann.strandId },
    });
    expect(moved.meeting.strandIds).toEqual([ann.strandId]);

    const added = moveMeeting(ctx, {
      ...{ id, version: 2, day: tuesday, start: 600 },
      ...{ fromStrandId: null, toStrandId: jo.strandId },
    });
    expect([...added.meeting.strandIds].sort()).toEqual([ann.strandId, jo.strandId].sort());

    const left = moveMeeting(ctx, {
      ...{ id, version: 3, day: tuesday, start: 600 },
      ...{ fromStrandId: ann.strandId, toStrandId: null },
    });
    expect(left.meeting.strandIds).toEqual([jo.strandId]);
    expect(meetingNow(id)).toEqual(left.meeting);
  });

  it('refuses an older picture of the meeting', () => {
    const { ten } = twoMeetings();
    moveMeeting(ctx, { id: ten.id, version: 1, day: tuesday, start: 660 });

    expect(
      failureOf(() => moveMeeting(ctx, { id: ten.id, version: 1, day: tuesday, start: 720 }))?.code,
    ).toBe('record/stale');
    expect(meetingNow(ten.id)).toMatchObject({ version: 2, start: 660 });
  });

  it('says when the meeting is gone', () => {
    expect(
      failureOf(() => moveMeeting(ctx, { id: 'gone' as MeetingId, version: 1, day: tuesday, start: 600 }))
        ?.code,
    ).toBe('record/not-found');
  });

  it('refuses a time that is taken, and leaves everything as it was', () => {
    const { ten, two } = twoMeetings();
    const before = readTimetable(ctx);

    expect(failureOf(() => moveMeeting(ctx, { id: two.id, version: 1, day: tuesday, start: 630 }))).toEqual({
      code: 'timetable/clash',
      detail: 'Sarah Lindqvist is with Jo Pike in AP commissioning until 11am.',
    });
    expect(
      failureOf(() => moveMeeting(ctx, { id: ten.id, version: 1, day: tuesday, start: 7 * 60 }))?.detail,
    ).toMatch(/^AP commissioning starts before /);
    expect(readTimetable(ctx)).toEqual(before);
  });

  it('refuses a move past midnight', () => {
    const { ten } = twoMeetings();
    const move = { id: ten.id, version: 1, day: tuesday, start: 1430, overrideReason: 'Late' };

    expect(failureOf(() => moveMeeting(ctx, move))?.code).toBe('timetable/outside-the-day');
  });

  it('puts the reason for a clash on record, once for each clash, and undo takes both back', () => {
    const { ten, two } = twoMeetings();
    const key = `person-twice|${[ten.id, two.id].sort().join('+')}|${sarah.id}|`;

    const { clashes } = moveMeeting(ctx, {
      ...{ id: two.id, version: 1, day: tuesday, start: 630 },
      overrideReason: 'She joins late',
    });

    expect(clashes.map((clash) => clash.key)).toEqual([key]);
    expect(keys()).toEqual([key]);
    expect(readTimetable(ctx).acknowledgements).toMatchObject([
      { clashKey: key, reason: 'She joins late', at: '2026-11-24T10:42:00.000Z' },
    ]);

    undoLast(ctx);
    expect(readTimetable(ctx).acknowledgements).toEqual([]);
    expect(meetingNow(two.id)).toEqual(two);

    redoLast(ctx);
    expect(readTimetable(ctx).acknowledgements).toHaveLength(1);
    expect(meetingNow(two.id)).toMatchObject({ start: 630, version: 2 });
  });

  it('lets a meeting with a clash be moved while the clash stays the same', () => {
    const { two } = twoMeetings();
    moveMeeting(ctx, { id: two.id, version: 1, day: tuesday, start: 630, overrideReason: 'She joins late' });

    const { clashes } = moveMeeting(ctx, { id: two.id, version: 2, day: tuesday, start: 615 });

    expect(clashes).toHaveLength(1);
    expect(readTimetable(ctx).acknowledgements).toHaveLength(1);
  });

  it('keeps a timetable that came with clashes workable: only a new clash refuses', () => {
    const { ten, two } = twoMeetings();
    write(ctx, { action: 'confirmImport', summary: 'Imported' }, (tx) =>
      updateRow(tx, meetingsTable, two.id, { start: 615 }),
    );
    const [clash] = readTimetable(ctx).clashes;

    expect(clash?.rule).toBe('person-twice');
    expect(moveMeeting(ctx, { id: ten.id, version: 1, day: tuesday, start: 630 }).clashes).toHaveLength(1);
    expect(editMeeting(ctx, { id: ten.id, version: 2, notes: 'Bring the map' }).meeting.notes).toBe(
      'Bring the map',
    );
    expect(readTimetable(ctx).acknowledgements).toEqual([]);
    const third = addedMeeting(ctx, { title: 'Third', start: 780, personIds: [sarah.id] });
    expect(
      failureOf(() => moveMeeting(ctx, { id: third.id, version: 1, day: tuesday, start: 630 }))?.code,
    ).toBe('timetable/clash');
  });

  it('records nothing when the meeting is put back where it was', () => {
    const { ten } = twoMeetings();
    const before = readHistory(ctx).undo?.id;

    const { meeting } = moveMeeting(ctx, { id: ten.id, version: 1, day: tuesday, start: 600 });

    expect(meeting).toEqual(ten);
    expect(readHistory(ctx).undo?.id).toBe(before);
  });
});

describe('editMeeting', () => {
  it('changes only what is given', () => {
    const room = addedPlace(ctx);
    const { ten } = twoMeetings();

    const { meeting } = editMeeting(ctx, { id: ten.id, version: 1, placeId: room.id, personIds: [] });

    expect(meeting).toEqual({ ...ten, version: 2, placeId: room.id, personIds: [] });
    expect(meetingNow(ten.id)).toEqual(meeting);
  });

  it('refuses a room that is taken, and an older picture', () => {
    const room = addedPlace(ctx);
    addedMeeting(ctx, { title: 'SENDIASS', placeId: room.id });
    const { ten } = twoMeetings();

    expect(failureOf(() => editMeeting(ctx, { id: ten.id, version: 1, placeId: room.id }))?.detail).toBe(
      'Room 2.14 is taken by SENDIASS until 11am.',
    );
    expect(failureOf(() => editMeeting(ctx, { id: ten.id, version: 7, notes: 'x' }))?.code).toBe(
      'record/stale',
    );
  });

  it('takes input as the channel parses it, with any field left out', () => {
    const { ten } = twoMeetings();
    const input = timetableChannels['timetable:editMeeting'].input.parse({
      id: ten.id,
      version: 1,
      title: ' New ',
    });

    expect(editMeeting(ctx, input).meeting).toEqual({ ...ten, version: 2, title: 'New' });
  });
});

describe('unscheduleMeeting, pinMeeting and duplicateMeeting', () => {
  it('puts a meeting in the tray with all it has', () => {
    const { ten } = twoMeetings();

    const { meeting } = unscheduleMeeting(ctx, { id: ten.id, version: 1 });

    expect(meeting).toEqual({ ...ten, version: 2, day: null, start: null });
    expect(failureOf(() => unscheduleMeeting(ctx, { id: ten.id, version: 1 }))?.code).toBe('record/stale');
  });

  it('pins and unpins', () => {
    const { ten } = twoMeetings();

    expect(pinMeeting(ctx, { id: ten.id, version: 1, isPinned: true }).meeting.isPinned).toBe(true);
    expect(failureOf(() => pinMeeting(ctx, { id: ten.id, version: 1, isPinned: false }))?.code).toBe(
      'record/stale',
    );
    expect(pinMeeting(ctx, { id: ten.id, version: 2, isPinned: false }).meeting.isPinned).toBe(false);
  });

  it('copies a meeting to the tray, where it clashes with nothing', () => {
    const { ten } = twoMeetings();

    const { meeting, clashes } = duplicateMeeting(ctx, { id: ten.id });

    expect(meeting).toEqual({
      ...ten,
      id: meeting.id,
      title: 'AP commissioning (copy)',
      day: null,
      start: null,
    });
    expect(meeting.id).not.toBe(ten.id);
    expect(clashes).toEqual([]);
    expect(meetingNow(meeting.id)).toEqual(meeting);
    expect(failureOf(() => duplicateMeeting(ctx, { id: 'gone' as MeetingId }))?.code).toBe(
      'record/not-found',
    );
  });

  it('copies a title that is as long as a title may be', () => {
    const { id } = addedMeeting(ctx, { title: 'x'.repeat(200) });

    expect(duplicateMeeting(ctx, { id }).meeting.title).toHaveLength(200);
  });
});

describe('removeMeeting', () => {
  it('removes a meeting with what was accepted about it, and undo brings all of it back', () => {
    const { ten, two } = twoMeetings();
    moveMeeting(ctx, { id: two.id, version: 1, day: tuesday, start: 630, overrideReason: 'She joins late' });
    const before = readTimetable(ctx);

    removeMeeting(ctx, { id: ten.id });

    expect(readTimetable(ctx)).toMatchObject({
      meetings: [{ id: two.id }],
      clashes: [],
      acknowledgements: [],
    });
    undoLast(ctx);
    expect(readTimetable(ctx)).toEqual(before);
  });

  it('refuses while feedback belongs to it', () => {
    const { ten } = twoMeetings();
    logFeedback(ctx, { ...aFeedback, meetingId: ten.id });

    expect(failureOf(() => removeMeeting(ctx, { id: ten.id }))).toEqual({
      code: 'record/in-use',
      detail: '1 piece of feedback belongs to “AP commissioning”.',
    });
  });
});

describe('acknowledgeClash and withdrawAcknowledgement', () => {
  it('accepts a warning with a reason, gives it another, and takes it back', () => {
    const { id: childId } = addChild(ctx, aChild());
    addedMeeting(ctx, { kind: 'child', childId });
    const [key = ''] = keys();

    acknowledgeClash(ctx, { clashKey: key, reason: 'Asked by phone' });
    acknowledgeClash(ctx, { clashKey: key, reason: 'Form is in the post' });

    expect(readTimetable(ctx).acknowledgements).toMatchObject([
      { clashKey: key, reason: 'Form is in the post' },
    ]);
    expect(keys()).toEqual([key]);
    withdrawAcknowledgement(ctx, { clashKey: key });
    expect(readTimetable(ctx).acknowledgements).toEqual([]);
  });

  it('knows a refusal from what was accepted before it', () => {
    const { id: childId } = addChild(ctx, aChild());
    addedMeeting(ctx, { kind: 'child', childId });
    const [key = ''] = keys();
    acknowledgeClash(ctx, { clashKey: key, reason: 'Asked by phone' });

    recordConsent(ctx, {
      childId,
      party: 'parent',
      state: 'refused',
      recordedBy: 'LANO',
      note: '',
      at: null,
    });

    expect(keys()).toHaveLength(1);
    expect(keys()).not.toContain(key);
  });

  it('refuses a clash that is not there, and one that was not accepted', () => {
    expect(failureOf(() => acknowledgeClash(ctx, { clashKey: 'no-such', reason: 'x' }))?.code).toBe(
      'record/not-found',
    );
    expect(failureOf(() => withdrawAcknowledgement(ctx, { clashKey: 'no-such' }))?.code).toBe(
      'record/not-found',
    );
  });
});

describe('addBlock', () => {
  const lunch = { title: 'Lunch', start: 750, minutes: 45 };

  it('adds the block once for each day, across the strands, as one step', () => {
    addBlock(ctx, { ...lunch, days: [tuesday, wednesday, tuesday], strandIds: [jo.strandId, ann.strandId] });

    expect(readTimetable(ctx).meetings).toMatchObject([
      { title: 'Lunch', kind: 'block', day: tuesday, strandIds: [jo.strandId, ann.strandId] },
      { title: 'Lunch', kind: 'block', day: wednesday, strandIds: [jo.strandId, ann.strandId] },
    ]);
    undoLast(ctx);
    expect(readTimetable(ctx).meetings).toEqual([]);
  });

  it('is refused on top of a meeting, unless a reason is given', () => {
    addedMeeting(ctx, { start: 720, strandIds: [jo.strandId] });
    const input = { ...lunch, days: [tuesday], strandIds: [jo.strandId, ann.strandId] };

    expect(failureOf(() => addBlock(ctx, input))).toEqual({
      code: 'timetable/clash',
      detail: 'Jo Pike is in Joint commissioning until 1pm.',
    });
    addBlock(ctx, { ...input, overrideReason: 'Working lunch' });

    expect(readTimetable(ctx).acknowledgements).toMatchObject([{ reason: 'Working lunch' }]);
  });

  it('refuses a strand that is gone and a block past midnight', () => {
    const block = { ...lunch, days: [tuesday] };

    expect(failureOf(() => addBlock(ctx, { ...block, strandIds: ['gone' as StrandId] }))?.code).toBe(
      'record/not-found',
    );
    expect(failureOf(() => addBlock(ctx, { ...block, start: 1430, strandIds: [jo.strandId] }))?.code).toBe(
      'timetable/outside-the-day',
    );
  });
});

describe('readTimetable', () => {
  it('reads with as many statements for many meetings as for one', () => {
    const statementsFor = () => {
      let count = 0;
      const db = new Proxy(ctx.db, {
        get: (target, name) => {
          if (name === 'prepare') count += 1;
          const value = Reflect.get(target, name) as unknown;
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
      readTimetable({ ...ctx, db });
      return count;
    };
    addedMeeting(ctx, { start: 540 });
    const one = statementsFor();
    twoMeetings();

    expect(statementsFor()).toBe(one);
  });
});
