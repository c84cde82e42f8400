import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boardDates } from '../../../../../shared/domain/governance/board.ts';
import { nextDates, Rhythm } from '../../../../../shared/domain/governance/rhythm.ts';
import { addDays, type IsoDate } from '../../../../../shared/domain/time.ts';
import { addWorkingDays, isWorkingDay, workCalendar } from '../../../../../shared/domain/working-days.ts';

const calendar = workCalendar();
const dates = (rhythm: Rhythm, known: IsoDate, from: IsoDate, count = 3) =>
  nextDates(rhythm, known, { from, calendar, count }).map(({ date }) => date);

describe('the days of a rhythm', () => {
  it('keeps to every second week from the known day', () => {
    expect(dates('fortnightly', '2026-11-03', '2026-11-24')).toEqual([
      '2026-12-01',
      '2026-12-15',
      '2026-12-29',
    ]);
  });

  it('keeps the weekday and its place in the month', () => {
    expect(dates('monthly', '2026-10-13', '2026-11-01')).toEqual(['2026-11-10', '2026-12-08', '2027-01-12']);
    expect(dates('termly', '2026-10-13', '2026-10-14', 2)).toEqual(['2027-02-09', '2027-06-08']);
    expect(dates('half-yearly', '2026-12-14', '2026-12-15', 2)).toEqual(['2027-06-14', '2027-12-13']);
  });

  it('takes the last of that weekday where a month has no fifth', () => {
    expect(dates('monthly', '2026-09-30', '2026-10-01', 2)).toEqual(['2026-10-28', '2026-11-25']);
  });

  it('moves what falls on a bank holiday that was itself moved, and says why', () => {
    // In 2020 the May bank holiday was Friday 8 instead of Monday 4; in 2022 the spring one was Thursday 2 and Friday 3 June.
    expect(dates('monthly', '2020-04-10', '2020-05-01', 1)).toEqual(['2020-05-11']);
    expect(dates('weekly', '2020-04-27', '2020-05-01', 1)).toEqual(['2020-05-04']);
    const [jubilee] = nextDates('weekly', '2022-05-26', { from: '2022-05-30', calendar, count: 1 });
    expect(jubilee).toMatchObject({ date: '2022-06-06' });
    expect(jubilee?.moved).toMatch(/^Thursday 2 June 2022 is a bank holiday/);
  });

  it('is only the known day where there is no rhythm, and nothing once that is past', () => {
    expect(dates('none', '2026-11-24', '2026-11-24')).toEqual(['2026-11-24']);
    expect(dates('none', '2026-11-24', '2026-11-25')).toEqual([]);
  });

  it('always comes in order, on working days, never before the day asked about, and skips none', () => {
    const day = fc.integer({ min: 0, max: 2200 }).map((days) => addDays('2020-01-01', days));
    const rhythm = fc.constantFrom(...Rhythm.options.filter((one) => one !== 'none'));
    fc.assert(
      fc.property(rhythm, day, day, (own, known, from) => {
        const found = dates(own, known, from, 4);
        expect(found).toHaveLength(4);
        expect(found).toEqual([...new Set(found)].sort());
        for (const date of found) {
          expect(date >= from && date >= known).toBe(true);
          expect(isWorkingDay(date, calendar)).toBe(true);
        }
        const [, second = ''] = found;
        expect(dates(own, known, second, 3)).toEqual(found.slice(1));
      }),
    );
  });
});

describe('the meetings of a board', () => {
  it('wants its papers so many working days before, over a weekend and a bank holiday', () => {
    const board = { rhythm: 'weekly', meetsOn: '2026-12-29', papersDays: 5 } as const;
    const [first] = boardDates(board, { from: '2026-12-29', calendar, count: 1 });

    expect(first).toMatchObject({ date: '2026-12-29', papersOn: '2026-12-18' });
    expect(addWorkingDays('2026-12-18', 5, calendar).date).toBe('2026-12-29');
  });

  it('has none while no day it meets is known', () => {
    const board = { rhythm: 'monthly', meetsOn: null, papersDays: 5 } as const;

    expect(boardDates(board, { from: '2026-11-24', calendar, count: 3 })).toEqual([]);
  });
});
