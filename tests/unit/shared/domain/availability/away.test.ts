import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awayAt, awayOn, indexAvailability } from '../../../../../shared/domain/availability/away.ts';
import { personAwayWords } from '../../../../../shared/domain/availability/words.ts';
import { type Availability, noAvailability } from '../../../../../shared/domain/availability.ts';
import { aBusyTime, anAbsence, someHours } from '../../../../support/availability-builders.ts';

const tuesday = '2026-11-24';
const indexOf = (given: Partial<Availability>) => indexAvailability({ ...noAvailability, ...given });

describe('awayOn', () => {
  it('finds nobody away of whom nothing is known', () => {
    expect(awayOn(indexOf({}), 'Ann', tuesday)).toEqual([]);
  });

  it('takes the hours round the usual ones as away, and a weekday without hours as away altogether', () => {
    const index = indexOf({ usualHours: [someHours('Ann', 2, 540, 780)] });

    expect(awayOn(index, 'Ann', tuesday).map(({ start, end }) => [start, end])).toEqual([
      [0, 540],
      [780, 1440],
    ]);
    expect(awayOn(index, 'Ann', '2026-11-25').map(({ start, end }) => [start, end])).toEqual([[0, 1440]]);
  });

  it('is free at a minute exactly when no absence, busy time or hour outside the usual ones covers it', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const span = fc.tuple(minute, fc.integer({ min: 1, max: 1440 })).filter(([start, end]) => start < end);
    fc.assert(
      fc.property(
        fc.array(span, { maxLength: 3 }),
        fc.array(span, { maxLength: 3 }),
        fc.array(span, { maxLength: 2 }),
        minute,
        (absent, busy, hours, now) => {
          const index = indexOf({
            absences: absent.map(([start, end]) => anAbsence('Ann', { start, end })),
            busyTimes: busy.map(([start, end]) => aBusyTime('Ann', tuesday, start, end)),
            usualHours: hours.map(([start, end]) => someHours('Ann', 2, start, end)),
          });
          const covers = ([start, end]: readonly [number, number]) => start <= now && now < end;
          const isFree =
            !absent.some(covers) && !busy.some(covers) && (hours.length === 0 || hours.some(covers));

          expect(awayAt(index, 'Ann', { day: tuesday, start: now, end: now + 1 }) === undefined).toBe(isFree);
        },
      ),
    );
  });

  it('says why in a few words', () => {
    const index = indexOf({
      absences: [anAbsence('Ann', { toDay: '2026-11-25' })],
      busyTimes: [aBusyTime('Ben', tuesday, 600, 660)],
      usualHours: [someHours('Cat', 2, 540, 780)],
    });
    const words = (id: string) =>
      awayOn(index, id, tuesday).map((away) => personAwayWords(away, tuesday, '12'))[0];

    expect([words('Ann'), words('Ben'), words('Cat')]).toEqual([
      'is away until the end of Wednesday 25 November',
      'is busy 10am to 11am, as their calendar has it',
      'works 9am to 1pm on Tuesdays',
    ]);
  });
});
