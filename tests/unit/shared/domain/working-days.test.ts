import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { englandBankHolidays } from '../../../../shared/domain/bank-holidays.ts';
import { addDays, daysBetween, weekdayOf } from '../../../../shared/domain/time.ts';
import {
  addWorkingDays,
  addWorkingHours,
  countWorkingDays,
  dayWarnings,
  isSchoolHoliday,
  isWorkingDay,
  workCalendar,
} from '../../../../shared/domain/working-days.ts';

const calendar = workCalendar();
const closure = (date: string, title = 'Council closed') => ({ date, title, kind: 'closure' as const });
const halfTerm = [
  { date: '2026-10-23', title: 'Autumn half term', kind: 'term-end' as const },
  { date: '2026-11-02', title: 'Autumn half term', kind: 'term-start' as const },
];

const days = fc.integer({ min: 0, max: 5000 }).map((n) => addDays('2016-06-01', n));
const workingDays = days.filter((day) => isWorkingDay(day, calendar));
const calendars = fc
  .array(days, { maxLength: 30 })
  .map((dates) => workCalendar(dates.map((date) => closure(date))));

describe('bank holidays of England', () => {
  const datesOf = (year: string) =>
    englandBankHolidays.days.map((day) => day.date).filter((date) => date.startsWith(year));

  it('has eight in an ordinary year, nine in 2023 and ten in 2022', () => {
    const years = Array.from({ length: 15 }, (_, index) => String(2016 + index));

    expect(years.filter((year) => datesOf(year).length !== 8)).toEqual(['2022', '2023']);
    expect(datesOf('2023')).toContain('2023-05-08');
    expect(datesOf('2022')).toEqual(expect.arrayContaining(['2022-06-02', '2022-06-03', '2022-09-19']));
    expect(datesOf('2022')).not.toContain('2022-05-30');
    expect(datesOf('2022')).toHaveLength(10);
  });

  it('has the VE day of Friday 8 May 2020 in place of the Monday', () => {
    expect(datesOf('2020')).toContain('2020-05-08');
    expect(datesOf('2020')).not.toContain('2020-05-04');
  });

  it('moves days that fall at a weekend to the next free weekdays', () => {
    expect(datesOf('2021').slice(-2)).toEqual(['2021-12-27', '2021-12-28']);
    expect(datesOf('2016').slice(-2)).toEqual(['2016-12-26', '2016-12-27']);
    expect(datesOf('2026').slice(-2)).toEqual(['2026-12-25', '2026-12-28']);
    expect([datesOf('2022')[0], datesOf('2023')[0]]).toEqual(['2022-01-03', '2023-01-02']);
    expect(englandBankHolidays.days.filter((day) => weekdayOf(day.date) > 5)).toEqual([]);
  });

  it('has Good Friday three days before Easter Monday, in order and without repeats', () => {
    const dates = englandBankHolidays.days.map((day) => day.date);
    const titled = (title: string) => englandBankHolidays.days.filter((day) => day.title === title);

    expect([...new Set(dates)].sort()).toEqual(dates);
    expect(
      titled('Good Friday').map((day, index) =>
        daysBetween(day.date, titled('Easter Monday')[index]?.date ?? ''),
      ),
    ).toEqual(Array(15).fill(3));
  });
});

describe('addWorkingDays', () => {
  it('shows its working in one sentence', () => {
    expect(addWorkingDays('2026-09-21', -8, calendar)).toEqual({
      date: '2026-09-09',
      skipped: [],
      sentence: '8 working days before Monday 21 September',
      warnings: [],
    });
    expect(addWorkingDays('2026-09-04', -8, calendar)).toEqual({
      date: '2026-08-24',
      skipped: [{ date: '2026-08-31', title: 'Summer bank holiday', reason: 'bank-holiday' }],
      sentence: '8 working days before Friday 4 September; bank holiday 31 August skipped',
      warnings: [],
    });
  });

  it('names the start, and gives its year when the result falls in another', () => {
    const result = addWorkingDays('2026-12-22', 8, workCalendar([closure('2026-12-29')]), 'the call');

    expect(result.date).toBe('2027-01-07');
    expect(result.sentence).toBe(
      '8 working days after the call (Tuesday 22 December 2026); bank holidays 25 December, 28 December and ' +
        '1 January skipped; closure day 29 December skipped',
    );
  });

  it('stays where it is for nothing, and warns when that is a day off', () => {
    expect(addWorkingDays('2026-08-31', 0, calendar)).toEqual({
      date: '2026-08-31',
      skipped: [],
      sentence: 'On Monday 31 August',
      warnings: ['Monday 31 August 2026 is a bank holiday (Summer bank holiday).'],
    });
  });

  it('skips school holidays only when asked to', () => {
    const termTime = workCalendar(halfTerm, { isTermTimeOnly: true });

    expect(addWorkingDays('2026-10-20', 5, workCalendar(halfTerm)).date).toBe('2026-10-27');
    expect(addWorkingDays('2026-10-20', 5, termTime)).toMatchObject({
      date: '2026-11-03',
      sentence: '5 working days after Tuesday 20 October; school holidays 26 October to 30 October skipped',
    });
  });

  it('warns when it goes past the end of the list of bank holidays', () => {
    expect(addWorkingDays('2030-12-24', 8, calendar).warnings).toEqual([
      'Bank holidays are known only from 1 January 2016 to 31 December 2030. Check this date by hand.',
    ]);
    expect(addWorkingDays('2015-12-24', 1, calendar).warnings).toHaveLength(1);
  });

  it('lands on a working day, and the way back leads home', () => {
    fc.assert(
      fc.property(workingDays, fc.integer({ min: -60, max: 60 }), calendars, (day, count, own) => {
        fc.pre(isWorkingDay(day, own));
        const there = addWorkingDays(day, count, own).date;
        expect(isWorkingDay(there, own)).toBe(true);
        expect(addWorkingDays(there, -count, own).date).toBe(day);
      }),
    );
  });

  it('makes steps that add up', () => {
    fc.assert(
      fc.property(days, fc.nat(40), fc.integer({ min: 1, max: 40 }), calendars, (day, first, second, own) => {
        const inTwo = addWorkingDays(addWorkingDays(day, first, own).date, second, own).date;
        expect(inTwo).toBe(addWorkingDays(day, first + second, own).date);
      }),
    );
  });
});

describe('countWorkingDays', () => {
  it('agrees with the 58 working days between an inspection and its report', () => {
    expect(countWorkingDays('2025-11-21', '2026-02-16', calendar)).toMatchObject({
      days: 58,
      sentence:
        '58 working days from Friday 21 November 2025 to Monday 16 February 2026, not counting the first day; ' +
        'bank holidays 25 December, 26 December and 1 January skipped',
    });
  });

  it('counts both ends only when told to', () => {
    expect(countWorkingDays('2026-09-07', '2026-09-17', calendar, 'both').days).toBe(9);
    expect(countWorkingDays('2026-09-07', '2026-09-17', calendar).days).toBe(8);
    expect(countWorkingDays('2026-09-07', '2026-09-07', calendar, 'both').days).toBe(1);
    expect(countWorkingDays('2026-09-17', '2026-09-07', calendar, 'both').days).toBe(0);
  });

  it('undoes addWorkingDays, forwards and back', () => {
    fc.assert(
      fc.property(workingDays, fc.integer({ min: -60, max: 60 }), (day, count) => {
        expect(countWorkingDays(day, addWorkingDays(day, count, calendar).date, calendar).days).toBe(count);
      }),
    );
  });
});

describe('addWorkingHours', () => {
  const friday = { date: '2026-08-28', minutes: 930 };

  it('carries what is left over a weekend and a bank holiday', () => {
    expect(addWorkingHours(friday, 4, calendar)).toMatchObject({
      date: '2026-09-01',
      minutes: 690,
      sentence:
        '4 working hours after 3:30pm on Friday 28 August, counting 9am to 5pm; bank holiday 31 August skipped',
    });
  });

  it('is due at closing when the time runs out there', () => {
    expect(addWorkingHours(friday, 1.5, calendar)).toMatchObject({ date: '2026-08-28', minutes: 1020 });
  });

  it('begins at the next opening when asked out of hours', () => {
    const early = { date: '2026-09-02', minutes: 400 };
    const late = { date: '2026-09-02', minutes: 1020 };
    const sunday = { date: '2026-09-06', minutes: 700 };

    expect(addWorkingHours(early, 1, calendar)).toMatchObject({ date: '2026-09-02', minutes: 600 });
    expect(addWorkingHours(late, 1, calendar)).toMatchObject({ date: '2026-09-03', minutes: 600 });
    expect(addWorkingHours(sunday, 1, calendar)).toMatchObject({ date: '2026-09-07', minutes: 600 });
  });

  it('takes other hours of opening', () => {
    const hours = { opens: 8 * 60, closes: 18 * 60 };

    expect(addWorkingHours(friday, 4, calendar, hours)).toMatchObject({ date: '2026-09-01', minutes: 570 });
  });

  it('refuses to count backwards or through a day without hours', () => {
    expect(() => addWorkingHours(friday, -1, calendar)).toThrow(RangeError);
    expect(() => addWorkingHours(friday, 1, calendar, { opens: 540, closes: 540 })).toThrow(RangeError);
  });

  it('always ends within working hours of a working day, and eight hours are one working day', () => {
    const starts = fc.record({ date: workingDays, minutes: fc.integer({ min: 540, max: 1019 }) });

    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 400 }), (start, quarters) => {
        const due = addWorkingHours(start, quarters / 4, calendar);
        expect(isWorkingDay(due.date, calendar)).toBe(true);
        expect(due.minutes).toBeGreaterThan(540);
        expect(due.minutes).toBeLessThanOrEqual(1020);
        const later = addWorkingHours(start, quarters / 4 + 8, calendar);
        expect(later).toMatchObject({
          date: addWorkingDays(due.date, 1, calendar).date,
          minutes: due.minutes,
        });
      }),
    );
  });
});

describe('school holidays', () => {
  it('lie between the end of one term and the start of the next', () => {
    const own = workCalendar(halfTerm);
    const dates = ['2026-10-23', '2026-10-24', '2026-11-01', '2026-11-02', '2026-12-24'];

    expect(dates.map((date) => isSchoolHoliday(date, own))).toEqual([false, true, true, false, false]);
  });

  it('are a reason to look twice at a day', () => {
    const own = workCalendar([...halfTerm, closure('2026-11-03', 'Polling day')]);

    expect(dayWarnings('2026-10-26', own)).toEqual(['Monday 26 October 2026 is in a school holiday.']);
    expect(dayWarnings('2026-11-03', own)).toEqual([
      'Tuesday 3 November 2026 is a closure day (Polling day).',
    ]);
    expect(dayWarnings('2026-11-07', own)).toEqual(['Saturday 7 November 2026 is at a weekend.']);
    expect(dayWarnings('2026-11-04', own)).toEqual([]);
  });
});
