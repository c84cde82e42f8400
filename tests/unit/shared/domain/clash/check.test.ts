import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMove, checkTimetable } from '../../../../../shared/domain/clash/check.ts';
import { indexWorld, occupantsOf, type TimetableWorld } from '../../../../../shared/domain/clash/world.ts';
import { type Clash, clashKeyNames } from '../../../../../shared/domain/clash.ts';
import { isScheduled, type MeetingWithPeople } from '../../../../../shared/domain/meeting.ts';
import { appliedRules, ChoosableRule, type RuleFacts } from '../../../../../shared/domain/timetable-rules.ts';
import { aBusyTime, anAbsence, someHours } from '../../../../support/availability-builders.ts';
import {
  aConsent,
  aMeeting,
  aPerson,
  aPlace,
  at,
  aWorld,
  childId,
  meetingId,
  personId,
  placeId,
  strandId,
  tuesday,
  wednesday,
} from '../../../../support/timetable-world.ts';

const inspectors = [
  aPerson('Jo', { strand: 'A' }),
  aPerson('Ann', { strand: 'B' }),
  aPerson('Ben', { strand: 'B' }),
];
const participants = [
  aPerson('Teacher', { sector: 'education' }),
  aPerson('Nurse', { sector: 'health' }),
  aPerson('Worker', { sector: 'care' }),
];
const places = [
  aPlace('Room 1', { capacity: 3, hasVideo: false }),
  aPlace('Hall', { site: 'Oakfield', travelMinutes: 25, isStepFree: false }),
  aPlace('Library', { site: 'Northgate', travelMinutes: 30 }),
  aPlace('Teams', { site: 'Online', isOnline: true }),
];

const someOf = (ids: readonly string[]) => fc.subarray([...ids], { maxLength: 3 });
const slot = fc.integer({ min: 32, max: 70 }).map((quarter) => quarter * 15);
const fields = fc.record({
  title: fc.constantFrom('Leaders', 'Lunch', 'Travel', 'Focus group', 'Young people', 'Keep in touch'),
  kind: fc.constantFrom(
    ...(['leaders', 'child', 'block', 'family', 'visit', 'focus-group', 'team'] as const),
  ),
  day: fc.constantFrom(tuesday, wednesday, null),
  start: fc.option(slot, { freq: 12 }),
  minutes: fc.constantFrom(15, 30, 45, 60, 90, 120),
  placeId: fc.option(fc.constantFrom(...places.map((place) => place.id))),
  childId: fc.option(fc.constantFrom('C', 'D')),
  chairId: fc.option(fc.constantFrom('Jo', 'Worker').map(personId)),
  sectorsNeeded: fc.subarray(['education' as const, 'health' as const]),
  needsVideo: fc.boolean(),
  needsStepFree: fc.boolean(),
  strandIds: someOf(['A', 'B', 'Empty']),
  personIds: someOf(['Jo', 'Teacher', 'Nurse', 'Worker']),
});
const facts: RuleFacts = {
  availability: {
    absences: [
      anAbsence('Nurse', { weekdays: [2], end: at(12) }),
      anAbsence('', { personId: null, placeId: placeId('Hall'), fromDay: wednesday }),
    ],
    busyTimes: [aBusyTime('Worker', tuesday, at(10), at(11, 30)), aBusyTime('Jo', wednesday, at(14), at(15))],
    usualHours: [someHours('Teacher', 2, at(9), at(13)), someHours('Teacher', 3, at(8), at(18))],
  },
  applied: appliedRules(ChoosableRule.options, [{ rule: 'no-break', isOn: true, minutes: 100 }]),
  siteDays: [tuesday, wednesday, '2026-11-26'],
  casework: [{ childId: childId('C'), personIds: [personId('Worker')] }],
};
const ofDayOrWhole = new Set([
  'no-lunch',
  'no-break',
  'long-day',
  'room-reset',
  'visit-label',
  'non-attribution',
]);
/** What `checkMove` leaves to the check of the whole timetable. */
const ofWhole = new Set(['visit-label', 'non-attribution', 'no-keep-in-touch', 'no-triangulation']);
const world = fc.array(fields, { maxLength: 14 }).map((all) =>
  aWorld({
    facts,
    meetings: all.map((one, index) => aMeeting({ ...one, id: `m${index}` })),
    people: [...inspectors, ...participants],
    places,
    consents: [aConsent('D')],
  }),
);
const someWorld = world.filter(({ meetings }) => meetings.length > 0);

const keysOf = (clashes: readonly Clash[]) => clashes.map((clash) => clash.key).sort();
const unworded = (clashes: readonly Clash[]) =>
  clashes.map(({ sentence: _, ...rest }) => rest).sort((a, b) => (a.key < b.key ? -1 : 1));

describe('checkTimetable', () => {
  it('finds the same person and room clashes as comparing every meeting with every other', () => {
    fc.assert(
      fc.property(world, (some) => {
        const quick = checkTimetable(some).filter(
          ({ rule }) => rule === 'person-twice' || rule === 'room-twice',
        );

        expect(keysOf(quick)).toEqual([...naivePairs(some)].sort());
      }),
    );
  });

  it('finds the same clashes, by key, in whatever order meetings, people and places come', () => {
    fc.assert(
      fc.property(world, (some) => {
        const reversed: TimetableWorld = {
          ...some,
          meetings: some.meetings.toReversed().map((meeting) => ({
            ...meeting,
            personIds: meeting.personIds.toReversed(),
            strandIds: meeting.strandIds.toReversed(),
          })),
          people: some.people.toReversed(),
          places: some.places.toReversed(),
        };

        expect(unworded(checkTimetable(reversed))).toEqual(unworded(checkTimetable(some)));
      }),
    );
  });

  it('gives every clash a key of its own, which names its meetings', () => {
    fc.assert(
      fc.property(world, (some) => {
        const clashes = checkTimetable(some);

        expect(new Set(keysOf(clashes)).size).toBe(clashes.length);
        for (const { rule, key, meetingIds } of clashes) {
          if (!ofDayOrWhole.has(rule)) expect(meetingIds.every((id) => clashKeyNames(key, id))).toBe(true);
        }
      }),
    );
  });

  it('finds nobody twice when no two meetings share a minute', () => {
    fc.assert(
      fc.property(world, (some) => {
        const meetings = some.meetings.map((meeting, index) => ({
          ...meeting,
          day: tuesday,
          start: index * 60,
          minutes: 60,
        }));
        const rules = checkTimetable({ ...some, meetings }).map((clash) => clash.rule);

        expect(rules).not.toContain('person-twice');
        expect(rules).not.toContain('room-twice');
      }),
    );
  });

  it('is rid of a clash of two meetings once one of them moves to a day of its own', () => {
    fc.assert(
      fc.property(someWorld, fc.nat(), (some, pick) => {
        const moved = some.meetings[pick % some.meetings.length];
        const meetings = some.meetings.map((one) => (one === moved ? { ...one, day: '2026-12-01' } : one));
        const left = checkTimetable({ ...some, meetings }).filter(
          (clash) => clash.rule.endsWith('twice') && moved && clash.meetingIds.includes(moved.id),
        );

        expect(left).toEqual([]);
      }),
    );
  });
});

describe('checkMove', () => {
  it('finds just what a full check finds for the meeting once it is moved', () => {
    fc.assert(
      fc.property(someWorld, fc.nat(), fields, (some, pick, to) => {
        const meeting = some.meetings[pick % some.meetings.length];
        if (!meeting) return;
        const candidate = {
          meetingId: meeting.id,
          day: to.day,
          start: to.start,
          minutes: to.minutes,
          strandIds: to.strandIds.map(strandId),
          personIds: to.personIds.map(personId),
          placeId: to.placeId,
        };
        const after = { ...meeting, ...candidate };
        const meetings = some.meetings.map((one) => (one === meeting ? after : one));

        const { blocked, warnings } = checkMove(indexWorld(some), candidate);

        const full = checkTimetable({ ...some, meetings }).filter(
          (clash) => clash.meetingIds.includes(meeting.id) && !ofWhole.has(clash.rule),
        );
        expect(unworded([...blocked, ...warnings])).toEqual(unworded(full));
        expect(blocked.every((clash) => clash.severity === 'hard')).toBe(true);
        expect(warnings.every((clash) => clash.severity === 'soft')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('finds the same clash from either of the two meetings', () => {
    fc.assert(
      fc.property(world, (some) => {
        const index = indexWorld(some);
        for (const clash of checkTimetable(some)) {
          if (!clash.rule.endsWith('twice')) continue;
          for (const id of clash.meetingIds) {
            expect(keysOf(checkMove(index, { meetingId: id }).blocked)).toContain(clash.key);
          }
        }
      }),
    );
  });

  it('tells a clash from where the meeting would stand', () => {
    const index = indexWorld(
      aWorld({
        people: [...inspectors, ...participants],
        places,
        meetings: [
          aMeeting({
            id: 'ap',
            title: 'AP commissioning',
            start: at(13, 30),
            strandIds: ['A'],
            personIds: ['Nurse'],
            placeId: 'Room 1',
          }),
          aMeeting({
            id: 'pfa',
            title: 'Post-16',
            strandIds: ['B'],
            personIds: ['Nurse'],
            placeId: 'Room 1',
          }),
          aMeeting({
            id: 'lunch',
            title: 'Lunch',
            kind: 'block',
            start: at(12, 30),
            minutes: 30,
            strandIds: ['B'],
          }),
        ],
      }),
    );
    const sentencesAt = (start: number, minutes = 60) =>
      checkMove(index, { meetingId: meetingId('pfa'), start, minutes }).blocked.map(
        (clash) => clash.sentence,
      );

    expect(sentencesAt(at(14))).toEqual([
      'Nurse is with A in AP commissioning until 2:30pm',
      'Room 1 is taken by AP commissioning until 2:30pm',
    ]);
    expect(sentencesAt(at(13))).toEqual([
      'Nurse is with A in AP commissioning from 1:30pm',
      'Room 1 is taken by AP commissioning from 1:30pm',
    ]);
    expect(sentencesAt(at(13), 120)[0]).toBe('Nurse is with A in AP commissioning from 1:30pm to 2:30pm');
    expect(sentencesAt(at(12), 45)).toEqual(['Ann has Lunch from 12:30pm', 'Ben has Lunch from 12:30pm']);
    expect(
      checkMove(index, { meetingId: meetingId('pfa'), start: at(13, 30), strandIds: [strandId('A')] })
        .blocked[1]?.sentence,
    ).toBe('Jo is in AP commissioning until 2:30pm');
  });

  it('finds nothing for a meeting that has no time, or that nobody knows', () => {
    const index = indexWorld(aWorld({ meetings: [aMeeting({ id: 'm1', start: at(6) })] }));

    expect(checkMove(index, { meetingId: meetingId('m1'), start: null })).toEqual({
      blocked: [],
      warnings: [],
    });
    expect(checkMove(index, { meetingId: meetingId('gone'), start: at(6) })).toEqual({
      blocked: [],
      warnings: [],
    });
  });

  it('leaves the index as it was', () => {
    const some = aWorld({
      places,
      meetings: [aMeeting({ placeId: 'Room 1' }), aMeeting({ id: 'm2', placeId: 'Hall' })],
    });
    const index = indexWorld(some);

    checkMove(index, { meetingId: meetingId('m1'), placeId: placeId('Hall') });

    expect(index).toEqual(indexWorld(some));
  });
});

/** What the index is measured against: each meeting compared with each other one. */
function naivePairs(some: TimetableWorld): Set<string> {
  const { members } = indexWorld({ ...some, meetings: [] });
  const online = new Set(some.places.filter((place) => place.isOnline).map((place) => place.id));
  const keys = new Set<string>();
  some.meetings.forEach((a, index) => {
    for (const b of some.meetings.slice(index + 1)) {
      if (!overlap(a, b)) continue;
      const ids = [a.id, b.id].sort().join('+');
      const others = occupantsOf({ members }, b);
      for (const one of occupantsOf({ members }, a))
        if (others.includes(one)) keys.add(`person-twice|${ids}|${one}|`);
      if (a.placeId && a.placeId === b.placeId && !online.has(a.placeId))
        keys.add(`room-twice|${ids}|${a.placeId}|`);
    }
  });
  return keys;
}

function overlap(a: MeetingWithPeople, b: MeetingWithPeople): boolean {
  if (!isScheduled(a) || !isScheduled(b) || a.day !== b.day) return false;
  return a.start < b.start + b.minutes && b.start < a.start + a.minutes;
}
