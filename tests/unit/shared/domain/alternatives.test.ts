import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AlternativeOptions, freeAlternatives } from '../../../../shared/domain/alternatives.ts';
import { checkMeeting } from '../../../../shared/domain/clash/check.ts';
import { indexWorld, type TimetableWorld } from '../../../../shared/domain/clash/world.ts';
import { formatDayShort, formatTime } from '../../../../shared/domain/time-words.ts';
import {
  aMeeting,
  aPerson,
  aPlace,
  at,
  aWorld,
  meetingId,
  strandId,
  tuesday,
  wednesday,
} from '../../../support/timetable-world.ts';

const people = [
  aPerson('Margaret', { strand: 'M Osei' }),
  aPerson('Anil', { strand: 'A Deshpande' }),
  aPerson('Sarah'),
];
const places = [
  aPlace('Room 2.14', { capacity: 8, hasVideo: false }),
  aPlace('Room 2.15', { capacity: 10 }),
  aPlace('Chamber', { capacity: 40 }),
];
const near = { day: tuesday, start: at(14) };
const options: AlternativeOptions = { days: [tuesday, wednesday], near };

/** The meeting that looks for a time: post-16 with Margaret and Sarah in Room 2.14. */
const wanted = { id: 'pfa', start: at(9), strandIds: ['M Osei'], personIds: ['Sarah'], placeId: 'Room 2.14' };

const found = (given: Partial<TimetableWorld>, more: Partial<AlternativeOptions> = {}) =>
  freeAlternatives(indexWorld(aWorld({ people, places, ...given })), meetingId('pfa'), {
    ...options,
    ...more,
  }).map(
    ({ day, start, strandIds, reason }) =>
      `${formatDayShort(day)} ${formatTime(start)}, ${strandIds}: ${reason}`,
  );

describe('freeAlternatives', () => {
  it('offers the nearest times, none overlapping another, with the reason', () => {
    const meetings = [aMeeting(wanted), aMeeting({ id: 'ap', start: at(13, 30), personIds: ['Sarah'] })];

    expect(found({ meetings })).toEqual([
      'Tue 24 Nov 2:30pm, M Osei: All 2 free, Room 2.14 free',
      'Tue 24 Nov 12:30pm, M Osei: All 2 free, Room 2.14 free',
      'Tue 24 Nov 3:30pm, M Osei: All 2 free, Room 2.14 free',
    ]);
  });

  it('goes to the next day when the day is full', () => {
    const meetings = [
      aMeeting(wanted),
      aMeeting({ id: 'all', start: at(9), minutes: 480, personIds: ['Sarah'] }),
    ];

    expect(found({ meetings }, { limit: 1 })).toEqual(['Wed 25 Nov 2pm, M Osei: All 2 free, Room 2.14 free']);
  });

  it('offers another strand only where one is named', () => {
    const meetings = [
      aMeeting(wanted),
      aMeeting({ id: 'all', start: at(9), minutes: 480, strandIds: ['M Osei'] }),
    ];

    expect(found({ meetings }, { limit: 1, otherStrandIds: [strandId('A Deshpande')] })).toEqual([
      'Tue 24 Nov 2pm, A Deshpande: All 2 free, Room 2.14 free',
    ]);
    expect(found({ meetings }, { limit: 1 })[0]).toMatch(/^Wed 25 Nov/);
  });

  it('offers the smallest other room of the site when its own is taken', () => {
    const meetings = [
      aMeeting(wanted),
      aMeeting({ id: 'all', start: at(9), minutes: 480, placeId: 'Room 2.14' }),
    ];

    expect(found({ meetings }, { limit: 1 })).toEqual(['Tue 24 Nov 2pm, M Osei: All 2 free, in Room 2.15']);
  });

  it('says what is amiss with a time', () => {
    const meetings = [
      aMeeting({ ...wanted, needsVideo: true }),
      aMeeting({ id: 'one', start: at(11), minutes: 120, strandIds: ['M Osei'] }),
      aMeeting({ id: 'two', start: at(14), strandIds: ['M Osei'] }),
    ];

    expect(found({ meetings }, { limit: 2, near: { day: tuesday, start: at(13) } })).toEqual([
      'Tue 24 Nov 1pm, M Osei: All free, but no time for lunch',
      'Tue 24 Nov 3pm, M Osei: All free, but room has no video link',
    ]);
  });

  it('prefers a later time to one that somebody can hardly reach', () => {
    const away = aPlace('Hall', { site: 'Oakfield', travelMinutes: 25 });
    const meetings = [
      aMeeting(wanted),
      aMeeting({ id: 'visit', start: at(9), minutes: 300, strandIds: ['M Osei'], placeId: 'Hall' }),
    ];

    expect(found({ meetings, places: [...places, away] })).toEqual([
      'Tue 24 Nov 2:30pm, M Osei: All 2 free, Room 2.14 free',
      'Tue 24 Nov 3:30pm, M Osei: All 2 free, Room 2.14 free',
      'Wed 25 Nov 2pm, M Osei: All 2 free, Room 2.14 free',
    ]);
    expect(
      found({ meetings, places: [...places, away] }, { after: { day: tuesday, start: at(16) } })[0],
    ).toMatch(/^Tue 24 Nov 4pm/);
  });

  it('offers nothing before a moment that is past', () => {
    const meetings = [aMeeting(wanted)];
    const starts = found(
      { meetings },
      { near: { day: tuesday, start: at(10) }, after: { day: tuesday, start: at(10, 42) } },
    );

    expect(starts[0]).toMatch(/^Tue 24 Nov 10:45am/);
  });

  it('names who is free when it is one person, and knows nothing of a meeting that is gone', () => {
    const meetings = [aMeeting({ ...wanted, personIds: [], placeId: null })];

    expect(found({ meetings }, { limit: 1 })).toEqual(['Tue 24 Nov 2pm, M Osei: Margaret free']);
    expect(found({ meetings: [] })).toEqual([]);
  });

  it('never offers a time with a hard clash, nor the time the meeting has', () => {
    const other = fc.record({
      start: fc.integer({ min: 36, max: 66 }).map((quarter) => quarter * 15),
      minutes: fc.constantFrom(30, 60, 120),
      day: fc.constantFrom(tuesday, wednesday),
      personIds: fc.subarray(['Sarah', 'Margaret']),
      placeId: fc.constantFrom('Room 2.14', 'Room 2.15', null),
    });
    fc.assert(
      fc.property(fc.array(other, { maxLength: 12 }), (others) => {
        const meetings = [
          aMeeting(wanted),
          ...others.map((one, index) => aMeeting({ ...one, id: `o${index}` })),
        ];
        const index = indexWorld(aWorld({ people, places, meetings }));

        const offered = freeAlternatives(index, meetingId('pfa'), options);

        for (const { reason: _, warnings: __, strandIds, ...slot } of offered) {
          const { blocked } = checkMeeting(index, {
            ...aMeeting(wanted),
            ...slot,
            strandIds: [...strandIds],
          });
          expect(blocked).toEqual([]);
          expect([slot.day, slot.start]).not.toEqual([tuesday, at(9)]);
        }
      }),
    );
  });
});
