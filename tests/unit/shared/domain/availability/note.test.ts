import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coversDay } from '../../../../../shared/domain/availability/away.ts';
import { readAvailabilityNote } from '../../../../../shared/domain/availability/note.ts';
import { absenceWords } from '../../../../../shared/domain/availability/words.ts';
import { AbsenceFields } from '../../../../../shared/domain/availability.ts';
import { addDays } from '../../../../../shared/domain/time.ts';
import { formatTime } from '../../../../../shared/domain/time-words.ts';

const tuesday = '2026-11-24';
const read = (note: string) =>
  readAvailabilityNote(note, tuesday).proposals.map((absence) => absenceWords(absence, '12'));

const weekdays = ['Mon', 'Tues', 'Weds', 'Thurs', 'Fri', 'Sat', 'Sun'] as const;
const someWeekdays = fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1, maxLength: 6 });
const named = (days: readonly number[]) => days.map((day) => weekdays[day - 1]).join(' & ');

describe('readAvailabilityNote', () => {
  it.each([
    ['Wed am', ['before midday on Wednesdays']],
    ['after 15:00', ['after 3pm']],
    ['school run - after 15:00', ['after 3pm']],
    ['AL until Wednesday', ['until the end of Wednesday 25 November']],
    ['not Fri', ['on Fridays']],
    ['Thursday', ['on Thursdays']],
    ['Tues 13:00-15:00', ['1pm to 3pm on Tuesdays']],
    ['on leave 24-26 Nov', ['from Tuesday 24 November to Thursday 26 November']],
    ['AL 24/11 to 26/11', ['from Tuesday 24 November to Thursday 26 November']],
    ['30 Nov – 2 Dec', ['from Monday 30 November to Wednesday 2 December']],
    ['Wed 25th Nov pm', ['after midday on Wednesday 25 November']],
    ['Mon to Wed am', ['before midday on Mondays, Tuesdays and Wednesdays']],
    ['Wed am, Thu pm', ['before midday on Wednesdays', 'after midday on Thursdays']],
    ['back Thursday', ['until the end of Wednesday 25 November']],
    ['leave from Thursday', ['from Thursday 26 November']],
    ['1-3pm', ['1pm to 3pm']],
    ['Fri after 3', ['after 3pm on Fridays']],
    ['not before 10am', ['before 10am']],
    ['annual leave', ['the whole time']],
  ])('reads “%s” as away %s', (note, expected) => {
    expect(read(note)).toEqual(expected);
  });

  it.each([
    ['Tues & Thurs only', ['on Mondays, Wednesdays, Fridays, Saturdays and Sundays']],
    ['available after 10am', ['before 10am']],
    ['free 24-26 Nov', ['until the end of Monday 23 November', 'from Friday 27 November']],
    ['mornings only', ['after midday']],
  ])('reads “%s” as free then, and away %s', (note, expected) => {
    expect(read(note)).toEqual(expected);
  });

  it('takes the times as free ones when it is told that they are', () => {
    expect(readAvailabilityNote('Thursday', tuesday, 'free').proposals).toEqual([
      { fromDay: null, toDay: null, weekdays: [1, 2, 3, 5, 6, 7], start: 0, end: 1440, words: 'Thursday' },
    ]);
  });

  it.each(['', 'N/A', 'flexible', 'none', '-'])('has nothing to ask about “%s”', (note) => {
    expect(readAvailabilityNote(note, tuesday)).toMatchObject({ proposals: [], isUnread: false });
  });

  it('says when no time is in it, and when it took something for granted', () => {
    expect(readAvailabilityNote('prefers Teams', tuesday).isUnread).toBe(true);
    expect(readAvailabilityNote('AL until Wednesday', tuesday).doubts).toEqual([
      '“Until” is read with that day included.',
    ]);
  });

  it('never fails, and proposes only absences that can be kept', () => {
    const fragments = fc.constantFrom(
      'AL',
      'not',
      'only',
      'until',
      'from',
      'Wed',
      'Fri',
      '24',
      '-',
      '26 Nov',
      'am',
      '15:00',
      '31 Feb',
      'after',
      '&',
      ',',
      '9',
      'pm',
      'back',
      '25/11',
      ';',
    );
    const notes = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.array(fragments, { maxLength: 9 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(notes, fc.constantFrom(undefined, 'away' as const, 'free' as const), (note, meaning) => {
        for (const proposal of readAvailabilityNote(note, tuesday, meaning).proposals)
          expect(AbsenceFields.safeParse(proposal).success).toBe(true);
      }),
    );
  });

  it('reads weekdays and hours back from how people write them', () => {
    const hour = fc.integer({ min: 8, max: 19 });
    fc.assert(
      fc.property(
        someWeekdays,
        hour,
        hour,
        fc.constantFrom('12' as const, '24' as const),
        (days, one, other, clock) => {
          fc.pre(one < other);
          const time = (of: number) => formatTime(of * 60, clock);

          const { proposals } = readAvailabilityNote(
            `not ${named(days)} ${time(one)}-${time(other)}`,
            tuesday,
          );

          expect(proposals).toMatchObject([{ weekdays: days, start: one * 60, end: other * 60 }]);
        },
      ),
    );
  });

  it('makes somebody who is free only on some weekdays away on every other, and on none of those', () => {
    fc.assert(
      fc.property(someWeekdays, fc.nat({ max: 20 }), (days, ahead) => {
        const day = addDays(tuesday, ahead);
        const isNamed = days.some((weekday) =>
          coversDay({ fromDay: null, toDay: null, weekdays: [weekday] }, day),
        );

        const { proposals } = readAvailabilityNote(`${named(days)} only`, tuesday);

        expect(proposals.some((absence) => coversDay(absence, day))).toBe(!isNamed);
      }),
    );
  });
});
