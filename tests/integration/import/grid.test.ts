import { afterEach, describe, expect, it } from 'vitest';
import writeXlsx, { type Cell } from 'write-excel-file/node';
import { remapImport, settleGrid } from '../../../main/services/import/imports.ts';
import { readPeople } from '../../../main/services/people.ts';
import { readTimetable } from '../../../main/services/timetable.ts';
import { readHistory, undoLast } from '../../../main/services/undo.ts';
import type { ImportPreview } from '../../../shared/ipc/imports.ts';
import { confirmChosen, csv, type ImportDesk, importDesk } from '../../support/import-desk.ts';
import { addedPerson, addedPlace } from '../../support/timetable-builders.ts';

let desk: ImportDesk;
afterEach(() => desk.close());

const wide = (value: string): readonly Cell[] => [{ value, columnSpan: 3 }, null, null];

/** The shape people make by hand: a title, strands across, times down, cells joined for the whole team. */
const byHand: readonly (readonly Cell[])[] = [
  [{ value: 'PEER CHALLENGE v3 - Tues 24 Nov', columnSpan: 5 }, null, null, null, null],
  ['Time', 'Strand A: lead + peer 1', 'Strand B', 'Strand C', 'Logistics'].map((value) => ({ value })),
  [{ value: '08:30 - 09:00' }, ...wide('Arrive, base room 2.15'), null],
  [
    { value: '9.15-10.15' },
    { value: 'Health leaders\nRoom: Committee 2\nJake Doyle, Mr. Bell Baum-Glynn' },
    { value: 'TBC' },
    { value: 'Tracking meeting: child 5\nRoom: 2.14\nHallie Lang\nBring the file' },
    { value: 'parking permit' },
  ],
  [{ value: '12:30 - 13:15' }, ...wide('LUNCH (working)'), null],
  [{ value: '3.45pm - 4.45pm' }, null, { value: 'SENDIASS\nTeams' }, null, null],
  [null, null, null, null, { value: 'Ask Jo about keys' }],
];

async function grid(rows: readonly (readonly Cell[])[], sheet = 'Tues 24 Nov'): Promise<Uint8Array> {
  const data = rows.map((row) => [...row]);
  return new Uint8Array(await writeXlsx([{ sheet, data }]).toBuffer());
}

async function readByHand(): Promise<ImportPreview> {
  desk = await importDesk('lga-send-peer-challenge');
  return desk.read('meetings', 'grid.xlsx', await grid(byHand));
}

const inWords = ({ grid: read }: ImportPreview) =>
  read?.meetings.map(({ cell, day, start, minutes, title, strands, place, names, notes }) =>
    [cell, day, start, minutes, title, strands.length, place, names.join('; '), notes.join('; ')].join(' | '),
  );

describe('a hand-made grid', () => {
  it('is read whole: days, times however spelt, strands, rooms, names and notes', async () => {
    const preview = await readByHand();

    expect(inWords(preview)).toEqual([
      'B3 | 2026-11-24 | 510 | 30 | Arrive, base room 2.15 | 3 |  |  | ',
      'B4 | 2026-11-24 | 555 | 60 | Health leaders | 1 | Committee 2 | Jake Doyle; Mr. Bell Baum-Glynn | Logistics: parking permit',
      'C4 | 2026-11-24 | 555 | 60 | TBC | 1 |  |  | Logistics: parking permit',
      'D4 | 2026-11-24 | 555 | 60 | Tracking meeting: child 5 | 1 | 2.14 | Hallie Lang | Bring the file; Logistics: parking permit',
      'B5 | 2026-11-24 | 750 | 45 | LUNCH (working) | 3 |  |  | ',
      'C6 | 2026-11-24 | 945 | 60 | SENDIASS | 1 | Teams |  | ',
    ]);
  });

  it('lists what is in no meeting, with where it stands', async () => {
    const preview = await readByHand();

    expect(preview.grid?.unread).toEqual([
      { text: 'PEER CHALLENGE v3', where: ['Tues 24 Nov, A1'] },
      { text: 'Ask Jo about keys', where: ['Tues 24 Nov, E7'] },
    ]);
  });

  it('takes strands by their letter for those there are, as a guess to confirm', async () => {
    const preview = await readByHand();

    const [first] = readPeople(desk.ctx).strands;
    expect(preview.grid?.strands[0]).toMatchObject({ choice: first?.id, isSure: false, count: 3 });
  });

  it('comes in as one step that Undo takes back whole, each meeting in its strand, with room and people', async () => {
    const preview = await readByHand();
    const before = readTimetable(desk.ctx).meetings.length;

    const result = confirmChosen(desk.ctx, preview);

    expect(result.added).toBe(6);
    const { strands, people, places } = readPeople(desk.ctx);
    const leaders = readTimetable(desk.ctx).meetings.find(({ title }) => title === 'Health leaders');
    expect(leaders).toMatchObject({
      day: '2026-11-24',
      start: 555,
      minutes: 60,
      strandIds: [strands[0]?.id],
    });
    expect(leaders?.personIds.map((id) => people.find((one) => one.id === id)?.name)).toEqual([
      'Jake Doyle',
      'Mr. Bell Baum-Glynn',
    ]);
    expect(places.find(({ id }) => id === leaders?.placeId)?.name).toBe('Committee 2');
    expect(places.find(({ name }) => name === 'Teams')?.isOnline).toBe(true);
    expect(readHistory(desk.ctx).undo?.summary).toBe('Imported 6 meetings from grid.xlsx');
    undoLast(desk.ctx);
    expect(readTimetable(desk.ctx).meetings).toHaveLength(before);
  });

  it('takes the user’s word for who a name is, knows rooms called so for short, and keeps in the notes what is only words', async () => {
    desk = await importDesk('lga-send-peer-challenge');
    const jake = addedPerson(desk.ctx, { name: 'Jacob Doyle' });
    addedPlace(desk.ctx, { name: 'Room 2.14' });
    const committee = addedPlace(desk.ctx, { name: 'Committee Room 2' });
    let preview = await desk.read('meetings', 'grid.xlsx', await grid(byHand));
    const { token } = preview;
    settleGrid(desk.ctx, { token, part: 'people', text: 'Jake Doyle', choice: jake.id });
    preview = settleGrid(desk.ctx, { token, part: 'people', text: 'Mr. Bell Baum-Glynn', choice: 'notes' });

    confirmChosen(desk.ctx, preview);

    const { meetings } = readTimetable(desk.ctx);
    const leaders = meetings.find(({ title }) => title === 'Health leaders');
    expect(leaders?.personIds).toEqual([jake.id]);
    expect(leaders?.placeId).toBe(committee.id);
    expect(leaders?.notes).toBe('Logistics: parking permit\nTo be made sure of: Mr. Bell Baum-Glynn.');
    expect(readPeople(desk.ctx).places.filter(({ name }) => name.includes('2.14'))).toHaveLength(1);
  });

  it('adds a strand, and nobody called that, for a column that is new', async () => {
    desk = await importDesk('blank');
    const preview = await desk.read('meetings', 'grid.xlsx', await grid(byHand));

    confirmChosen(desk.ctx, preview);

    const { strands, people } = readPeople(desk.ctx);
    expect(strands.map(({ name }) => name)).toEqual(expect.arrayContaining(['Strand B', 'Strand C']));
    expect(people.map(({ name }) => name)).not.toContain('Strand B');
  });

  it('is read as a list after all when the user says so, and a list is never taken for a grid', async () => {
    const preview = await readByHand();

    const asList = remapImport(desk.ctx, { token: preview.token, sheet: 'Tues 24 Nov', mapping: {} });
    const list = await desk.read(
      'meetings',
      'list.csv',
      csv('Meeting,Day,Start', 'A,24/11/2026,9:00', 'B,24/11/2026,10:00'),
    );

    expect([asList.grid, list.grid]).toEqual([null, null]);
  });

  it('is found in comma-separated values too, where nothing is joined', async () => {
    desk = await importDesk('lga-send-peer-challenge');

    const preview = await desk.read(
      'meetings',
      'Wed 25 Nov.csv',
      csv('Time,Strand A,Strand B', '09:00-10:00,Forum,SENDIASS', '12:30-13:15,Lunch,', '1.15pm,Visit,-'),
    );

    expect(inWords(preview)).toEqual([
      'B2 | 2026-11-25 | 540 | 60 | Forum | 1 |  |  | ',
      'C2 | 2026-11-25 | 540 | 60 | SENDIASS | 1 |  |  | ',
      'B3 | 2026-11-25 | 750 | 45 | Lunch | 2 |  |  | ',
      'B4 | 2026-11-25 | 795 |  | Visit | 1 |  |  | ',
    ]);
  });
});
