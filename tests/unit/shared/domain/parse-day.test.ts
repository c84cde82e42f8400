import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../../shared/domain/parse-day.ts';
import { addDays, daysBetween } from '../../../../shared/domain/time.ts';
import { formatDayLong, formatDayMonth, weekdayName } from '../../../../shared/domain/time-words.ts';

/** A Tuesday. */
const today = '2026-11-24';

describe('parseDay', () => {
  it.each([
    ['today', '2026-11-24'],
    ['Tomorrow', '2026-11-25'],
    ['yesterday', '2026-11-23'],
    ['Wed', '2026-11-25'],
    ['weds', '2026-11-25'],
    ['Tuesday', '2026-11-24'],
    ['mon', '2026-11-30'],
    ['next Wednesday', '2026-12-02'],
    ['next mon', '2026-11-30'],
    ['27 Nov', '2026-11-27'],
    ['27/11', '2026-11-27'],
    ['Fri 27 Nov', '2026-11-27'],
    ['9 January', '2027-01-09'],
    ['1 Sept 2026', '2026-09-01'],
  ])('reads “%s” as %s', (text, date) => {
    expect(parseDay(text, today)).toEqual({ ok: true, value: date });
  });

  it.each(['Wednesdayish', 'soon', '31/11', 'Mon 27 Nov', ''])('refuses “%s”', (text) => {
    expect(parseDay(text, today).ok).toBe(false);
  });

  const dayNear = fc.integer({ min: -180, max: 180 }).map((by) => addDays(today, by));

  it('reads every day within half a year without its year, and every day in full', () => {
    fc.assert(
      fc.property(dayNear, (date) => {
        expect(parseDay(formatDayMonth(date), today)).toEqual({ ok: true, value: date });
        expect(parseDay(formatDayLong(date), today)).toEqual({ ok: true, value: date });
      }),
    );
  });

  it('takes a weekday for the first from today on', () => {
    fc.assert(
      fc.property(dayNear, fc.integer({ min: 0, max: 6 }), (from, by) => {
        const date = addDays(from, by);
        expect(parseDay(weekdayName(date), from)).toEqual({ ok: true, value: date });
        expect(daysBetween(from, date)).toBe(by);
      }),
    );
  });
});
