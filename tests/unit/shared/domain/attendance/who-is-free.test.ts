import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFree, type WantedTime, whoIsFree } from '../../../../../shared/domain/attendance/who-is-free.ts';
import { indexAvailability } from '../../../../../shared/domain/availability/away.ts';
import { noAvailability } from '../../../../../shared/domain/availability.ts';
import type { MeetingWithPeople } from '../../../../../shared/domain/meeting.ts';

const day = '2026-11-25';
const two: WantedTime = { day, start: 14 * 60, minutes: 60 };
const none = indexAvailability(noAvailability);
const attendance = { invitations: new Map(), marks: new Map() };

const meeting = (own: object): MeetingWithPeople =>
  ({
    ...{ id: 'm', title: 'Commissioning', kind: 'leaders', day, start: 14 * 60, minutes: 60 },
    ...{ placeId: null, childId: null, personIds: [], strandIds: [] },
    ...own,
  }) as unknown as MeetingWithPeople;

type Sources = Parameters<typeof whoIsFree>[1];
const sources = (meetings: readonly MeetingWithPeople[], own: Partial<Sources> = {}): Sources =>
  ({
    people: [
      { id: 'dco', strandId: null },
      { id: 'lead', strandId: 's1' },
    ],
    places: [
      { id: 'room', isOnline: false },
      { id: 'link', isOnline: true },
    ],
    ...{ meetings, attendance, away: none },
    ...own,
  }) as unknown as Sources;

const free = (meetings: readonly MeetingWithPeople[], own?: Partial<Sources>) => {
  const { people, places } = whoIsFree(two, sources(meetings, own));
  return [...people, ...places].filter(isFree).map(({ id }) => id);
};

describe('whoIsFree', () => {
  it('takes people by themselves or by their strand, and rooms but no video link', () => {
    expect(free([])).toEqual(['dco', 'lead', 'room', 'link']);
    expect(free([meeting({ personIds: ['dco'], placeId: 'link' })])).toEqual(['lead', 'room', 'link']);
    expect(free([meeting({ strandIds: ['s1'], placeId: 'room' })])).toEqual(['dco', 'link']);
  });

  it('counts neither a meeting of another day, nor one without a time, nor one that was cancelled', () => {
    const both = { personIds: ['dco'], placeId: 'room' };
    expect(free([meeting({ ...both, day: '2026-11-26' })])).toHaveLength(4);
    expect(free([meeting({ ...both, start: null })])).toHaveLength(4);
    const marks = new Map([['m', { outcome: 'cancelled' }]]);
    expect(
      free([meeting(both)], { attendance: { ...attendance, marks } as unknown as Sources['attendance'] }),
    ).toHaveLength(4);
  });

  it('leaves out whoever is away, and says what it is', () => {
    const busy = { id: 'b', personId: 'dco', placeId: null, day, start: 14 * 60 + 30, end: 15 * 60 };
    const away = indexAvailability({
      ...noAvailability,
      busyTimes: [busy],
    } as unknown as Parameters<typeof indexAvailability>[0]);

    expect(free([], { away })).toEqual(['lead', 'room', 'link']);
    expect(whoIsFree(two, sources([], { away })).people[0]?.away).toMatchObject({ why: 'busy' });
  });

  it('finds somebody free exactly where no minute of the time lies in their meeting', () => {
    fc.assert(
      fc.property(
        ...[fc.integer({ min: 0, max: 1200 }), fc.integer({ min: 5, max: 240 })],
        ...[fc.integer({ min: 0, max: 1200 }), fc.integer({ min: 5, max: 240 })],
        (start, minutes, wantedStart, wantedMinutes) => {
          const wanted = { day, start: wantedStart, minutes: wantedMinutes };
          const found = whoIsFree(wanted, sources([meeting({ personIds: ['dco'], start, minutes })]));
          const taken = Array.from({ length: wantedMinutes }, (_, at) => wantedStart + at).some(
            (minute) => minute >= start && minute < start + minutes,
          );
          expect(found.people.map(isFree)).toEqual([!taken, true]);
        },
      ),
    );
  });
});
