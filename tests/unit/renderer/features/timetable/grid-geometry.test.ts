import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boxOf,
  columnAt,
  columnsInSight,
  columnsOf,
  type GridColumn,
  type GridFrame,
  isWithin,
  keepWithin,
  type Placement,
  placeMeetings,
  resizedTo,
  shownHours,
  spotAt,
  stepStart,
} from '../../../../../renderer/features/timetable/grid-geometry.ts';
import { aMeeting, day } from './a-meeting.ts';

const at = (hour: number, minute = 0) => hour * 60 + minute;
const columns: readonly GridColumn[] = ['a', 'b', 'c', 'd'].map((id) => ({ key: id, day, id }));
const strandsOf = (meeting: { readonly strandIds: readonly string[] }) => meeting.strandIds;
const frame: GridFrame = { left: 100, top: 50, width: 400, height: 640, columns: 4, from: at(9), to: at(17) };

const summary = (placements: readonly Placement[]) =>
  placements.map(({ meetingId, column, span, lane, lanes }) => ({ meetingId, column, span, lane, lanes }));

describe('shownHours', () => {
  it('shows the hours of the day when every meeting lies within them', () => {
    const hours = shownHours([aMeeting({ start: at(10) })], { from: at(9), to: at(17) });

    expect(hours).toEqual({ from: at(9), to: at(17) });
  });

  it('stretches to whole slots round a meeting outside the day', () => {
    const hours = shownHours([aMeeting({ start: at(8, 40) }), aMeeting({ start: at(17), minutes: 20 })], {
      from: at(9),
      to: at(17),
    });

    expect(hours).toEqual({ from: at(8, 30), to: at(17, 30) });
  });

  it('never shows an empty stretch', () => {
    expect(shownHours([], { from: at(9), to: at(9) })).toEqual({ from: at(9), to: at(9, 15) });
  });
});

describe('columnsOf', () => {
  it('gathers a meeting without a strand under the column for none', () => {
    const withNone = [...columns, { key: 'none', day, id: null }];

    expect(columnsOf(aMeeting({ strandIds: [] }), withNone, strandsOf)).toEqual([4]);
  });

  it('shows a meeting only on its own day', () => {
    const twoDays = [...columns, { key: 'a2', day: '2026-11-25', id: 'a' }];

    expect(columnsOf(aMeeting({ strandIds: ['a'] }), twoDays, strandsOf)).toEqual([0]);
  });
});

describe('placeMeetings', () => {
  it('draws a meeting of adjacent strands once across them', () => {
    const cards = placeMeetings([aMeeting({ id: 'm', strandIds: ['b', 'c'] })], columns, strandsOf);

    expect(summary(cards)).toEqual([{ meetingId: 'm', column: 1, span: 2, lane: 0, lanes: 1 }]);
  });

  it('repeats a meeting whose strands are apart', () => {
    const cards = placeMeetings([aMeeting({ id: 'm', strandIds: ['a', 'c', 'd'] })], columns, strandsOf);

    expect(summary(cards)).toEqual([
      { meetingId: 'm', column: 0, span: 1, lane: 0, lanes: 1 },
      { meetingId: 'm', column: 2, span: 2, lane: 0, lanes: 1 },
    ]);
  });

  it('sets overlapping cards of one column side by side', () => {
    const cards = placeMeetings(
      [
        aMeeting({ id: 'long', strandIds: ['a'], start: at(9), minutes: 120 }),
        aMeeting({ id: 'late', strandIds: ['a'], start: at(10), minutes: 60 }),
        aMeeting({ id: 'after', strandIds: ['a'], start: at(11), minutes: 60 }),
      ],
      columns,
      strandsOf,
    );

    expect(summary(cards)).toEqual([
      { meetingId: 'long', column: 0, span: 1, lane: 0, lanes: 2 },
      { meetingId: 'late', column: 0, span: 1, lane: 1, lanes: 2 },
      { meetingId: 'after', column: 0, span: 1, lane: 0, lanes: 1 },
    ]);
  });

  it('breaks a spanning card only where another one overlaps it', () => {
    const cards = placeMeetings(
      [
        aMeeting({ id: 'team', strandIds: ['a', 'b', 'c', 'd'], start: at(9), minutes: 60 }),
        aMeeting({ id: 'visit', strandIds: ['c'], start: at(9, 30), minutes: 60 }),
      ],
      columns,
      strandsOf,
    );

    expect(summary(cards.filter((card) => card.meetingId === 'team'))).toEqual([
      { meetingId: 'team', column: 0, span: 2, lane: 0, lanes: 1 },
      { meetingId: 'team', column: 2, span: 1, lane: 0, lanes: 2 },
      { meetingId: 'team', column: 3, span: 1, lane: 0, lanes: 1 },
    ]);
  });

  it('gives a meeting of five minutes a whole slot to itself', () => {
    const cards = placeMeetings(
      [
        aMeeting({ id: 'brief', strandIds: ['a'], start: at(9), minutes: 5 }),
        aMeeting({ id: 'next', strandIds: ['a'], start: at(9, 10), minutes: 30 }),
      ],
      columns,
      strandsOf,
    );

    expect(cards.map((card) => card.lanes)).toEqual([2, 2]);
  });

  it('shows each strand of each meeting exactly once and never one card over another', () => {
    const anyMeeting = fc.record({
      start: fc.integer({ min: at(9) / 5, max: at(16) / 5 }).map((fives) => fives * 5),
      minutes: fc.constantFrom(5, 15, 30, 60, 90),
      strandIds: fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 }),
    });

    fc.assert(
      fc.property(fc.array(anyMeeting, { maxLength: 14 }), (some) => {
        const meetings = some.map((fields, index) => aMeeting({ ...fields, id: `m${index}` }));
        const cards = placeMeetings(meetings, columns, strandsOf);
        const cells = cards.flatMap((card) =>
          Array.from({ length: card.span }, (_, extra) => ({ ...card, column: card.column + extra })),
        );

        expect(cells.map((cell) => `${cell.meetingId} ${cell.column}`).sort()).toEqual(
          meetings
            .flatMap((meeting) =>
              columnsOf(meeting, columns, strandsOf).map((column) => `${meeting.id} ${column}`),
            )
            .sort(),
        );
        for (const one of cells)
          for (const other of cells) {
            const areApart =
              one === other ||
              one.column !== other.column ||
              one.end <= other.start ||
              other.end <= one.start ||
              (one.lanes === other.lanes && one.lane !== other.lane);
            expect(areApart).toBe(true);
          }
      }),
    );
  });
});

describe('spotAt', () => {
  it('finds the column under the pointer and the slot nearest the top of the carried card', () => {
    const spot = spotAt(frame, { x: 350, y: 50 + 90 }, { grabbed: 20, minutes: 60 });

    expect(spot).toEqual({ column: 2, start: at(9, 45) });
  });

  it('is nowhere beside, above or below the grid', () => {
    const carried = { grabbed: 0, minutes: 60 };

    expect([
      spotAt(frame, { x: 99, y: 100 }, carried),
      spotAt(frame, { x: 501, y: 100 }, carried),
      spotAt(frame, { x: 200, y: 49 }, carried),
      spotAt(frame, { x: 200, y: 691 }, carried),
    ]).toEqual([null, null, null, null]);
  });

  it('keeps the card within the shown hours', () => {
    expect(spotAt(frame, { x: 200, y: 689 }, { grabbed: 0, minutes: 60 })).toEqual({
      column: 1,
      start: at(16),
    });
    expect(spotAt(frame, { x: 200, y: 51 }, { grabbed: 45, minutes: 60 })).toEqual({
      column: 1,
      start: at(9),
    });
  });

  it('always lands on a slot inside the grid', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 100, max: 499.9, noNaN: true }),
        fc.double({ min: 50, max: 690, noNaN: true }),
        fc.constantFrom(15, 30, 50, 120),
        (x, y, minutes) => {
          const spot = spotAt(frame, { x, y }, { grabbed: 0, minutes });

          expect(spot?.start ?? -1).toBeGreaterThanOrEqual(frame.from);
          expect((spot?.start ?? 0) + minutes).toBeLessThanOrEqual(frame.to);
          expect((spot?.start ?? 1) % 15).toBe(0);
        },
      ),
    );
  });
});

describe('columnAt', () => {
  it('counts columns from the left edge', () => {
    expect([100, 199, 200, 499].map((x) => columnAt(frame, x))).toEqual([0, 0, 1, 3]);
  });
});

describe('columnsInSight', () => {
  it('counts a column of which a pixel is seen, and half as many again on either side', () => {
    const { seen, around } = columnsInSight(950, 1000, { width: 4800, count: 48 });

    expect([seen, around]).toEqual([
      { from: 9, to: 20 },
      { from: 3, to: 26 },
    ]);
  });

  it('never leaves the sheet, and what is around always holds what is seen', () => {
    const sheet = fc.record({
      width: fc.integer({ min: 400, max: 9000 }),
      count: fc.integer({ min: 1, max: 90 }),
    });
    const scrolled = fc.integer({ min: -50, max: 9000 });
    fc.assert(
      fc.property(scrolled, fc.integer({ min: 1, max: 4000 }), sheet, (left, width, given) => {
        const { seen, around } = columnsInSight(left, width, given);
        return isWithin(seen, around) && isWithin(around, { from: 0, to: given.count });
      }),
    );
  });
});

describe('resizedTo', () => {
  it('ends the meeting on the slot nearest the pointer', () => {
    expect(resizedTo(frame, at(9), 50 + 100)).toBe(75);
  });

  it('never makes a meeting shorter than a slot or longer than the day', () => {
    expect([resizedTo(frame, at(10), 0), resizedTo(frame, at(16), 5000)]).toEqual([15, 60]);
  });
});

describe('boxOf', () => {
  it('gives a card its place as fractions of the grid', () => {
    expect(boxOf(frame, { column: 1, span: 2, start: at(13), end: at(15) })).toEqual({
      left: 0.25,
      width: 0.5,
      top: 0.5,
      height: 0.25,
    });
  });
});

describe('stepStart', () => {
  it('goes a slot up or down', () => {
    expect([stepStart(at(9, 15), 1), stepStart(at(9, 15), -1)]).toEqual([at(9, 30), at(9)]);
  });

  it('lands on a slot when the meeting began between two', () => {
    expect([stepStart(at(9, 10), 1), stepStart(at(9, 10), -1)]).toEqual([at(9, 15), at(9)]);
  });
});

describe('keepWithin', () => {
  it('leaves a meeting of odd length inside the day', () => {
    expect(keepWithin(at(16, 45), 50, frame)).toBe(at(16));
  });
});
