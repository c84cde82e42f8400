import { describe, expect, it } from 'vitest';
import { readGridCell } from '../../../../../../shared/domain/import/grid/grid-cell.ts';
import { findDay } from '../../../../../../shared/domain/import/grid/grid-day.ts';
import { readGridTime } from '../../../../../../shared/domain/import/grid/grid-time.ts';

const days = ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'];
const dayOf = (text: string) => findDay(text, days)?.day ?? null;

describe('findDay', () => {
  it.each([
    ['Tues 24 Nov', '2026-11-24'],
    ['Weds 25 Nov', '2026-11-25'],
    ['Thursday 26th of November', '2026-11-26'],
    ['Friday 27 November 2026', '2026-11-27'],
    ['24/11/2026', '2026-11-24'],
    ['Day 2', '2026-11-25'],
    ['Wednesday', '2026-11-25'],
    ['4 Jan', '2027-01-04'],
  ])('knows %s', (text, day) => {
    expect(text === '4 Jan' ? (findDay(text, ['2026-12-28'])?.day ?? null) : dayOf(text)).toBe(day);
  });

  it('gives what else stands beside the day, and finds none in other words', () => {
    expect(findDay('DRAFT v7 - Tues 24 Nov', days)).toEqual({
      day: '2026-11-24',
      rest: 'DRAFT v7',
      isOdd: false,
    });
    expect([dayOf('Strand A'), dayOf('May be late'), dayOf('Monday')]).toEqual([null, null, null]);
  });

  it('says when the weekday is another', () => {
    expect(findDay('Weds 24 Nov 2026', days)).toMatchObject({ day: '2026-11-24', isOdd: true });
  });
});

describe('readGridTime', () => {
  it.each([
    ['09:00 - 10:00', 540, 600],
    ['10.15-11.15', 615, 675],
    ['3.45pm - 4.45pm', 945, 1005],
    ['3.45pm', 945, null],
    ['1.15 - 2.15', 795, 855],
    ['9 - 10', 540, 600],
    ['9-10.30am', 540, 630],
    ['0900 to 1000hrs', 540, 600],
    ['12 noon – 1pm', 720, 780],
    ['from 9am', 540, null],
    ['9am to 9:30am', 540, 570],
    ['11:15am to midday', 675, 720],
    ['midday to 1pm', 720, 780],
    ['09:00\n10:00', 540, 600],
    ['midnight to 12:15am', 0, 15],
    ['10:30pm to midnight', 1350, 1440],
    ['22:30 - 24:00', 1350, 1440],
  ])('reads %s', (text, start, end) => {
    expect(readGridTime(text)).toEqual({ start, end });
  });

  it('takes a spreadsheet’s time of day, and nothing else for a time', () => {
    expect(readGridTime(0.375)).toEqual({ start: 540, end: null });
    for (const cell of ['Room 2.15', 'LUNCH', 'Strand A', '24', 24, 9.5, null, true])
      expect(readGridTime(cell)).toBeNull();
  });
});

describe('readGridCell', () => {
  const known = {
    isPerson: (text: string) => text === 'kim benning',
    isPlace: (text: string) => text === 'Committee 2',
  };
  const read = (text: string) => readGridCell(text, known);

  it('takes title, room and names apart', () => {
    expect(read('Health leaders\nRoom: 2.14\nErna Kassulke, Mr. Bell Baum-Glynn & kim benning')).toEqual({
      title: 'Health leaders',
      place: '2.14',
      names: ['Erna Kassulke', 'Mr. Bell Baum-Glynn', 'kim benning'],
      notes: [],
      time: null,
    });
  });

  it('knows a room in brackets, by its name or online, and a time of the cell’s own', () => {
    expect(read('Health leaders (Committee 2)')).toMatchObject({
      title: 'Health leaders (Committee 2)',
      place: 'Committee 2',
    });
    expect(read('Forum\nvia Teams\n10:15-11:00')).toMatchObject({
      place: 'via Teams',
      time: { start: 615, end: 660 },
    });
  });

  it('loses no line: what is neither room, time nor names is a note', () => {
    expect(read('Lunch (working)\nparking permit needed\nRoom: A\nRoom: B')).toMatchObject({
      title: 'Lunch (working)',
      place: 'A',
      notes: ['parking permit needed', 'Room: B'],
    });
    expect(read('x'.repeat(300)).notes).toEqual(['x'.repeat(300)]);
  });
});
