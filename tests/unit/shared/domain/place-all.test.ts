import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMeeting, checkTimetable } from '../../../../shared/domain/clash/check.ts';
import { indexWorld, type TimetableWorld } from '../../../../shared/domain/clash/world.ts';
import type { MeetingWithPeople } from '../../../../shared/domain/meeting.ts';
import { type PlaceOptions, spaceOf } from '../../../../shared/domain/place-all/places-to-try.ts';
import { type PlacePlan, placeAll, waitingMeetings } from '../../../../shared/domain/place-all.ts';
import {
  aMeeting,
  aPerson,
  aPlace,
  at,
  aWorld,
  tuesday,
  wednesday,
} from '../../../support/timetable-world.ts';

const inTray = (given: Parameters<typeof aMeeting>[0] = {}) => aMeeting({ ...given, day: null, start: null });
const options = (given: Partial<PlaceOptions> = {}): PlaceOptions => ({
  days: [tuesday, wednesday],
  fillStrands: true,
  fillRooms: true,
  keepLunch: true,
  ...given,
});
function planOf(world: TimetableWorld, given: Partial<PlaceOptions> = {}): PlacePlan {
  const index = indexWorld(world);
  return placeAll(index, new Set(waitingMeetings(index).map(({ id }) => id)), options(given));
}
const withPlan = (world: TimetableWorld, { placed }: PlacePlan): TimetableWorld => {
  const byId = new Map(placed.map(({ meeting }) => [meeting.id, meeting]));
  return { ...world, meetings: world.meetings.map((meeting) => byId.get(meeting.id) ?? meeting) };
};
const countOf = (world: TimetableWorld, which: (rule: string, severity: string) => boolean) =>
  checkTimetable(world).filter(({ rule, severity }) => which(rule, severity)).length;
const hard = (world: TimetableWorld) => countOf(world, (_, severity) => severity === 'hard');
const lunches = (world: TimetableWorld) => countOf(world, (rule) => rule === 'no-lunch');

const team = [
  aPerson('jo', { strand: 's1' }),
  aPerson('ann', { strand: 's2' }),
  aPerson('kim', { strand: 's3' }),
  aPerson('p1'),
  aPerson('p2'),
  aPerson('p3'),
];
const strands = [{ id: 's1' }, { id: 's2' }, { id: 's3' }].map(({ id }) => ({ id: id as never }));
const places = [
  aPlace('r1', { capacity: 4 }),
  aPlace('r2', { capacity: 12 }),
  aPlace('r3', { hasVideo: false }),
];

const someMeeting = (id: string) =>
  fc.record({
    id: fc.constant(id),
    minutes: fc.constantFrom(30, 45, 60, 90, 180),
    kind: fc.constantFrom('leaders', 'child', 'focus-group', 'visit', 'family', 'team', 'block'),
    strandIds: fc.subarray(['s1', 's2', 's3']),
    personIds: fc.subarray(['p1', 'p2', 'p3']),
    placeId: fc.constantFrom(null, 'r1', 'r2', 'r3'),
    isPinned: fc.boolean(),
    needsVideo: fc.boolean(),
    when: fc.option(fc.tuple(fc.constantFrom(tuesday, wednesday), fc.integer({ min: 0, max: 31 })), {
      freq: 4,
    }),
  });
const someWorld = fc
  .integer({ min: 0, max: 24 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => someMeeting(`m${at}`))))
  .map((given) =>
    aWorld({
      people: team,
      strands,
      places,
      meetings: given.map(({ when, ...meeting }) =>
        aMeeting({
          ...meeting,
          kind: meeting.kind as MeetingWithPeople['kind'],
          day: when ? when[0] : null,
          start: when ? at(9) + when[1] * 15 : null,
        }),
      ),
    }),
  );
const runs = { numRuns: 60 };

describe('placeAll', () => {
  it('never makes a hard clash, and takes nobody’s lunch', () => {
    fc.assert(
      fc.property(someWorld, (world) => {
        const after = withPlan(world, planOf(world));

        expect(hard(after)).toBe(hard(world));
        expect(lunches(after)).toBeLessThanOrEqual(lunches(world));
      }),
      runs,
    );
  });

  it('moves nothing that has a place or is pinned, and answers for every other meeting once', () => {
    fc.assert(
      fc.property(someWorld, (world) => {
        const { placed, unplaced } = planOf(world);

        const answered = [...placed, ...unplaced].map(({ meeting }) => meeting.id).sort();
        const waiting = world.meetings.filter(({ start, isPinned }) => start === null && !isPinned);
        expect(answered).toEqual(waiting.map(({ id }) => id).sort());
      }),
      runs,
    );
  });

  it('gives the same plan whatever the order of the meetings', () => {
    fc.assert(
      fc.property(someWorld, (world) => {
        const turned = { ...world, meetings: world.meetings.toReversed() };

        expect(planOf(turned)).toEqual(planOf(world));
      }),
      runs,
    );
  });

  it('leaves over only what has no free place among all that were tried', () => {
    fc.assert(
      fc.property(someWorld, (world) => {
        const plan = planOf(world);

        const after = withPlan(world, plan);
        const index = indexWorld(after);
        for (const { meeting } of plan.unplaced) {
          const { columns, days, startsOf } = spaceOf(index, meeting, options());
          for (const { strandIds, rooms } of columns)
            for (const day of days)
              for (const start of startsOf(day))
                for (const placeId of rooms) {
                  const tried = { ...meeting, strandIds: [...strandIds], day, start, placeId };
                  const isRefused = checkMeeting(index, tried).blocked.length > 0;
                  const isLunchLost = () =>
                    lunches({ ...after, meetings: [...after.meetings, tried] }) > lunches(after);
                  expect(isRefused || isLunchLost()).toBe(true);
                }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('puts a focus group in usual hours, in a room that holds it, with the strand that has the least to do', () => {
    const busy = aMeeting({ id: 'busy', start: at(9), minutes: 120, strandIds: ['s1'] });
    const group = inTray({ id: 'group', kind: 'focus-group', personIds: ['p1', 'p2', 'p3'] });
    const world = aWorld({
      people: team,
      strands: strands.slice(0, 2),
      places: [aPlace('small', { capacity: 2 }), aPlace('hall', { capacity: 30 })],
      meetings: [busy, group],
    });

    const [only] = planOf(world, { days: [tuesday] }).placed;

    expect(only?.meeting).toMatchObject({
      day: tuesday,
      start: at(9, 30),
      strandIds: ['s2'],
      placeId: 'hall',
    });
  });

  it('spreads the work over the days', () => {
    const meetings = Array.from({ length: 8 }, (_, at) => inTray({ id: `m${at}`, strandIds: ['s1'] }));

    const { placed } = planOf(aWorld({ people: team, strands, meetings }));

    const onTuesday = placed.filter(({ meeting }) => meeting.day === tuesday).length;
    expect([placed.length, onTuesday]).toEqual([8, 4]);
  });

  it('keeps a day that a meeting has already, and puts nothing before now', () => {
    const own = aMeeting({ id: 'own', day: wednesday, start: null, strandIds: ['s1'] });
    const late = aMeeting({ id: 'late', day: tuesday, start: null, strandIds: ['s2'], minutes: 120 });
    const world = aWorld({ people: team, strands, meetings: [own, late] });

    const { placed, unplaced } = planOf(world, { after: { day: tuesday, start: at(15, 30) } });

    expect(placed.map(({ meeting }) => [meeting.id, meeting.day])).toEqual([['own', wednesday]]);
    expect(unplaced[0]?.remedies.at(-1)).toMatch(/^On another day, Wed 25 Nov at .* is free\.$/);
  });

  it('says who stands in the way, and what would free a place', () => {
    const taken = aMeeting({ id: 'all-day', start: at(9), minutes: 480, personIds: ['p1'], title: 'Court' });
    const wanted = inTray({ id: 'wanted', strandIds: ['s1'], personIds: ['p1'] });
    const world = aWorld({ people: team, strands, meetings: [taken, wanted] });

    const { unplaced } = planOf(world, { days: [tuesday] });

    expect(unplaced.map(({ why, remedies }) => ({ why, remedies }))).toEqual([
      {
        why: 'None of 29 times for 1 hour is free: p1 is taken at 29.',
        remedies: [
          'Without p1, Tue 24 Nov at 9am is free.',
          'If the day ran to 6pm, Tue 24 Nov at 5pm is free.',
        ],
      },
    ]);
  });

  it('names the one meeting that could make room by moving', () => {
    const chat = aMeeting({ id: 'chat', title: 'Chat', start: at(9, 30), minutes: 30, personIds: ['p1'] });
    const court = aMeeting({ id: 'court', start: at(10), minutes: 420, strandIds: ['s1'], isPinned: true });
    const wanted = inTray({ id: 'wanted', strandIds: ['s1'], personIds: ['p1'] });
    const world = aWorld({ people: team, strands: strands.slice(0, 1), meetings: [chat, court, wanted] });

    const { unplaced } = planOf(world, { days: [tuesday], keepLunch: false });

    expect(unplaced[0]?.remedies).toContain(
      'If “Chat” moved from Tue 24 Nov at 9:30am, there would be room.',
    );
  });

  it('says so of a meeting that is longer than the day', () => {
    const long = inTray({ minutes: 600 });

    const { unplaced } = planOf(aWorld({ meetings: [long] }));

    expect(unplaced[0]?.why).toBe('It takes 10 hours, longer than the day is.');
  });

  it('plans a hundred meetings over four days', () => {
    const meetings = Array.from({ length: 100 }, (_, at) =>
      inTray({
        id: `m${String(at).padStart(3, '0')}`,
        minutes: 45,
        strandIds: [`s${(at % 6) + 1}`],
        personIds: [`p${at % 40}`, `p${(at * 7) % 40}`],
      }),
    );
    const people = [
      ...Array.from({ length: 12 }, (_, at) => aPerson(`i${at}`, { strand: `s${(at % 6) + 1}` })),
      ...Array.from({ length: 40 }, (_, at) => aPerson(`p${at}`)),
    ];
    const world = aWorld({
      people,
      strands: Array.from({ length: 6 }, (_, at) => ({ id: `s${at + 1}` as never })),
      places: Array.from({ length: 8 }, (_, at) => aPlace(`r${at}`, { capacity: 8 })),
      meetings,
    });
    const days = [tuesday, wednesday, '2026-11-26', '2026-11-27'];

    expect(planOf(world, { days }).placed).toHaveLength(100);
  });
});
