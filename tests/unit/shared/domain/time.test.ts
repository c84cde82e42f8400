import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate, parseTime } from '../../../../shared/domain/parse-time.ts';
import {
  addDays,
  addMonths,
  ageOn,
  daysBetween,
  IsoDate,
  IsoInstant,
  londonInstant,
  londonWallTime,
  MinuteOfDay,
  snapToSlot,
  today,
  weekdayOf,
} from '../../../../shared/domain/time.ts';
import {
  formatDate,
  formatDayLong,
  formatDayMonth,
  formatDayShort,
  formatDuration,
  formatInstantDay,
  formatInstantLong,
  formatInstantShort,
  formatMonth,
  formatTime,
  formatTimeRange,
  weekdayName,
} from '../../../../shared/domain/time-words.ts';

const days = fc.integer({ min: 0, max: 60_000 }).map((n) => addDays('1950-01-01', n));
const minutesOfDay = fc.integer({ min: 0, max: 1439 });

describe('IsoDate, MinuteOfDay and IsoInstant', () => {
  it('accepts a date that exists and refuses one that does not', () => {
    expect(IsoDate.safeParse('2028-02-29').success).toBe(true);
    for (const text of ['2026-02-29', '1900-02-29', '2026-13-01', '2026-04-31', '24/11/2026', '2026-1-1', ''])
      expect(IsoDate.safeParse(text).success, text).toBe(false);
  });

  it('accepts the midnight that ends a day, and no minute after it', () => {
    expect([0, 1440].every((minutes) => MinuteOfDay.safeParse(minutes).success)).toBe(true);
    expect([-1, 1441, 9.5].some((minutes) => MinuteOfDay.safeParse(minutes).success)).toBe(false);
  });

  it('accepts an instant only in UTC', () => {
    expect(IsoInstant.safeParse('2026-11-24T09:30:00.000Z').success).toBe(true);
    expect(IsoInstant.safeParse('2026-11-24T09:30:00+01:00').success).toBe(false);
  });
});

describe('writing dates and times', () => {
  it('writes a date at each length', () => {
    expect(formatDayLong('2026-11-24')).toBe('Tuesday 24 November 2026');
    expect(formatDate('2026-11-24')).toBe('24 November 2026');
    expect(formatMonth('2026-11-24')).toBe('November 2026');
    expect(formatDayShort('2026-11-24')).toBe('Tue 24 Nov');
    expect(formatDayMonth('2026-09-01')).toBe('1 Sep');
  });

  it('writes a time in either style', () => {
    const times = [0, 5, 540, 570, 720, 725, 945, 1440];

    expect(times.map((minutes) => formatTime(minutes))).toEqual([
      'midnight',
      '12:05am',
      '9am',
      '9:30am',
      'midday',
      '12:05pm',
      '3:45pm',
      'midnight',
    ]);
    expect(times.map((minutes) => formatTime(minutes, '24'))).toEqual([
      '00:00',
      '00:05',
      '09:00',
      '09:30',
      '12:00',
      '12:05',
      '15:45',
      '24:00',
    ]);
  });

  it('writes a span and a length', () => {
    expect(formatTimeRange(570, 615)).toBe('9:30am to 10:15am');
    expect(formatTimeRange(570, 615, '24')).toBe('09:30 to 10:15');
    expect([1, 45, 60, 75, 121].map(formatDuration)).toEqual([
      '1 minute',
      '45 minutes',
      '1 hour',
      '1 hour 15 minutes',
      '2 hours 1 minute',
    ]);
  });

  it('writes an instant as a London clock shows it', () => {
    expect(formatInstantDay('2026-06-30T23:30:00.000Z')).toBe('Wednesday 1 July 2026');
    expect(formatInstantLong('2026-07-01T08:30:00.000Z')).toBe('Wednesday 1 July 2026, 9:30am');
    expect(formatInstantShort('2026-11-24T09:30:00Z', '24')).toBe('Tue 24 Nov, 09:30');
  });
});

describe('parseDate', () => {
  it('reads the ways that people and spreadsheets write one date', () => {
    const ways = [
      '24/11/2026',
      '24/11/26',
      '24-11-2026',
      '24.11.2026',
      '2026-11-24',
      '2026-11-24T00:00:00',
      '24/11/2026 00:00',
      '24 Nov 2026',
      '24-Nov-26',
      '24th November 2026',
      ' Tuesday  24 November, 2026 ',
      'Tue 24/11/2026',
      'November 24, 2026',
      '46350',
      46350,
      46350.75,
    ];

    for (const way of ways) expect(parseDate(way), String(way)).toEqual({ ok: true, value: '2026-11-24' });
  });

  it('reads the day first, and says so when there is no such month', () => {
    expect(parseDate('03/04/2026')).toEqual({ ok: true, value: '2026-04-03' });
    expect(parseDate('11/24/2026')).toEqual({
      ok: false,
      reason: '"11/24/2026" has no month 24. Dates are read day first: day, month, year.',
    });
  });

  it('reads a two-digit year as 1950 to 2049', () => {
    expect(parseDate('1/1/49')).toEqual({ ok: true, value: '2049-01-01' });
    expect(parseDate('1/1/50')).toEqual({ ok: true, value: '1950-01-01' });
  });

  it('refuses days that do not exist', () => {
    expect(parseDate('29/02/2028')).toEqual({ ok: true, value: '2028-02-29' });
    expect(parseDate('29/02/2026')).toEqual({
      ok: false,
      reason: 'February 2026 has 28 days, so "29/02/2026" is not a date.',
    });
    for (const text of ['31 Sept 2026', '0/1/2026', '32/1/2026', '2026-02-30'])
      expect(parseDate(text).ok).toBe(false);
  });

  it('refuses a weekday that disagrees with the date', () => {
    expect(parseDate('Mon 24 Nov 2026')).toEqual({
      ok: false,
      reason: '"Mon 24 Nov 2026" does not agree with itself: 24 November 2026 is a Tuesday.',
    });
  });

  it('refuses what is not a whole date, with a reason', () => {
    for (const text of [
      '',
      'not known',
      'N/A',
      '24 Nov',
      '24/11',
      '24/11/0226',
      '24 Foo 2026',
      'TBC',
      '1/2/3',
    ])
      expect(parseDate(text), text).toMatchObject({ ok: false, reason: expect.stringMatching(/\.$/) });
  });

  it("steps round the 29 February 1900 that only Excel's calendar has", () => {
    expect(parseDate(1)).toEqual({ ok: true, value: '1900-01-01' });
    expect(parseDate(59)).toEqual({ ok: true, value: '1900-02-28' });
    expect(parseDate(60).ok).toBe(false);
    expect(parseDate(61)).toEqual({ ok: true, value: '1900-03-01' });
    for (const serial of [0, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e9])
      expect(parseDate(serial).ok).toBe(false);
  });

  it('reads back every date it writes', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(parseDate(day)).toEqual({ ok: true, value: day });
        expect(parseDate(formatDayLong(day))).toEqual({ ok: true, value: day });
        expect(parseDate(formatDate(day))).toEqual({ ok: true, value: day });
        expect(parseDate(daysBetween('1899-12-30', day))).toEqual({ ok: true, value: day });
      }),
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeof parseDate(text).ok).toBe('boolean');
        expect(typeof parseTime(text).ok).toBe('boolean');
      }),
    );
  });
});

describe('parseTime', () => {
  it('reads the ways that people write one time', () => {
    for (const text of [
      '15:45',
      '15.45',
      '1545',
      '1545hrs',
      '3.45pm',
      '3:45 PM',
      '3.45 p.m.',
      '15:45:00',
      '345pm',
    ])
      expect(parseTime(text), text).toEqual({ ok: true, value: 945 });
    for (const text of ['9am', '9 a.m.', '09.00', '9:00', '0900'])
      expect(parseTime(text), text).toEqual({ ok: true, value: 540 });
  });

  it('reads both ends and the middle of the day', () => {
    const texts = ['12am', 'midnight', '12pm', 'noon', '12 noon', 'Midday', '24:00'];

    expect(texts.map((text) => parseTime(text))).toEqual(
      [0, 0, 720, 720, 720, 720, 1440].map((value) => ({ ok: true, value })),
    );
  });

  it('refuses an hour that could be morning or afternoon', () => {
    expect(parseTime('9')).toEqual({ ok: false, reason: '"9" could be morning or afternoon. Add am or pm.' });
  });

  it('refuses what is not a time, with a reason', () => {
    for (const text of ['', '25:00', '24:01', '9:60', '13pm', '0am', 'TBC', '9.5', '9:30 to 10', '-9:30'])
      expect(parseTime(text), text).toMatchObject({ ok: false, reason: expect.stringMatching(/\.$/) });
  });

  it('reads back every time it writes, in either style', () => {
    fc.assert(
      fc.property(minutesOfDay, fc.constantFrom('12' as const, '24' as const), (minutes, style) => {
        expect(parseTime(formatTime(minutes, style))).toEqual({ ok: true, value: minutes });
      }),
    );
  });
});

describe('snapToSlot', () => {
  it('moves to the nearest quarter of an hour, later when half way', () => {
    expect([567, 568, 570, 577.5].map((minutes) => snapToSlot(minutes))).toEqual([570, 570, 570, 585]);
    expect(snapToSlot(572, 5)).toBe(570);
  });

  it('stays within the day', () => {
    expect([-40, 2000].map((minutes) => snapToSlot(minutes))).toEqual([0, 1440]);
  });

  it('leaves a slot where it is and moves nothing by more than half a step', () => {
    fc.assert(
      fc.property(minutesOfDay, fc.constantFrom(5, 10, 15, 30, 60), (minutes, step) => {
        const snapped = snapToSlot(minutes, step);
        expect(snapped % step).toBe(0);
        expect(Math.abs(snapped - minutes)).toBeLessThanOrEqual(step / 2);
        expect(snapToSlot(snapped, step)).toBe(snapped);
      }),
    );
  });
});

describe('reckoning with days', () => {
  it('adds days and months across leap days and the ends of months', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
    expect(addMonths('2026-08-31', 1)).toBe('2026-09-30');
    expect(addMonths('2026-08-31', -18)).toBe('2025-02-28');
  });

  it('numbers and names weekdays from Monday', () => {
    expect([weekdayOf('2026-11-23'), weekdayOf('2026-11-29')]).toEqual([1, 7]);
    expect([weekdayName('2026-11-23'), weekdayName('2026-11-29')]).toEqual(['Monday', 'Sunday']);
  });

  it('counts back the days it added', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count);
        expect(weekdayOf(addDays(day, 7 * count))).toBe(weekdayOf(day));
      }),
    );
  });

  it('gives completed years of age', () => {
    expect(ageOn('2010-09-01', '2026-08-31')).toBe(15);
    expect(ageOn('2010-09-01', '2026-09-01')).toBe(16);
  });

  it('lets someone born on 29 February age on 1 March in a year without one', () => {
    expect([ageOn('2008-02-29', '2026-02-28'), ageOn('2008-02-29', '2026-03-01')]).toEqual([17, 18]);
    expect([ageOn('2008-02-29', '2028-02-28'), ageOn('2008-02-29', '2028-02-29')]).toEqual([19, 20]);
  });
});

describe('London time', () => {
  it('is UTC in winter and an hour ahead in summer', () => {
    expect(londonInstant('2026-11-24', 570)).toBe('2026-11-24T09:30:00.000Z');
    expect(londonInstant('2026-07-01', 570)).toBe('2026-07-01T08:30:00.000Z');
    expect(londonInstant('2026-11-24', 1440)).toBe('2026-11-25T00:00:00.000Z');
  });

  it('moves a time in the hour that March skips on by an hour', () => {
    const instant = londonInstant('2026-03-29', 90);

    expect(instant).toBe('2026-03-29T01:30:00.000Z');
    expect(londonWallTime(instant)).toEqual({ date: '2026-03-29', minutes: 150 });
  });

  it('takes the first of the two hours that October has', () => {
    expect(londonInstant('2026-10-25', 90)).toBe('2026-10-25T00:30:00.000Z');
    expect(londonInstant('2026-10-25', 120)).toBe('2026-10-25T02:00:00.000Z');
    expect(londonWallTime('2026-10-25T00:30:00.000Z')).toEqual(londonWallTime('2026-10-25T01:30:00.000Z'));
  });

  it('knows the day on a London clock', () => {
    expect(today('2026-06-30T22:59:59.000Z')).toBe('2026-06-30');
    expect(today('2026-06-30T23:00:00.000Z')).toBe('2026-07-01');
    expect(today('2026-12-31T23:59:59.999Z')).toBe('2026-12-31');
  });

  it('comes back to the same wall time, except in the hour that March skips', () => {
    const clockChanges = fc.constantFrom('2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31');

    fc.assert(
      fc.property(fc.oneof(days, clockChanges), minutesOfDay, (date, minutes) => {
        const isSkipped =
          date.slice(5, 7) === '03' && minutes >= 60 && minutes < 120 && weekdayOf(date) === 7;
        fc.pre(!isSkipped && date >= '1972-01-01');
        expect(londonWallTime(londonInstant(date, minutes))).toEqual({ date, minutes });
      }),
    );
  });
});
