import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listRows } from '../../../main/db/table.ts';
import { meetings, people, places, strands } from '../../../main/db/tables.ts';
import { addChild } from '../../../main/services/add-child.ts';
import { confirmImport } from '../../../main/services/import/imports.ts';
import { readTimetable } from '../../../main/services/timetable.ts';
import { listMeetings } from '../../../main/services/timetable-world.ts';
import { readHistory, undoLast } from '../../../main/services/undo.ts';
import { invariant } from '../../../shared/assert.ts';
import type { MeetingWithPeople } from '../../../shared/domain/meeting.ts';
import { aChild } from '../../support/child-builders.ts';
import {
  confirmChosen,
  csv,
  type ImportDesk,
  importDesk,
  rowAt,
  workbook,
} from '../../support/import-desk.ts';

let desk: ImportDesk;

beforeEach(async () => {
  desk = await importDesk();
});
afterEach(() => desk.close());

const heads = 'Meeting,Date,Start,Minutes,Inspectors,Attendees,Room';
const read = (...lines: readonly string[]) => desk.read('meetings', 'meetings.csv', csv(heads, ...lines));
const importAll = async (...lines: readonly string[]) => confirmChosen(desk.ctx, await read(...lines));

function titled(title: string): MeetingWithPeople {
  const found = listMeetings(desk.ctx.db).find((meeting) => meeting.title === title);
  invariant(found, `there is a meeting called ${title}`);
  return found;
}
const strandNames = () => listRows(desk.ctx.db, strands, {}, ['position']).map((strand) => strand.name);
const namesOf = (ids: readonly string[]) =>
  listRows(desk.ctx.db, people).flatMap(({ id, name }) => (ids.includes(id) ? [name] : []));

describe('readImport of meetings', () => {
  it('reads serial dates, day-first dates, and a length or an end', async () => {
    const sheet = await workbook([
      ['Timetable v7 (DO NOT SHARE)', null, null, null],
      ['Meeting', 'Date', 'Start', 'End'],
      ['Health leaders', 46350, '9.30', '10:15'],
      ['Youth justice', '25/11/2026', '2pm', '3pm'],
      ['Joint commissioning', new Date(Date.UTC(2026, 10, 26)), 0.5, 0.53125],
      ['Feedback', null, 'TBC', 'N/A'],
      ['Backwards', '25/11/2026', '3pm', '2pm'],
    ]);
    const preview = await desk.read('meetings', 'week.xlsx', sheet);

    const shown = preview.rows.map(({ values }) => [values.day, values.start, values.minutes]);
    expect(shown.slice(0, 3)).toEqual([
      ['Tue 24 Nov', '9:30am', '45 minutes'],
      ['Wed 25 Nov', '2pm', '1 hour'],
      ['Thu 26 Nov', 'midday', '45 minutes'],
    ]);
    expect(rowAt(preview, 6)).toMatchObject({
      isBad: false,
      notes: ['There is no day, so it goes to the tray.', 'There is no length; 60 minutes are taken.'],
    });
    expect(rowAt(preview, 7)).toMatchObject({
      isBad: true,
      problems: [{ reason: 'The meeting ends at 2pm, before it starts at 3pm.' }],
    });
  });

  it('says whom and what it would add, and links no child that is not tracked', async () => {
    const preview = await read(
      'Tracking meeting: child 2,2026-11-24,11:00,60,CQC lead; CQC inspector 1,Bo Connelly,Seminar room',
    );

    expect(rowAt(preview, 2).notes).toEqual([
      'There is no Child B yet, so it is not linked to a child.',
      '“CQC inspector 1” is new: a strand is added for them.',
      '“Bo Connelly” is new: they are added to the people.',
      'Seminar room is a new place.',
    ]);
  });
});

describe('confirmImport of meetings', () => {
  it('puts each meeting in the strands of its inspectors, with people and a room found by name', async () => {
    confirmChosen(
      desk.ctx,
      await desk.read('people', 'p.csv', csv('Name', 'Dr. Felton Mueller', 'Miss Jayda Schiller')),
    );
    confirmChosen(
      desk.ctx,
      await desk.read(
        'places',
        'r.csv',
        csv('Room,Site', 'Room 2.15 (inspectors’ base),Civic Centre', 'Boardroom,ICB offices'),
      ),
    );
    await importAll(
      'Health leaders,2026-11-24,09:30,60,CQC lead; Lead inspector (HMI),Felton Mueller; JAYDA SCHILLER,Room 2.15',
    );

    const meeting = titled('Health leaders');
    expect(meeting).toMatchObject({ day: '2026-11-24', start: 570, minutes: 60, kind: 'leaders' });
    expect(meeting.strandIds.toSorted()).toEqual(['cqc-lead', 'lead']);
    expect(namesOf(meeting.personIds)).toEqual(['Dr. Felton Mueller', 'Miss Jayda Schiller']);
    expect(listRows(desk.ctx.db, places)).toHaveLength(2);
    expect(meeting.placeId).toBe(listRows(desk.ctx.db, places)[0]?.id);
  });

  it('adds each unknown inspector once with a strand, and takes away posts that nothing is scheduled for', async () => {
    const result = await importAll(
      'One,2026-11-24,09:30,60,CQC inspector 1; HMI social care,Bo Connelly,',
      'Two,2026-11-24,11:30,60,cqc inspector 1; CQC lead,Bo Connelly; Hallie Lang (Head of SEND),Boardroom',
    );

    expect(strandNames()).toEqual(['CQC lead', 'CQC inspector 1', 'HMI social care']);
    expect(titled('One').strandIds[0]).toBe(titled('Two').strandIds[0]);
    expect(listRows(desk.ctx.db, people).find(({ name }) => name === 'Hallie Lang')).toMatchObject({
      role: 'Head of SEND',
      side: 'partnership',
      sector: 'education',
    });
    expect(titled('Opening meeting: self-evaluation, strategy and plans').strandIds).toEqual(['cqc-lead']);
    expect(result.notes).toEqual([
      '2 inspectors were added, each with a strand.',
      '2 people were added from the attendees.',
      '1 place was added by name.',
      '5 unnamed inspectors without a meeting were removed with the strand.',
    ]);
  });

  it('keeps the posts of the framework when the import brings no inspector', async () => {
    const before = strandNames();
    await importAll('One,2026-11-24,09:30,60,CQC lead,,');

    expect(strandNames()).toEqual(before);
  });

  it('guesses the kind, asks for all sectors round a tracked child, and says that settings are not judged', async () => {
    const { id } = addChild(desk.ctx, aChild());
    await importAll(
      'Tracking meeting: child 1,2026-11-24,11:00,60,,,',
      'Setting visit: Hollybank,2026-11-24,13:00,120,,,',
      'Parent Carer Forum,2026-11-25,11:00,60,,,',
      'SENCO focus group: primary,2026-11-25,12:00,60,,,',
      'Lunch,2026-11-25,12:30,45,,,',
      'Keep in touch with LANO,2026-11-25,13:30,30,,,',
      'Early years: health visiting,2026-11-25,14:30,30,,,',
    );

    expect(titled('Tracking meeting: child 1')).toMatchObject({
      kind: 'child',
      childId: id,
      sectorsNeeded: ['education', 'health', 'care'],
    });
    expect(titled('Setting visit: Hollybank')).toMatchObject({
      kind: 'visit',
      notes: 'The setting is not being judged.',
    });
    const kinds = ['Parent Carer Forum', 'SENCO focus group: primary', 'Lunch', 'Keep in touch with LANO'];
    expect(kinds.map((title) => titled(title).kind)).toEqual(['family', 'focus-group', 'block', 'team']);
    expect(titled('Early years: health visiting').kind).toBe('leaders');
  });

  it('writes the code where a row names a tracked child', async () => {
    const { id } = addChild(desk.ctx, aChild({ forename: 'Jaden', surname: 'Tarrow' }));
    await importAll('Tracking meeting: Jaden Tarrow,2026-11-24,11:00,60,,,');

    expect(titled('Tracking meeting: Child A')).toMatchObject({ kind: 'child', childId: id });
    expect(listRows(desk.ctx.db, meetings).some(({ title }) => title.includes('Tarrow'))).toBe(false);
  });

  it('puts in nobody where a name could be several, and keeps the name', async () => {
    confirmChosen(desk.ctx, await desk.read('people', 'p.csv', csv('Name', 'Jane Smith', 'John Smith')));
    await importAll('One,2026-11-24,09:30,60,,J Smith,');

    expect(titled('One')).toMatchObject({ personIds: [], notes: 'To be made sure of: J Smith.' });
  });

  it('does not refuse clashes, and says how many there are to settle', async () => {
    const result = await importAll(
      'One,2026-11-24,09:30,60,CQC lead,,Boardroom',
      'Two,2026-11-24,10:00,60,CQC lead,,Boardroom',
    );

    expect(result.notes.at(-1)).toBe('The timetable now has 2 clashes to settle.');
    expect(readTimetable(desk.ctx).clashes.filter(({ severity }) => severity === 'hard')).toHaveLength(2);
  });

  it('finds a meeting that is there already, and merging adds people without changing the rest', async () => {
    await importAll('One,2026-11-24,09:30,60,CQC lead,Bo Connelly,Boardroom');
    const again = await read('ONE,24/11/2026,9.30am,45,CQC inspector 1,Bo Connelly; Ella Jacobs,Hall');
    expect(rowAt(again, 2).duplicateOf).toMatchObject({ label: 'One', rowNumber: null, isLikely: false });

    confirmImport(desk.ctx, { token: again.token, rows: [], merge: [2] });
    const meeting = titled('One');
    expect(meeting).toMatchObject({ minutes: 60, version: 2 });
    expect(meeting.strandIds).toHaveLength(2);
    expect(namesOf(meeting.personIds)).toEqual(['Bo Connelly', 'Ella Jacobs']);
    expect(listRows(desk.ctx.db, places).map(({ name }) => name)).toEqual(['Boardroom']);
  });

  it('is undone as one step, with everybody it added and every post it took away', async () => {
    const before = {
      strands: strandNames(),
      people: listRows(desk.ctx.db, people),
      all: listMeetings(desk.ctx.db),
    };
    await importAll('One,2026-11-24,09:30,60,CQC inspector 1,Bo Connelly,Boardroom');
    expect(readHistory(desk.ctx).undo?.summary).toBe('Imported 1 meeting from meetings.csv');

    undoLast(desk.ctx);
    expect(strandNames()).toEqual(before.strands);
    expect(listRows(desk.ctx.db, people)).toHaveLength(before.people.length);
    expect(listMeetings(desk.ctx.db)).toHaveLength(before.all.length);
    expect(listRows(desk.ctx.db, places)).toEqual([]);
  });
});

describe('confirmImport of meetings in a peer challenge', () => {
  it('knows a pair by its number or by either peer, and keeps strands that have meetings', async () => {
    const peers = await importDesk('lga-send-peer-challenge');
    const rows = csv(
      heads,
      'Health leaders,2026-11-10,09:00,60,Pair 1; Lead peer; Challenge manager; Jo Pike,,',
    );
    const result = confirmChosen(peers.ctx, await peers.read('meetings', 'week.csv', rows));

    const meeting = listMeetings(peers.ctx.db).find(({ title }) => title === 'Health leaders');
    const all = listRows(peers.ctx.db, strands, {}, ['position']);
    expect(all.map(({ id }) => meeting?.strandIds.includes(id))).toEqual([true, false, false, true]);
    expect(meeting?.personIds).toHaveLength(1);
    expect(result.notes[0]).toBe('1 peer was added, with a strand.');
    await peers.close();
  });
});
