import { afterEach, describe, expect, it } from 'vitest';
import { confirmImport } from '../../../main/services/import/imports.ts';
import { pinMeeting, readTimetable } from '../../../main/services/timetable.ts';
import { undoLast } from '../../../main/services/undo.ts';
import { csv, type ImportDesk, importDesk } from '../../support/import-desk.ts';

let desk: ImportDesk;
afterEach(() => desk.close());

/** In no order of strands, which means nothing. */
const all = () =>
  readTimetable(desk.ctx).meetings.map((one) => ({ ...one, strandIds: one.strandIds.toSorted() }));
/** The first day that the framework fills. */
let tuesday = '';
const onTuesday = () => all().filter(({ day }) => day === tuesday);

async function peerChallenge() {
  desk = await importDesk('lga-send-peer-challenge');
  const kept = all().filter(({ kind, start }) => kind === 'leaders' && start !== null);
  tuesday = kept.map(({ day }) => day ?? '').sort()[0] ?? '';
}

/** As many meetings as a list of them, each a quarter of an hour of the same day. */
const rows = (count: number) =>
  Array.from(
    { length: count },
    (_, at) => `Own ${at + 1},${tuesday},${8 + Math.floor(at / 4)}:${(at % 4) * 15 || '00'},15`,
  );

async function readOwn(count: number) {
  await peerChallenge();
  return desk.read('meetings', 'own.csv', csv('Meeting,Date,Start,Minutes', ...rows(count)));
}

describe('importing over meetings that stand there already', () => {
  it('proposes to make room where all of them are the framework’s own and as many come in', async () => {
    const many = await readOwn(40);
    const count = onTuesday().length;
    expect(many.taken).toEqual({ count, areUntouched: true, startsChosen: true });

    const few = await desk.read('meetings', 'few.csv', csv('Meeting,Date,Start', `Own,${tuesday},09:00`));
    expect(few.taken).toEqual({ count, areUntouched: true, startsChosen: false });
  });

  it('makes room in the same step, leaves what is pinned, and Undo puts all of it back', async () => {
    const { token } = await readOwn(40);
    const [first, ...others] = onTuesday();
    if (first) pinMeeting(desk.ctx, { id: first.id, version: first.version, isPinned: true });
    const before = all();

    const { notes } = confirmImport(desk.ctx, { token, rows: [2], merge: [], clearsDays: true });

    expect(onTuesday().map(({ title }) => title)).toEqual(['Own 1', first?.title]);
    expect(notes[0]).toBe(
      `${others.length} meetings were put under Unscheduled, to make room on those days.`,
    );
    undoLast(desk.ctx);
    expect(all()).toEqual(before);
  });

  it('removes the framework’s own lunch where the rows bring one, and puts one that was changed in the tray', async () => {
    await peerChallenge();
    const lunch = onTuesday().find(({ title }) => title === 'Lunch');
    const triangulation = onTuesday().find(({ title }) => title === 'Triangulation');
    if (!lunch || !triangulation) throw new Error('The framework has no lunch.');
    pinMeeting(desk.ctx, { id: triangulation.id, version: triangulation.version, isPinned: true });
    const changed = onTuesday().find(({ id }) => id === triangulation.id);
    pinMeeting(desk.ctx, { id: triangulation.id, version: changed?.version ?? 0, isPinned: false });
    const before = all();
    const { token } = await desk.read(
      'meetings',
      'own.csv',
      csv(
        'Meeting,Date,Start,Minutes',
        `Lunch for all,${tuesday},12:30,30`,
        `Triangulation of the team,${tuesday},17:00,45`,
        ...rows(1),
      ),
    );

    const { notes } = confirmImport(desk.ctx, { token, rows: [2, 3, 4], merge: [], clearsDays: true });

    const waiting = all().filter(({ start }) => start === null);
    expect(all().some(({ id }) => id === lunch.id)).toBe(false);
    expect(waiting.some(({ id }) => id === triangulation.id)).toBe(true);
    expect(notes[1]).toBe('1 break or team session was removed, as those days bring their own.');
    undoLast(desk.ctx);
    expect(all()).toEqual(before);
  });

  it('leaves where it is what a row repeats and is not imported beside', async () => {
    await peerChallenge();
    const [known] = onTuesday();
    const at = `${String(Math.floor((known?.start ?? 0) / 60)).padStart(2, '0')}:${String((known?.start ?? 0) % 60).padStart(2, '0')}`;
    const preview = await desk.read(
      'meetings',
      'own.csv',
      csv('Meeting,Date,Start,Minutes', `${known?.title},${tuesday},${at},${known?.minutes}`, ...rows(1)),
    );
    expect(preview.rows[0]?.duplicateOf?.label).toBe(known?.title);

    confirmImport(desk.ctx, { token: preview.token, rows: [3], merge: [], clearsDays: true });

    expect(
      onTuesday()
        .map(({ title }) => title)
        .sort(),
    ).toEqual([known?.title, 'Own 1'].sort());
  });
});
