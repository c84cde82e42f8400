import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listRows } from '../../main/db/table.ts';
import { absences, feedbackEntries, requests } from '../../main/db/tables.ts';
import { markMeeting, readAttendance, setInvitations } from '../../main/services/attendance.ts';
import { logFeedback } from '../../main/services/feedback.ts';
import { removePerson } from '../../main/services/people.ts';
import { replacePerson } from '../../main/services/replace-person.ts';
import { readTimetable, removeMeeting } from '../../main/services/timetable.ts';
import { readHistory, undoLast } from '../../main/services/undo.ts';
import { draftSnapshot } from '../../main/services/versions/snapshot.ts';
import type { Person } from '../../shared/domain/people.ts';
import { codeOf } from '../support/code-of.ts';
import { type TempEngagement, tempEngagement, testNow } from '../support/temp-engagement.ts';
import { addedMeeting, addedPerson } from '../support/timetable-builders.ts';

let engagement: TempEngagement;
let ruth: Person;
let sam: Person;

beforeEach(async () => {
  engagement = await tempEngagement();
  ruth = addedPerson(engagement.ctx, { name: 'Ruth Calder' });
  sam = addedPerson(engagement.ctx, { name: 'Sam Okafor' });
});
afterEach(() => engagement.close());

/** The meetings with their people by id: Undo puts a row back at the end. */
const inOrder = () =>
  readTimetable(engagement.ctx).meetings.map((one) => ({ ...one, personIds: one.personIds.toSorted() }));

const nothingElse = { requests: [], checklistItems: [], actions: [], away: null };

describe('setInvitations', () => {
  it('keeps what was answered, when, to whom, and for which time', () => {
    const { ctx } = engagement;
    const meeting = addedMeeting(ctx, { personIds: [ruth.id] });

    setInvitations(ctx, { entries: [{ meetingId: meeting.id, personId: ruth.id }], state: 'accepted' });

    expect(readAttendance(ctx).invitations).toEqual([
      {
        id: expect.any(String),
        meetingId: meeting.id,
        personId: ruth.id,
        state: 'accepted',
        standInId: null,
        heardAt: testNow,
        heardBy: 'Tester',
        day: '2026-11-24',
        start: 600,
      },
    ]);
  });

  it('sets many at once as one step, which Undo takes back', () => {
    const { ctx } = engagement;
    const one = addedMeeting(ctx, { personIds: [ruth.id, sam.id] });
    const two = addedMeeting(ctx, { start: 720, personIds: [ruth.id] });
    const entries = [
      { meetingId: one.id, personId: ruth.id },
      { meetingId: one.id, personId: sam.id },
      { meetingId: two.id, personId: ruth.id },
    ];

    setInvitations(ctx, { entries, state: 'asked' });

    expect(readAttendance(ctx).invitations).toHaveLength(3);
    expect(readHistory(ctx).undo?.summary).toBe('Marked 2 people asked for 2 meetings');
    undoLast(ctx);
    expect(readAttendance(ctx).invitations).toEqual([]);
  });

  it('takes an invitation away when it turns out that nobody asked', () => {
    const { ctx } = engagement;
    const meeting = addedMeeting(ctx, { personIds: [ruth.id] });
    const entries = [{ meetingId: meeting.id, personId: ruth.id }];
    setInvitations(ctx, { entries, state: 'asked' });

    setInvitations(ctx, { entries, state: 'not-asked' });

    expect(readAttendance(ctx).invitations).toEqual([]);
  });

  it('refuses somebody who is not in the meeting', async () => {
    const { ctx } = engagement;
    const meeting = addedMeeting(ctx, { personIds: [ruth.id] });
    const entries = [{ meetingId: meeting.id, personId: sam.id }];

    expect(await codeOf(() => setInvitations(ctx, { entries, state: 'asked' }))).toBe('record/not-found');
  });
});

describe('markMeeting', () => {
  it('keeps that a meeting was held late without somebody, and forgets it when all is as planned', () => {
    const { ctx } = engagement;
    const meeting = addedMeeting(ctx, { personIds: [ruth.id] });
    const mark = { meetingId: meeting.id, outcome: 'held', lateMinutes: 10, absentIds: [ruth.id] } as const;

    markMeeting(ctx, { ...mark, absentIds: [ruth.id, ruth.id] });

    expect(readAttendance(ctx).marks).toMatchObject([mark]);
    expect(readHistory(ctx).undo?.summary).toBe(
      'Marked “Joint commissioning”: held, 10 minutes late, 1 did not attend',
    );
    markMeeting(ctx, { meetingId: meeting.id, outcome: 'planned', lateMinutes: 0, absentIds: [] });
    expect(readAttendance(ctx).marks).toEqual([]);
  });

  it('frees the people and the room of a meeting that is cancelled, and takes it out of what is published', () => {
    const { ctx } = engagement;
    const meeting = addedMeeting(ctx, { personIds: [ruth.id] });
    addedMeeting(ctx, { title: 'Therapies', personIds: [ruth.id], overrideReason: 'To see it' });
    const twice = () => readTimetable(ctx).clashes.filter((clash) => clash.rule === 'person-twice');
    expect(twice()).toHaveLength(1);

    markMeeting(ctx, { meetingId: meeting.id, outcome: 'cancelled', lateMinutes: 0, absentIds: [] });

    expect(twice()).toEqual([]);
    expect(draftSnapshot(ctx.db).meetings.map((one) => one.title)).toEqual(['Therapies']);
  });
});

describe('replacePerson', () => {
  it('hands on each thing to whom it says, in one step that Undo takes back whole', () => {
    const { ctx } = engagement;
    const una = addedPerson(ctx, { name: 'Una Bright' });
    const one = addedMeeting(ctx, { personIds: [ruth.id, una.id] });
    const two = addedMeeting(ctx, { start: 720, personIds: [ruth.id] });
    const entry = logFeedback(ctx, {
      ...{ at: null, text: 'Waits are long.', kind: 'neutral', saidBy: '', heardBy: '', meetingId: null },
      ...{ childId: null, criterionId: null, isEmbargoed: true, action: 'Find the figures' },
      ...{
        sector: null,
        isQuote: false,
        reply: '',
        evidenceGiven: '',
        confidence: 'not-said',
        hearingId: null,
      },
      ...{ actionOwnerId: ruth.id, actionDueOn: null, actionDueAt: null },
    });
    const [request] = listRows(ctx.db, requests);
    const before = inOrder();

    replacePerson(ctx, {
      personId: ruth.id,
      meetings: [
        { id: one.id, standInId: sam.id },
        { id: two.id, standInId: null },
      ],
      requests: request ? [{ id: request.id, ownerId: sam.id }] : [],
      checklistItems: [],
      actions: [{ id: entry.id, ownerId: una.id }],
      away: { fromDay: '2026-11-24', toDay: null },
    });

    const after = readTimetable(ctx).meetings;
    const peopleIn = (id: string) => after.find((meeting) => meeting.id === id)?.personIds.toSorted();
    expect(peopleIn(one.id)).toEqual([sam.id, una.id].toSorted());
    expect(peopleIn(two.id)).toEqual([ruth.id]);
    expect(
      readAttendance(ctx).invitations.map(({ state, standInId, personId }) => [personId, state, standInId]),
    ).toEqual([
      [ruth.id, 'stand-in', sam.id],
      [ruth.id, 'declined', null],
    ]);
    expect(listRows(ctx.db, requests)[0]?.ownerId).toBe(sam.id);
    expect(listRows(ctx.db, absences)).toMatchObject([
      { personId: ruth.id, fromDay: '2026-11-24', toDay: null },
    ]);
    expect(readTimetable(ctx).clashes.filter((clash) => clash.rule === 'person-away')).toHaveLength(1);
    expect(listRows(ctx.db, feedbackEntries)[0]?.actionOwnerId).toBe(una.id);
    expect(readHistory(ctx).undo?.summary).toBe('Replaced Ruth Calder in 2 meetings, 1 request and 1 action');

    undoLast(ctx);

    expect(inOrder()).toEqual(before);
    expect(listRows(ctx.db, absences)).toEqual([]);
    expect(readAttendance(ctx).invitations).toEqual([]);
    expect(listRows(ctx.db, requests)[0]?.ownerId).toBe(request?.ownerId);
  });

  it('refuses a stand-in who is taken, two meetings at once included, unless a reason is given', async () => {
    const { ctx } = engagement;
    const one = addedMeeting(ctx, { personIds: [ruth.id] });
    const two = addedMeeting(ctx, { title: 'Therapies', start: 660, personIds: [ruth.id] });
    const three = addedMeeting(ctx, { title: 'Early years', start: 630, personIds: [sam.id] });
    const input = {
      ...nothingElse,
      personId: ruth.id,
      meetings: [one, two].map(({ id }) => ({ id, standInId: sam.id })),
    };

    expect(await codeOf(() => replacePerson(ctx, input))).toBe('timetable/clash');
    expect(readAttendance(ctx).invitations).toEqual([]);

    replacePerson(ctx, { ...input, overrideReason: 'Sam leaves early' });
    expect(readTimetable(ctx).acknowledgements.map((row) => row.reason)).toEqual(
      Array(2).fill('Sam leaves early'),
    );
    expect(three.personIds).toEqual([sam.id]);
  });

  it('gives the meetings of an inspector’s strand to the strand of another, and asks nobody about them', () => {
    const { ctx } = engagement;
    const jo = addedPerson(ctx, { name: 'Jo Pike', side: 'inspection' });
    const ann = addedPerson(ctx, { name: 'Ann Roe', side: 'inspection' });
    const strandIds = jo.strandId ? [jo.strandId] : [];
    const taken = addedMeeting(ctx, { strandIds, personIds: [sam.id] });
    const left = addedMeeting(ctx, { start: 720, strandIds });

    replacePerson(ctx, {
      ...nothingElse,
      personId: jo.id,
      meetings: [
        { id: taken.id, standInId: ann.id },
        { id: left.id, standInId: null },
      ],
    });

    const found = (id: string) => readTimetable(ctx).meetings.find((one) => one.id === id);
    expect(found(taken.id)).toMatchObject({ strandIds: [ann.strandId], personIds: [sam.id], start: 600 });
    expect(found(left.id)).toMatchObject({ strandIds, day: null, start: null });
    expect(readAttendance(ctx).invitations).toEqual([]);
  });

  it('refuses the person themselves and somebody who is gone', async () => {
    const { ctx } = engagement;
    const meeting = addedMeeting(ctx, { personIds: [ruth.id] });
    const replace = (standInId: Person['id']) => () =>
      replacePerson(ctx, { ...nothingElse, personId: ruth.id, meetings: [{ id: meeting.id, standInId }] });

    expect(await codeOf(replace(ruth.id))).toBe('input/invalid');
    expect(await codeOf(replace('nobody' as Person['id']))).toBe('record/not-found');
  });
});

describe('what goes with a meeting or a person', () => {
  it('goes when they are removed, and comes back with Undo', () => {
    const { ctx } = engagement;
    const meeting = addedMeeting(ctx, { personIds: [ruth.id] });
    setInvitations(ctx, { entries: [{ meetingId: meeting.id, personId: ruth.id }], state: 'accepted' });
    markMeeting(ctx, { meetingId: meeting.id, outcome: 'held', lateMinutes: 0, absentIds: [] });
    const before = readAttendance(ctx);

    removeMeeting(ctx, { id: meeting.id });

    expect(readAttendance(ctx)).toEqual({ invitations: [], marks: [] });
    undoLast(ctx);
    expect(readAttendance(ctx)).toEqual(before);
  });

  it('leaves a refusal where the stand-in is removed from the engagement', () => {
    const { ctx } = engagement;
    const meeting = addedMeeting(ctx, { personIds: [ruth.id] });
    replacePerson(ctx, {
      ...nothingElse,
      personId: ruth.id,
      meetings: [{ id: meeting.id, standInId: sam.id }],
    });
    replacePerson(ctx, {
      ...nothingElse,
      personId: sam.id,
      meetings: [{ id: meeting.id, standInId: addedPerson(ctx, { name: 'Una Bright' }).id }],
    });

    removePerson(ctx, { id: sam.id });

    expect(readAttendance(ctx).invitations).toMatchObject([
      { personId: ruth.id, state: 'declined', standInId: null },
    ]);
  });
});
