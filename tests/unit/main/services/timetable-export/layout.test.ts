import { describe, expect, it } from 'vitest';
import { type DayLayout, layoutDay } from '../../../../../main/services/timetable-export/layout.ts';
import type { ExportMeeting, TimetableExport } from '../../../../../main/services/timetable-export/view.ts';
import { at, meetingId, strandId, tuesday, wednesday } from '../../../../support/timetable-world.ts';

const strands = ['A', 'B', 'C'];

const aMeeting = (
  id: string,
  given: Partial<Omit<ExportMeeting, 'id' | 'strandIds'>> & { in?: readonly string[] } = {},
): ExportMeeting => {
  const { in: held = ['A'], ...rest } = given;
  return {
    id: meetingId(id),
    title: id,
    kind: 'leaders',
    day: tuesday,
    start: at(10),
    end: at(11),
    strandIds: held.map(strandId),
    strands: held,
    people: [],
    place: '',
    site: '',
    sequence: 1,
    ...rest,
  };
};

const aView = (meetings: readonly ExportMeeting[]): TimetableExport => ({
  title: '',
  marking: '',
  version: '',
  printedAt: '2026-11-24T10:42:00.000Z',
  dayStart: at(9),
  dayEnd: at(17),
  columns: strands.map((name) => ({ id: strandId(name), name, members: '' })),
  days: [tuesday],
  meetings,
});

const cellsOf = ({ cells }: DayLayout) =>
  cells.map(({ row, rows, column, columns, meetings }) => [
    meetings.map((one) => one.title).join('+'),
    row,
    rows,
    column,
    columns,
  ]);

describe('layoutDay', () => {
  it('counts rows in quarter hours from the start of the day', () => {
    const layout = layoutDay(aView([aMeeting('m')]), tuesday);

    expect(layout.slots.at(0)).toBe(at(9));
    expect(layout.slots).toHaveLength(32);
    expect(cellsOf(layout)).toEqual([['m', 4, 4, 0, 1]]);
  });

  it('makes room for what starts before the day or ends after it', () => {
    const early = aMeeting('early', { start: at(8, 20), end: at(9) });
    const late = aMeeting('late', { start: at(17), end: at(17, 50) });

    const { slots } = layoutDay(aView([early, late]), tuesday);

    expect([slots.at(0), slots.at(-1)]).toEqual([at(8, 15), at(17, 45)]);
  });

  it('gives a meeting that does not keep to quarter hours every row it touches', () => {
    expect(cellsOf(layoutDay(aView([aMeeting('m', { start: at(9, 10), end: at(9, 35) })]), tuesday))).toEqual(
      [['m', 0, 3, 0, 1]],
    );
  });

  it('joins a meeting over strands that stand side by side, and repeats it where they do not', () => {
    expect(cellsOf(layoutDay(aView([aMeeting('m', { in: ['A', 'B', 'C'] })]), tuesday))).toEqual([
      ['m', 4, 4, 0, 3],
    ]);
    expect(cellsOf(layoutDay(aView([aMeeting('m', { in: ['A', 'C'] })]), tuesday))).toEqual([
      ['m', 4, 4, 0, 1],
      ['m', 4, 4, 2, 1],
    ]);
  });

  it('puts meetings that overlap in a strand in one cell, and joins no other strand to it', () => {
    const wide = aMeeting('wide', { in: ['A', 'B'] });
    const other = aMeeting('other', { start: at(10, 30), end: at(11, 30) });

    expect(cellsOf(layoutDay(aView([wide, other]), tuesday))).toEqual([
      ['wide+other', 4, 6, 0, 1],
      ['wide', 4, 4, 1, 1],
    ]);
  });

  it('gives meetings without a strand a column of their own, only when there are any', () => {
    const layout = layoutDay(aView([aMeeting('m', { in: [] })]), tuesday);

    expect(layout.columns.map((column) => column.name)).toEqual([...strands, 'No strand']);
    expect(cellsOf(layout)).toEqual([['m', 4, 4, 3, 1]]);
    expect(layoutDay(aView([aMeeting('m')]), tuesday).columns).toHaveLength(3);
  });

  it('shows one day only', () => {
    expect(layoutDay(aView([aMeeting('m')]), wednesday).cells).toEqual([]);
  });
});
