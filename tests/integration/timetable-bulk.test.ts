import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../main/services/context.ts';
import { readEngagement } from '../../main/services/engagement.ts';
import { logFeedback } from '../../main/services/feedback.ts';
import { pinMeeting, readTimetable, removeMeeting } from '../../main/services/timetable.ts';
import {
  copyDay,
  placeMeetings,
  removeMeetings,
  runLate,
  shiftMeetings,
  swapMeetings,
  unscheduleMeetings,
} from '../../main/services/timetable-bulk.ts';
import { readHistory, undoLast } from '../../main/services/undo.ts';
import type { MeetingId, StrandId } from '../../shared/domain/ids.ts';
import type { MeetingWithPeople } from '../../shared/domain/meeting.ts';
import { aFeedback } from '../support/child-builders.ts';
import { failureOf } from '../support/failure-of.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';
import { addedMeeting, addedPerson } from '../support/timetable-builders.ts';

const tuesday = '2026-11-24';
const wednesday = '2026-11-25';

let temp: TempEngagement;
let ctx: Context;
let start: string | undefined;
let jo: StrandId;
let ann: StrandId;

beforeAll(async () => {
  temp = await tempEngagement();
  ctx = temp.ctx;
  for (const { id } of readTimetable(ctx).meetings) removeMeeting(ctx, { id });
  jo = addedPerson(ctx, { name: 'Jo Pike', side: 'inspection' }).strandId as StrandId;
  ann = addedPerson(ctx, { name: 'Ann Roe', side: 'inspection' }).strandId as StrandId;
  start = readHistory(ctx).undo?.id;
});
afterAll(() => temp.close());
afterEach(() => {
  while (readHistory(ctx).undo?.id !== start) undoLast(ctx);
  expect(readTimetable(ctx).meetings).toEqual([]);
});

const all = () => readTimetable(ctx).meetings;
const now = (id: MeetingId) => all().find((meeting) => meeting.id === id);
const seen = ({ id, version }: MeetingWithPeople) => ({ id, version });
const at = (meeting: MeetingWithPeople | undefined) => [meeting?.day, meeting?.start];
const lastSummary = () => readHistory(ctx).recent[0]?.summary;
const pinned = (meeting: MeetingWithPeople) =>
  pinMeeting(ctx, { id: meeting.id, version: meeting.version, isPinned: true }).meeting;

/** At ten, eleven and two in Jo's strand. */
const threeOfJo = () =>
  ['Ten', 'Eleven', 'Two'].map((title, index) =>
    addedMeeting(ctx, { title, start: [600, 660, 840][index] ?? 0, strandIds: [jo] }),
  ) as [MeetingWithPeople, MeetingWithPeople, MeetingWithPeople];

describe('swapMeetings', () => {
  it('exchanges the times of two meetings of one strand as one step that is undone as one', () => {
    const [ten, , two] = threeOfJo();
    const before = all();

    swapMeetings(ctx, { first: seen(ten), second: seen(two), withStrands: false, withPlaces: false });

    expect([now(ten.id)?.start, now(two.id)?.start]).toEqual([840, 600]);
    expect(lastSummary()).toBe('Swapped “Ten” and “Two”');
    undoLast(ctx);
    expect(all()).toEqual(before);
  });

  it('refuses a clash that it would bring, until a reason is given', () => {
    const [ten] = threeOfJo();
    const other = addedMeeting(ctx, { title: 'Ann at eleven', start: 660, strandIds: [ann] });
    addedMeeting(ctx, { title: 'Ann at ten', start: 600, strandIds: [ann] });
    const swap = { first: seen(ten), second: seen(other), withStrands: false, withPlaces: false };

    expect(failureOf(() => swapMeetings(ctx, swap))?.code).toBe('timetable/clash');
    swapMeetings(ctx, { ...swap, overrideReason: 'They share the hour' });
    expect(readTimetable(ctx).acknowledgements.length).toBeGreaterThan(0);
  });

  it('refuses an older picture of either', () => {
    const [ten, eleven] = threeOfJo();
    const swap = { withStrands: false, withPlaces: false };
    const older = { ...seen(eleven), version: 9 };

    expect(failureOf(() => swapMeetings(ctx, { ...swap, first: seen(ten), second: older }))?.code).toBe(
      'record/stale',
    );
  });
});

describe('shiftMeetings', () => {
  it('moves neighbours together without their clashing on the way, and leaves the pinned one', () => {
    const [ten, eleven, two] = threeOfJo();
    pinned(two);
    const meetings = all().map(seen);

    const { ids, kept } = shiftMeetings(ctx, { meetings, minutes: 30, days: 0 });

    expect([now(ten.id)?.start, now(eleven.id)?.start, now(two.id)?.start]).toEqual([630, 690, 840]);
    expect([ids.length, kept]).toEqual([2, [{ id: two.id, why: 'pinned' }]]);
    expect(lastSummary()).toBe('Moved 2 meetings');
  });

  it('moves to the next day that is offered', () => {
    const [ten] = threeOfJo();

    shiftMeetings(ctx, { meetings: [seen(ten)], minutes: 0, days: 1 });

    expect(at(now(ten.id))).toEqual([wednesday, 600]);
  });
});

describe('unscheduleMeetings', () => {
  it('puts several in the tray as one step, and leaves the pinned one', () => {
    const [ten, eleven, two] = threeOfJo();
    const held = pinned(two);

    const { kept } = unscheduleMeetings(ctx, { meetings: [seen(ten), seen(eleven), seen(held)] });

    expect([now(ten.id)?.day, now(eleven.id)?.day, now(two.id)?.day]).toEqual([null, null, tuesday]);
    expect(kept).toEqual([{ id: two.id, why: 'pinned' }]);
    undoLast(ctx);
    expect(now(ten.id)?.day).toBe(tuesday);
  });
});

describe('removeMeetings', () => {
  it('removes what it may as one step, and says why the others stay', () => {
    const [ten, eleven, two] = threeOfJo();
    pinned(two);
    logFeedback(ctx, { ...aFeedback, meetingId: eleven.id });

    const { ids, kept } = removeMeetings(ctx, { ids: [ten.id, eleven.id, two.id] });

    expect(ids).toEqual([ten.id]);
    expect(kept).toEqual([
      { id: two.id, why: 'pinned' },
      { id: eleven.id, why: 'in-use' },
    ]);
    expect(lastSummary()).toBe('Removed 1 meeting');
  });
});

describe('runLate', () => {
  const late = { day: tuesday, from: 615, minutes: 15, absorbs: false, leaving: [] };

  it('pushes what is still to come in one strand, as one step', () => {
    const [ten, eleven, two] = threeOfJo();
    const other = addedMeeting(ctx, { title: 'Ann at eleven', start: 660, strandIds: [ann] });

    runLate(ctx, { ...late, strandId: jo });

    expect([ten, eleven, two, other].map(({ id }) => now(id)?.start)).toEqual([600, 675, 855, 660]);
    expect(lastSummary()).toBe('Running 15 minutes late: moved 2 meetings');
  });

  it('refuses to push a meeting into a pinned one without a reason', () => {
    const eleven = addedMeeting(ctx, { title: 'Eleven', start: 660, strandIds: [jo] });
    pinned(addedMeeting(ctx, { title: 'Midday', start: 720, strandIds: [jo] }));

    expect(failureOf(() => runLate(ctx, { ...late, strandId: jo }))?.code).toBe('timetable/clash');
    expect(now(eleven.id)?.start).toBe(660);
  });

  it('writes nothing when nothing is still to come', () => {
    expect(runLate(ctx, { ...late, strandId: jo })).toEqual({ ids: [], kept: [] });
    expect(readHistory(ctx).undo?.id).toBe(start);
  });
});

describe('copyDay', () => {
  it('copies a day to another, with strands and people, as one step', () => {
    threeOfJo();

    const { ids } = copyDay(ctx, { from: tuesday, to: wednesday, blocksOnly: false });

    const copies = all().filter((meeting) => meeting.day === wednesday);
    expect(copies.map(({ start: minute, strandIds }) => [minute, strandIds])).toEqual([
      [600, [jo]],
      [660, [jo]],
      [840, [jo]],
    ]);
    expect(ids.length).toBe(3);
    expect(lastSummary()).toBe('Copied 3 meetings to Wednesday 25 November 2026');
  });

  it('says so when there is nothing to copy', () => {
    threeOfJo();

    expect(failureOf(() => copyDay(ctx, { from: tuesday, to: wednesday, blocksOnly: true }))?.code).toBe(
      'timetable/empty',
    );
  });
});

describe('the days the timetable offers', () => {
  it('are the fortnight off site and the week on site', () => {
    const days = readEngagement(ctx).timetableDays;

    expect([days[0], days.at(-1), days.length]).toEqual(['2026-11-09', '2026-11-27', 15]);
  });
});

describe('placeMeetings', () => {
  const inTray = (title: string) => addedMeeting(ctx, { title, day: null, start: null });
  const planned = (meeting: MeetingWithPeople, start: number) => ({
    ...seen(meeting),
    ...{ day: tuesday, start, strandIds: [jo], placeId: null },
  });

  it('gives waiting meetings their day, time and strand as one step that is undone as one', () => {
    const [one, two] = [inTray('One'), inTray('Two')];

    placeMeetings(ctx, { placements: [planned(one, 600), planned(two, 660)] });

    expect([now(one.id), now(two.id)]).toMatchObject([
      { day: tuesday, start: 600, strandIds: [jo] },
      { day: tuesday, start: 660, strandIds: [jo] },
    ]);
    expect(lastSummary()).toBe('Placed 2 meetings');
    undoLast(ctx);
    expect(all().map(({ start: own }) => own)).toEqual([null, null]);
  });

  it('refuses places that clash with each other, and writes none', () => {
    const [one, two] = [inTray('One'), inTray('Two')];

    const failure = failureOf(() =>
      placeMeetings(ctx, { placements: [planned(one, 600), planned(two, 630)] }),
    );

    expect(failure?.code).toBe('timetable/clash');
    expect(now(one.id)?.start).toBeNull();
  });

  it('refuses a meeting that somebody has placed or pinned since', () => {
    const placed = addedMeeting(ctx, { title: 'Placed' });
    const kept = pinned(inTray('Pinned'));

    for (const meeting of [placed, kept])
      expect(failureOf(() => placeMeetings(ctx, { placements: [planned(meeting, 900)] }))?.code).toBe(
        'record/stale',
      );
  });
});
