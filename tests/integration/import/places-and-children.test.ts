import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listRows } from '../../../main/db/table.ts';
import { checklistItems, childNames, children, meetings, places } from '../../../main/db/tables.ts';
import { editChild, readChild } from '../../../main/services/children.ts';
import { confirmImport } from '../../../main/services/import/imports.ts';
import { readHistory, undoLast } from '../../../main/services/undo.ts';
import { confirmChosen, csv, type ImportDesk, importDesk, rowAt } from '../../support/import-desk.ts';

let desk: ImportDesk;

beforeEach(async () => {
  desk = await importDesk();
});
afterEach(() => desk.close());

describe('confirmImport of places', () => {
  const rooms = csv(
    '\uFEFFRoom,Site,Capacity,Video link,Step-free,Travel from Civic Centre (min)',
    'Boardroom,ICB offices,16,Y,Y,15',
    "Mayor's Parlour,Civic Centre,14,,N,0",
    'Microsoft Teams,Online,300,Y,Y,0',
  );

  it('reads flags, capacity and travel, knows an online room, and says what was blank', async () => {
    const preview = await desk.read('places', 'rooms.csv', rooms);
    expect(rowAt(preview, 3).notes).toEqual(['Video link is blank and taken as no.']);
    confirmChosen(desk.ctx, preview);

    const [boardroom, parlour, teams] = listRows(desk.ctx.db, places);
    expect(boardroom).toMatchObject({ site: 'ICB offices', capacity: 16, hasVideo: true, travelMinutes: 15 });
    expect(parlour).toMatchObject({ hasVideo: false, isStepFree: false, isOnline: false });
    expect(teams).toMatchObject({ name: 'Microsoft Teams', isOnline: true });
  });

  it('recognises a room that a timetable named before, and merging tells all about it', async () => {
    const meeting = csv('Meeting,Date,Start,Room', 'One,2026-11-24,09:30,Boardroom');
    confirmChosen(desk.ctx, await desk.read('meetings', 'meetings.csv', meeting));
    const preview = await desk.read('places', 'rooms.csv', rooms);
    expect(rowAt(preview, 2).duplicateOf).toMatchObject({
      label: 'Boardroom',
      rowNumber: null,
      conflicts: [],
    });
    confirmChosen(desk.ctx, preview, [2]);

    const all = listRows(desk.ctx.db, places);
    expect(all).toHaveLength(3);
    expect(all[0]).toMatchObject({ site: 'ICB offices', capacity: 16, hasVideo: true, isStepFree: true });
  });
});

describe('confirmImport of children', () => {
  const cohort = csv(
    'UPN,Surname,Forename,Date of birth,Ethnicity,Primary need,Pupil Premium,Social worker',
    'Q858300223437,Tarrow,Jaden,04/03/2012,WBRI,SEMH,Y,K Obi',
    'W882173534031,Fenn,Grace,2014-05-06,WBRI,not known,N,',
    ',Osei,,06/05/2014,,,,',
    'Q858300223437,Tarrow,Jaden,04/03/2012,WBRI,SEMH,Y,',
  );

  it('chooses nobody by itself, and leaves out what is not needed, saying why', async () => {
    const preview = await desk.read('children', 'Jaden Tarrow and others.csv', cohort);

    expect(preview.rows.filter((row) => row.startsChosen)).toEqual([]);
    expect(preview.refusedColumns.map(({ heading }) => heading)).toEqual([
      'Ethnicity',
      'Pupil Premium',
      'Social worker',
    ]);
    expect(preview.refusedColumns.every(({ reason }) => reason.endsWith('.'))).toBe(true);
    expect(rowAt(preview, 2).values).toMatchObject({ dateOfBirth: '4 March 2012' });
    expect(rowAt(preview, 4).notes).toEqual([expect.stringContaining('gives no full name')]);
    expect(rowAt(preview, 5).duplicateOf).toMatchObject({ label: '', rowNumber: 2 });
    expect(() => confirmImport(desk.ctx, { token: preview.token, rows: [], merge: [] })).toThrow(
      'No row is chosen',
    );
  });

  it('adds only those chosen, in the order chosen, each with a checklist, and names nobody in the history', async () => {
    const { token } = await desk.read('children', 'Jaden Tarrow and others.csv', cohort);
    const result = confirmImport(desk.ctx, { token, rows: [3, 2], merge: [] });

    expect(result).toMatchObject({ added: 2, left: 2 });
    const tracked = listRows(desk.ctx.db, children);
    expect(tracked.map(({ code, initials, upn, need }) => [code, initials, upn, need])).toEqual([
      ['A', 'GF', 'W882173534031', ''],
      ['B', 'JT', 'Q858300223437', 'SEMH'],
    ]);
    expect(tracked.every(({ id }) => listRows(desk.ctx.db, checklistItems, { childId: id }).length > 0)).toBe(
      true,
    );
    const { undo, recent } = readHistory(desk.ctx);
    expect(undo?.summary).toBe('Imported 2 children');
    expect(JSON.stringify(recent)).not.toContain('Tarrow');
    undoLast(desk.ctx);
    expect(listRows(desk.ctx.db, childNames)).toEqual([]);
  });

  it('tracks a child of whom the list has only numbers, with the name to be typed later', async () => {
    const list = csv('Unique ID,UPN,SEN primary need', 'C-104,Q858300223437,ASD');
    const { token } = await desk.read('children', 'list-2.csv', list);
    confirmImport(desk.ctx, { token, rows: [2], merge: [] });

    const [child] = listRows(desk.ctx.db, children);
    if (!child) throw new Error('nobody is tracked');
    expect(child).toMatchObject({ code: 'A', initials: '', uniqueId: 'C-104', upn: 'Q858300223437' });
    expect(readChild(desk.ctx, { id: child.id }).name).toMatchObject({ forename: '', surname: '' });
    editChild(desk.ctx, { id: child.id, forename: 'Jaden', surname: 'Tarrow' });
    expect(listRows(desk.ctx.db, children)[0]).toMatchObject({ initials: 'JT' });
  });

  it('ties meetings that were there before to the children of their numbers, and asks to check', async () => {
    const timetable = csv(
      'Meeting,Date,Start',
      'Tracking meeting: child 2,2026-11-24,11:00',
      'Forum,2026-11-24,09:00',
    );
    confirmChosen(desk.ctx, await desk.read('meetings', 'meetings.csv', timetable));
    const { token } = await desk.read('children', 'cohort.csv', cohort);
    const result = confirmImport(desk.ctx, { token, rows: [3, 2], merge: [] });

    const second = listRows(desk.ctx.db, children).find(({ code }) => code === 'B');
    const linked = listRows(desk.ctx.db, meetings).filter(({ title }) =>
      title.startsWith('Tracking meeting:'),
    );
    expect(linked.map(({ childId, version }) => [childId, version])).toEqual([[second?.id, 2]]);
    expect(result.notes).toEqual([
      '1 meeting was linked by number or letter.',
      'Check that child 1 is Child A, and so on.',
    ]);
  });

  it('recognises a child who is tracked already by code, not by name', async () => {
    const first = await desk.read('children', 'cohort.csv', cohort);
    confirmImport(desk.ctx, { token: first.token, rows: [2], merge: [] });
    const again = await desk.read('children', 'cohort.csv', cohort);

    expect(rowAt(again, 2).duplicateOf).toMatchObject({ label: 'Child A', rowNumber: null });
  });
});
