import { readdirSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addChild } from '../../main/services/add-child.ts';
import { markMeeting } from '../../main/services/attendance.ts';
import { readChildren, removeChild } from '../../main/services/children.ts';
import type { Context } from '../../main/services/context.ts';
import { logFeedback } from '../../main/services/feedback.ts';
import { removePerson } from '../../main/services/people.ts';
import { savePlace } from '../../main/services/places.ts';
import {
  editMeeting,
  moveMeeting,
  readTimetable,
  removeMeeting,
  unscheduleMeeting,
} from '../../main/services/timetable.ts';
import { renderTimetable } from '../../main/services/timetable-export/export-timetable.ts';
import { exportView } from '../../main/services/timetable-export/view.ts';
import { readHistory, undoLast } from '../../main/services/undo.ts';
import { restoreVersion } from '../../main/services/versions/restore.ts';
import { saveInvitations, saveMessages } from '../../main/services/versions/save-files.ts';
import { draftSnapshot, snapshotOf, versionNumbered } from '../../main/services/versions/snapshot.ts';
import { versionLabel } from '../../main/services/versions/standing.ts';
import { markTold, readTelling } from '../../main/services/versions/telling.ts';
import { compareVersions, publishVersion, readVersions } from '../../main/services/versions/versions.ts';
import type { MeetingId } from '../../shared/domain/ids.ts';
import type { MeetingWithPeople } from '../../shared/domain/meeting.ts';
import type { Person, Place } from '../../shared/domain/people.ts';
import { aChild, aFeedback } from '../support/child-builders.ts';
import { codeOf } from '../support/code-of.ts';
import { readIcs } from '../support/ics-reader.ts';
import { readWithIcalJs } from '../support/second-ics-reader.ts';
import { silentOutside, type TempEngagement, tempEngagement, testNow } from '../support/temp-engagement.ts';
import { addedMeeting, addedPerson, addedPlace } from '../support/timetable-builders.ts';

const tuesday = '2026-11-24';

let temp: TempEngagement;
let ctx: Context;
let jo: Person;
let sarah: Person;
let amin: Person;
let room: Place;
let parlour: Place;
let joint: MeetingWithPeople;
let families: MeetingWithPeople;
let health: MeetingWithPeople;

beforeEach(async () => {
  temp = await tempEngagement({ frameworkId: 'blank', title: 'Aldermere review' });
  ctx = temp.ctx;
  for (const { id } of readTimetable(ctx).meetings) removeMeeting(ctx, { id });
  jo = addedPerson(ctx, { name: 'Jo Pike', side: 'inspection', email: 'jo@ofsted.example' });
  sarah = addedPerson(ctx, { name: 'Sarah Lindqvist', email: 'sarah@aldermere.example' });
  amin = addedPerson(ctx, { name: 'Sgrîn Amin', email: '' });
  room = addedPlace(ctx, { name: 'Room 2.14' });
  parlour = addedPlace(ctx, { name: 'Mayor’s parlour' });
  const held = { strandIds: jo.strandId ? [jo.strandId] : [], placeId: room.id };
  joint = addedMeeting(ctx, { ...held, title: 'Joint commissioning', personIds: [sarah.id] });
  families = addedMeeting(ctx, { ...held, title: 'Families', start: 720, personIds: [amin.id] });
  health = addedMeeting(ctx, { ...held, title: 'Health', start: 840, personIds: [sarah.id, amin.id] });
});
afterEach(() => temp.close());

const publish = (given: Partial<Parameters<typeof publishVersion>[1]> = {}) =>
  publishVersion(ctx, {
    ...{ note: '', organiserEmail: 'lano@aldermere.example', reasonForAll: '', reasons: [] },
    ...given,
  }).number;
const move = ({ id }: { readonly id: MeetingId }, start: number, day = tuesday) =>
  moveMeeting(ctx, { id, day, start, version: versionOf(id) });
const versionOf = (id: MeetingId) =>
  readTimetable(ctx).meetings.find((meeting) => meeting.id === id)?.version ?? 0;
const toTell = (person: Person) => readTelling(ctx).people.find(({ personId }) => personId === person.id);

/** Three different things at once: one moved with a reason, one cancelled, one in another room. */
function secondVersion(): number {
  move(joint, 660);
  removeMeeting(ctx, { id: families.id });
  editMeeting(ctx, { id: health.id, version: 1, placeId: parlour.id });
  return publish({
    reasonForAll: 'The lead inspector asked',
    reasons: [{ meetingId: joint.id, reason: 'Council sits at 10am' }],
  });
}

describe('publishVersion', () => {
  it('freezes the scheduled meetings under the next number, and what each version changed and why', () => {
    expect(publish({ note: 'First to go out' })).toBe(1);
    expect(secondVersion()).toBe(2);

    const { versions, draftChanges } = readVersions(ctx);
    expect(versions.map(({ number, counts, note, at }) => [number, counts, note, at])).toEqual([
      [2, '1 moved, 1 cancelled, 1 changed', '', testNow],
      [1, '3 new', 'First to go out', testNow],
    ]);
    expect(draftChanges).toEqual([]);
    const { changes, same } = compareVersions(ctx, { from: 1, to: 2 });
    expect(changes.map(({ kind, aspects, reasons }) => [kind, aspects, reasons])).toEqual([
      ['changed', ['moved'], ['Council sits at 10am']],
      ['cancelled', [], ['The lead inspector asked']],
      ['changed', ['room'], ['The lead inspector asked']],
    ]);
    expect(same).toBe(0);
  });

  it('refuses to publish nothing, and the same again', async () => {
    publish();
    expect(await codeOf(() => publish())).toBe('versions/nothing-changed');

    for (const { id } of readTimetable(ctx).meetings) removeMeeting(ctx, { id });
    expect(await codeOf(() => publish())).toBe('timetable/empty');
  });

  it('stays when what came before it is undone: a number that has gone out is never used again', () => {
    move(joint, 660);
    publish();
    undoLast(ctx);

    expect(readVersions(ctx)).toMatchObject({
      versions: [{ number: 1 }],
      draftChanges: [{ meetingId: joint.id, aspects: ['moved'] }],
    });
    expect(publish()).toBe(2);
  });

  it('leaves what is in the tray out, and says that a meeting put there is cancelled', () => {
    publish();
    unscheduleMeeting(ctx, { id: health.id, version: 1 });

    expect(readVersions(ctx).draftChanges.map(({ kind, meetingId }) => [kind, meetingId])).toEqual([
      ['cancelled', health.id],
    ]);
  });

  it('holds no child’s name, and outlives the child', () => {
    const { id } = addChild(ctx, aChild({ forename: 'Jaden', surname: 'Tarrow' }));
    const mother = addedPerson(ctx, { name: 'Karen Tarrow', role: 'Mother of Jaden' });
    addedMeeting(ctx, {
      ...{ title: 'Jaden’s plan', kind: 'child', childId: id, notes: 'Jaden Tarrow likes trains' },
      ...{ start: 960, personIds: [mother.id] },
    });
    publish({ note: 'With Jaden Tarrow', reasonForAll: 'Jaden asked' });

    const kept = JSON.stringify([snapshotOf(ctx.db, versionNumbered(ctx.db, 1)), readVersions(ctx)]);
    expect(kept).not.toMatch(/jaden|tarrow/i);
    expect(JSON.stringify(compareVersions(ctx, { from: null, to: 1 }))).toMatch(/Child A/);
    removeChild(ctx, { id });
    expect(snapshotOf(ctx.db, versionNumbered(ctx.db, 1)).meetings.at(-1)?.title).toBe("Child A's plan");
    addChild(ctx, aChild({ forename: 'Other' }));
    expect(readChildren(ctx).children.map(({ code }) => code)).toEqual(['B']);
  });
});

describe('versionLabel', () => {
  it('says which version a timetable is, or what the draft is after', async () => {
    expect(versionLabel(ctx)).toBe('Draft, not published');
    publish();
    expect(versionLabel(ctx)).toBe('Version 1');
    move(joint, 660);
    expect(versionLabel(ctx)).toBe('Draft after version 1');

    const view = exportView(ctx.db, testNow, { day: null, withInitials: false });
    const csv = new TextDecoder().decode(await renderTimetable(view, 'csv', silentOutside));
    const ics = readIcs(await renderTimetable(view, 'ics', silentOutside));
    expect(csv).toContain('"Draft after version 1, written Tue 24 Nov, 10:42am"');
    expect(ics.calendar['X-WR-CALDESC']).toMatch(/^Draft after version 1/);
    let html = '';
    const printPdf = async (page: string) => {
      html = page;
      return new Uint8Array();
    };
    await renderTimetable(view, 'pdf', { printPdf });
    expect(html).toContain('Draft after version 1. Printed Tuesday 24 November 2026, 10:42am.');
  });
});

describe('restoreVersion', () => {
  it('makes the draft what the version was in one step, and undo takes it back', () => {
    publish();
    const before = draftSnapshot(ctx.db);
    secondVersion();
    const added = addedMeeting(ctx, { title: 'Added since', start: 960 });
    const edited = draftSnapshot(ctx.db);

    expect(restoreVersion(ctx, { number: 1 })).toEqual({ leftOut: [] });

    expect(compareVersions(ctx, { from: 1, to: null }).changes).toEqual([]);
    expect(new Set(draftSnapshot(ctx.db).meetings)).toEqual(new Set(before.meetings));
    expect(readTimetable(ctx).meetings.find(({ id }) => id === added.id)?.day).toBeNull();
    expect(readHistory(ctx).undo?.summary).toBe('Restored version 1');
    undoLast(ctx);
    expect(new Set(draftSnapshot(ctx.db).meetings)).toEqual(new Set(edited.meetings));
  });

  it('brings back a meeting that was marked as cancelled, which had been taken off the draft', () => {
    publish();
    const { version } = families;
    markMeeting(ctx, { meetingId: families.id, outcome: 'cancelled', lateMinutes: 0, absentIds: [] });
    expect(readVersions(ctx).draftChanges.map(({ kind }) => kind)).toEqual(['cancelled']);

    restoreVersion(ctx, { number: 1 });

    expect(readVersions(ctx).draftChanges).toEqual([]);
    expect(versionOf(families.id)).toBe(version);
  });

  it('brings back a room and a strand that are gone, and says who is not', () => {
    publish();
    for (const { id } of [joint, families, health]) removeMeeting(ctx, { id });
    removePerson(ctx, { id: amin.id });

    expect(restoreVersion(ctx, { number: 1 })).toEqual({ leftOut: ['Sgrîn Amin'] });

    const { changes } = compareVersions(ctx, { from: 1, to: null });
    expect(changes.map(({ aspects }) => aspects)).toEqual([['people'], ['people']]);
  });

  it('leaves a meeting that feedback is tied to where nothing is lost, and fails for a number that is not there', async () => {
    publish();
    const added = addedMeeting(ctx, { title: 'Added since', start: 960 });
    logFeedback(ctx, { ...aFeedback, at: null, meetingId: added.id } as Parameters<typeof logFeedback>[1]);

    restoreVersion(ctx, { number: 1 });

    expect(readTimetable(ctx).meetings.some(({ id }) => id === added.id)).toBe(true);
    expect(await codeOf(() => restoreVersion(ctx, { number: 9 }))).toBe('record/not-found');
  });
});

describe('readTelling', () => {
  it('has all the meetings of whoever was never told, and then what changed since they were', () => {
    publish();
    expect(toTell(sarah)).toMatchObject({ told: null, changes: 2, counts: '2 new' });
    markTold(ctx, { personIds: [sarah.id, amin.id] });
    expect(toTell(sarah)).toMatchObject({ told: { number: 1, at: testNow }, changes: 0 });

    secondVersion();

    expect(toTell(sarah)).toMatchObject({ told: { number: 1 }, changes: 2, counts: '1 moved, 1 changed' });
    expect(toTell(amin)).toMatchObject({ changes: 2, counts: '1 cancelled, 1 changed' });
    expect(toTell(jo)).toMatchObject({ told: null, changes: 2, counts: '2 new' });
  });

  it('says it in a message with what was, what is now, and why', () => {
    publish();
    markTold(ctx, { personIds: [sarah.id] });
    secondVersion();

    expect(toTell(sarah)?.message).toEqual({
      subject: 'OFFICIAL-SENSITIVE: Aldermere review, 2 meetings changed (version 2)',
      body: `Hello Sarah Lindqvist,

Version 2 of the timetable for Aldermere review was published on Tuesday 24 November 2026, 10:42am. This is what has changed for you since version 1.

Moved: Joint commissioning
Was: Tuesday 24 November 2026, 10am to 11am, Room 2.14, Civic Centre
Now: Tuesday 24 November 2026, 11am to midday, Room 2.14, Civic Centre
Reason: Council sits at 10am

Room changed: Health
Was: Tuesday 24 November 2026, 2pm to 3pm, Room 2.14, Civic Centre
Now: Tuesday 24 November 2026, 2pm to 3pm, Mayor’s parlour, Civic Centre
Reason: The lead inspector asked

The calendar files that come with this update your calendar, one meeting each, when you open them.

OFFICIAL-SENSITIVE
`,
    });
  });

  it('counts over the versions in between, and somebody told can be untold', () => {
    publish();
    markTold(ctx, { personIds: [sarah.id] });
    move(joint, 660);
    publish({ reasonForAll: 'First reason' });
    move(joint, 600);
    publish({ reasonForAll: 'Second reason' });
    expect(toTell(sarah)).toMatchObject({ told: { number: 1 }, changes: 0 });

    move(joint, 900);
    publish({ reasonForAll: 'Third reason' });
    expect(toTell(sarah)?.message.body).toContain('Reason: First reason; Second reason; Third reason');
    markTold(ctx, { personIds: [sarah.id] });
    expect(toTell(sarah)).toMatchObject({ told: { number: 4 }, changes: 0 });
    undoLast(ctx);
    expect(toTell(sarah)).toMatchObject({ told: { number: 1 }, changes: 1 });
  });
});

describe('the files to send', () => {
  const into = (folder: string): Context => ({
    ...ctx,
    outside: {
      ...silentOutside,
      chooseFolder: async () => folder,
      chooseSavePath: async (_, name) => join(folder, name),
    },
  });
  const outFolder = async () => {
    const folder = join(temp.folder, 'out');
    await mkdir(folder, { recursive: true });
    return folder;
  };
  const readAll = (folder: string) =>
    Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));

  it('are one calendar file a meeting, which two readers read alike: REQUEST with a higher SEQUENCE, CANCEL for what is gone', async () => {
    publish();
    secondVersion();
    const folder = await outFolder();

    expect(await saveInvitations(into(folder), { from: null, to: 1 })).toEqual({ saved: 3 });
    expect(await saveInvitations(into(folder), { from: 1, to: 2 })).toEqual({ saved: 3 });

    const first = readAll(join(folder, 'Timetable version 1 calendar files'));
    const second = readAll(join(folder, 'Timetable version 2 calendar files'));
    expect(Object.values(first).map((bytes) => oneOf(bytes).sequence)).toEqual([0, 0, 0]);
    expect(Object.keys(second)).toEqual([
      '1-moved-joint-commissioning.ics',
      '2-cancelled-families.ics',
      '3-room-changed-health.ics',
    ]);
    const seen = Object.values(second).map(oneOf);
    expect(seen.map((one) => [one.method, one.status, one.uid, one.sequence])).toEqual([
      ['REQUEST', 'CONFIRMED', `${joint.id}@lano-desk`, 1],
      ['CANCEL', 'CANCELLED', `${families.id}@lano-desk`, 1],
      ['REQUEST', 'CONFIRMED', `${health.id}@lano-desk`, 1],
    ]);
    expect(seen[0]).toMatchObject({
      ...{ start: '2026-11-24T11:00:00.000Z', end: '2026-11-24T12:00:00.000Z' },
      organiser: 'mailto:lano@aldermere.example',
    });
    const own = Object.values(second).map((bytes) => readIcs(bytes));
    expect(
      own.map(({ calendar, events: [event] }) => [calendar.METHOD, event?.UID, event?.SEQUENCE]),
    ).toEqual(seen.map((one) => [one.method, one.uid, String(one.sequence)]));
  });

  it.each([
    ['2026-03-27', '2026-03-27T10:00:00.000Z'],
    ['2026-03-29', '2026-03-29T09:00:00.000Z'],
    ['2026-03-30', '2026-03-30T09:00:00.000Z'],
    ['2026-10-23', '2026-10-23T09:00:00.000Z'],
    ['2026-10-25', '2026-10-25T10:00:00.000Z'],
    ['2026-10-26', '2026-10-26T10:00:00.000Z'],
  ])('give 10am on %s its right moment to both readers', async (day, moment) => {
    for (const { id } of [families, health]) removeMeeting(ctx, { id });
    move(joint, 600, day);
    publish();
    const folder = await outFolder();

    await saveInvitations(into(folder), { from: null, to: 1 });

    const [bytes = Buffer.alloc(0)] = Object.values(
      readAll(join(folder, 'Timetable version 1 calendar files')),
    );
    expect(oneOf(bytes).start).toBe(moment);
    expect(readIcs(bytes).events[0]?.DTSTART).toBe(moment.replaceAll(/[-:]|\.000/g, ''));
  });

  it('are a message for each person, a draft to their address with a calendar file for each of their meetings', async () => {
    publish();
    markTold(ctx, { personIds: [sarah.id, amin.id] });
    secondVersion();
    const folder = await outFolder();

    expect(await saveMessages(into(folder), { personIds: [sarah.id, amin.id] })).toEqual({ saved: 2 });

    const files = readAll(join(folder, 'Timetable version 2 messages'));
    expect(Object.keys(files)).toEqual(['sarah-lindqvist.eml', 'sgrin-amin.eml']);
    const text = files['sarah-lindqvist.eml']?.toString('ascii') ?? '';
    expect(text.split('\r\n').every((line) => line.length <= 78)).toBe(true);
    expect(text).toContain('To: "Sarah Lindqvist" <sarah@aldermere.example>\r\n');
    expect(text).toContain('X-Unsent: 1\r\n');
    const subject = text.match(/Subject: ((?:.|\r\n )*?)\r\n(?! )/)?.[1] ?? '';
    const decoded = subject.replaceAll(/(?:\r\n )?=\?utf-8\?B\?(.*?)\?=/g, (_, part: string) =>
      Buffer.from(part, 'base64').toString(),
    );
    expect(decoded).toBe(toTell(sarah)?.message.subject);
    const [body, ...calendars] = partsOf(text);
    expect(body?.toString()).toBe(toTell(sarah)?.message.body.replaceAll('\n', '\r\n'));
    expect(calendars.map((bytes) => oneOf(bytes))).toMatchObject([
      { method: 'REQUEST', sequence: 1, attendees: ['mailto:sarah@aldermere.example'] },
      { method: 'REQUEST', sequence: 1, attendees: ['mailto:sarah@aldermere.example'] },
    ]);
    expect(text).toContain('name="moved-joint-commissioning.ics"');
    // He has no address, so whoever sends it fills it in.
    expect(files['sgrin-amin.eml']?.toString('ascii')).toMatch(/^To:\r\n/);
    expect(
      partsOf(files['sgrin-amin.eml']?.toString('ascii') ?? '')
        .slice(1)
        .map(oneOf),
    ).toMatchObject([
      { method: 'CANCEL', sequence: 1, summary: 'Families' },
      { method: 'REQUEST', sequence: 1, summary: 'Health' },
    ]);
  });

  it('cancel a meeting for somebody who is no longer asked, and ask whoever is', async () => {
    publish();
    markTold(ctx, { personIds: [sarah.id, amin.id] });
    editMeeting(ctx, { id: joint.id, version: 1, personIds: [amin.id] });
    publish();
    const folder = await outFolder();

    for (const person of [sarah, amin]) await saveMessages(into(folder), { personIds: [person.id] });

    const methods = Object.entries(readAll(folder)).map(([name, bytes]) => [
      name,
      partsOf(bytes.toString('ascii'))
        .slice(1)
        .map((one) => oneOf(one).method),
    ]);
    expect(methods).toEqual([
      ['sarah-lindqvist.eml', ['CANCEL']],
      ['sgrin-amin.eml', ['REQUEST']],
    ]);
    expect(toTell(sarah)?.message.body).toContain('You are no longer needed at: Joint commissioning');
  });

  it('hold no child’s name, in a name of a file neither', async () => {
    const { id } = addChild(ctx, aChild({ forename: 'Jaden', surname: 'Tarrow' }));
    const mother = addedPerson(ctx, { name: 'Karen Tarrow', role: 'Mother of Jaden', email: 'k@x.example' });
    addedMeeting(ctx, {
      ...{ title: 'Jaden Tarrow', kind: 'child', childId: id, start: 960, personIds: [mother.id, sarah.id] },
    });
    publish({ reasonForAll: 'Jaden asked' });
    const folder = await outFolder();

    await saveMessages(into(folder), { personIds: [mother.id, sarah.id] });
    await saveInvitations(into(folder), { from: null, to: 1 });

    for (const made of readdirSync(folder)) {
      for (const [name, bytes] of Object.entries(readAll(join(folder, made)))) {
        const text = bytes.toString();
        const whole = name.endsWith('.eml') ? `${text}${partsOf(text).join('')}` : text;
        expect(`${name}${whole.replaceAll('\r\n ', '')}`).not.toMatch(/jaden|tarrow/i);
      }
    }
  });

  it('are not written when the dialog is closed, and a folder that is there is left alone', async () => {
    publish();
    expect(await saveMessages(ctx, { personIds: [sarah.id] })).toEqual({ saved: 0 });
    expect(await saveInvitations(ctx, { from: null, to: 1 })).toEqual({ saved: 0 });

    const folder = await outFolder();
    for (let times = 0; times < 2; times += 1) await saveInvitations(into(folder), { from: null, to: 1 });
    expect(readdirSync(folder)).toEqual([
      'Timetable version 1 calendar files',
      'Timetable version 1 calendar files (2)',
    ]);
    expect(await codeOf(() => saveInvitations(into(folder), { from: 1, to: 1 }))).toBe(
      'versions/nothing-changed',
    );
    expect(await codeOf(() => saveInvitations(into(join(folder, 'gone')), { from: null, to: 1 }))).toBe(
      'disk/cannot-write',
    );
  });

  it('have a room that is called otherwise since, with a higher SEQUENCE although the meeting was not touched', async () => {
    publish();
    savePlace(ctx, { ...room, name: 'Room 3.01' });
    expect(publish()).toBe(2);
    const folder = await outFolder();

    await saveInvitations(into(folder), { from: 1, to: 2 });

    const seen = Object.values(readAll(join(folder, 'Timetable version 2 calendar files'))).map(oneOf);
    expect(seen.map(({ sequence }) => sequence)).toEqual([1, 1, 1]);
  });
});

/** The meeting of a calendar file, as the second reader sees it: one file holds one. */
function oneOf(bytes: Uint8Array) {
  const [event, ...rest] = readWithIcalJs(bytes);
  if (!event || rest.length > 0) throw new Error('One file holds one meeting.');
  return event;
}

/** What stands in each part of a message, decoded. */
function partsOf(text: string): readonly Buffer[] {
  const boundary = /boundary="(.*?)"/.exec(text)?.[1] ?? '';
  return text
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => Buffer.from(part.split('\r\n\r\n')[1] ?? '', 'base64'));
}
