import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  copiesOf,
  latePlan,
  removalOf,
  shiftPlan,
  swapPlan,
  unschedulePlan,
} from '../../../../shared/domain/bulk-moves.ts';
import { checkTimetable } from '../../../../shared/domain/clash/check.ts';
import { checkChanges } from '../../../../shared/domain/clash/check-changes.ts';
import { indexWorld } from '../../../../shared/domain/clash/world.ts';
import type { MeetingWithPeople } from '../../../../shared/domain/meeting.ts';
import {
  aMeeting,
  aPerson,
  at,
  aWorld,
  strandId,
  tuesday,
  wednesday,
} from '../../../support/timetable-world.ts';

const monday = '2026-11-23';
const offered = [monday, tuesday, wednesday];
const strand = strandId('a');
const times = { withStrands: false, withPlaces: false };

const meeting = (id: string): fc.Arbitrary<MeetingWithPeople> =>
  fc
    .record({
      day: fc.constantFrom(null, ...offered),
      start: fc.integer({ min: 36, max: 68 }).map((slot) => slot * 15),
      minutes: fc.integer({ min: 1, max: 8 }).map((slots) => slots * 15),
      isPinned: fc.boolean(),
      strandIds: fc.subarray(['a', 'b']),
      placeId: fc.constantFrom(null, 'r1', 'r2'),
      personIds: fc.subarray(['p', 'q']),
    })
    .map(({ day, start, ...rest }) => aMeeting({ ...rest, id, day, start: day === null ? null : start }));
const meetings = fc
  .array(fc.nat(), { minLength: 2, maxLength: 8 })
  .chain((list) => fc.tuple(...list.map((_, index) => meeting(`m${index}`))));

const withoutVersion = ({ version: _, ...rest }: MeetingWithPeople) => rest;
const afterwards = (all: readonly MeetingWithPeople[], changes: ReturnType<typeof shiftPlan>['changes']) =>
  all.map((one) => changes.find(({ after }) => after.id === one.id)?.after ?? one);

describe('swapPlan', () => {
  it('done twice leaves both as they were', () => {
    fc.assert(
      fc.property(
        meeting('m1'),
        meeting('m2'),
        fc.record({ withStrands: fc.boolean(), withPlaces: fc.boolean() }),
        (a, b, what) => {
          const [one, other] = afterwards([a, b], swapPlan(a, b, what).changes);
          if (!one || !other) return;
          const again = afterwards([one, other], swapPlan(one, other, what).changes);

          expect(again.map(withoutVersion)).toEqual([a, b].map(withoutVersion));
        },
      ),
    );
  });

  it('leaves both where one is pinned, and says which', () => {
    const pinned = aMeeting({ id: 'm1', isPinned: true });
    const other = aMeeting({ id: 'm2', start: at(14) });

    expect(swapPlan(pinned, other, times)).toEqual({ changes: [], kept: [{ id: 'm1', why: 'pinned' }] });
  });

  it('exchanges rooms and strands only when asked', () => {
    const one = aMeeting({ id: 'm1', placeId: 'r1', strandIds: ['a'] });
    const other = aMeeting({ id: 'm2', placeId: 'r2', strandIds: ['b'], start: at(14) });
    const all = swapPlan(one, other, { withStrands: true, withPlaces: true }).changes[0]?.after;

    expect(swapPlan(one, other, times).changes[0]?.after).toMatchObject({ placeId: 'r1', strandIds: ['a'] });
    expect(all).toMatchObject({ start: at(14), placeId: 'r2', strandIds: ['b'] });
  });

  it('takes the place of a meeting in the tray with one that is not', () => {
    const placed = aMeeting({ id: 'm1' });
    const waiting = aMeeting({ id: 'm2', day: null, start: null });
    const { changes } = swapPlan(placed, waiting, times);

    expect(changes.map(({ after }) => [after.day, after.start])).toEqual([
      [null, null],
      [tuesday, at(10)],
    ]);
  });
});

describe('shiftPlan', () => {
  const shift = fc.record({
    minutes: fc.integer({ min: -20, max: 20 }).map((slots) => slots * 15),
    days: fc.integer({ min: -3, max: 3 }),
  });

  it('never changes a pinned meeting, says of every one what became of it, and keeps length and people', () => {
    fc.assert(
      fc.property(meetings, shift, (all, by) => {
        const { changes, kept } = shiftPlan(all, by, offered);

        expect(changes.some(({ before }) => before.isPinned)).toBe(false);
        expect(kept.filter(({ why }) => why === 'pinned').length).toBe(
          all.filter((one) => one.isPinned).length,
        );
        if (by.minutes !== 0 || by.days !== 0) expect(changes.length + kept.length).toBe(all.length);
        for (const { before, after } of changes)
          expect(withoutVersion({ ...after, day: before.day, start: before.start })).toEqual(
            withoutVersion(before),
          );
      }),
    );
  });

  it('is taken back by the opposite shift', () => {
    fc.assert(
      fc.property(meetings, shift, (all, by) => {
        const { changes } = shiftPlan(all, by, offered);
        const moved = changes.map(({ after }) => after);
        const back = shiftPlan(moved, { minutes: -by.minutes, days: -by.days }, offered);

        expect(afterwards(moved, back.changes).map(withoutVersion)).toEqual(
          changes.map(({ before }) => withoutVersion(before)),
        );
      }),
    );
  });

  it('steps over days that are not offered, and stays where none follows', () => {
    const friday = '2026-11-20';
    const one = aMeeting({ id: 'm1', day: friday });
    const plan = shiftPlan([one], { minutes: 0, days: 1 }, [friday, monday]);

    expect(plan.changes[0]?.after.day).toBe(monday);
    expect(shiftPlan([one], { minutes: 0, days: 2 }, [friday, monday]).kept).toEqual([
      { id: 'm1', why: 'no-such-day' },
    ]);
  });
});

describe('latePlan', () => {
  const lateness = fc.record({
    strandId: fc.constant(strand),
    day: fc.constant(tuesday),
    from: fc.integer({ min: 36, max: 68 }).map((slot) => slot * 15),
    minutes: fc.constantFrom(5, 15, 40),
    absorbs: fc.boolean(),
    leaving: fc.subarray(['m0', 'm1']) as fc.Arbitrary<MeetingWithPeople['id'][]>,
  });

  it('moves nothing earlier, by more than the delay, that is pinned, before now, or in another strand', () => {
    fc.assert(
      fc.property(meetings, lateness, (all, late) => {
        for (const { before, after } of latePlan(all, late).changes) {
          const by = (after.start ?? 0) - (before.start ?? 0);
          expect(by > 0 && by <= late.minutes).toBe(true);
          expect(before).toMatchObject({ isPinned: false, day: tuesday });
          expect(before.start).toBeGreaterThanOrEqual(late.from);
          expect(before.strandIds).toContain(strand);
          expect(late.leaving).not.toContain(before.id);
        }
      }),
    );
  });

  it('keeps the order of what it moves, and pushes no more when gaps take up the delay', () => {
    fc.assert(
      fc.property(meetings, lateness, (all, late) => {
        const { changes } = latePlan(all, late);
        const starts = changes.map(({ after }) => after.start ?? 0);
        const whole = latePlan(all, { ...late, absorbs: false }).changes;

        expect(starts).toEqual([...starts].sort((a, b) => a - b));
        expect(changes.length).toBeLessThanOrEqual(whole.length);
      }),
    );
  });

  it('stops where a gap has taken up the delay', () => {
    const own = { strandIds: ['a'] };
    const all = [
      aMeeting({ ...own, id: 'now', start: at(10), minutes: 60 }),
      aMeeting({ ...own, id: 'next', start: at(11), minutes: 60 }),
      aMeeting({ ...own, id: 'gap', start: at(12, 5), minutes: 30 }),
      aMeeting({ ...own, id: 'later', start: at(14), minutes: 30 }),
    ];
    const late = { strandId: strand, day: tuesday, from: at(10, 42), minutes: 15, leaving: [] };
    const moved = (absorbs: boolean) =>
      latePlan(all, { ...late, absorbs }).changes.map(({ after }) => [after.id, after.start]);

    expect(moved(false)).toEqual([
      ['next', at(11, 15)],
      ['gap', at(12, 20)],
      ['later', at(14, 15)],
    ]);
    expect(moved(true)).toEqual([
      ['next', at(11, 15)],
      ['gap', at(12, 15)],
    ]);
  });
});

describe('copiesOf', () => {
  it('copies every meeting of the day at its time, unpinned and under a new id', () => {
    fc.assert(
      fc.property(meetings, fc.boolean(), (all, blocksOnly) => {
        let count = 0;
        const copies = copiesOf(all, { from: tuesday, to: wednesday, blocksOnly }, () => {
          count += 1;
          return `copy-${count}`;
        });
        const originals = all.filter(
          (one) => one.day === tuesday && (!blocksOnly || one.kind === 'block' || one.kind === 'team'),
        );

        expect(copies.map(({ start, minutes, title }) => ({ start, minutes, title }))).toEqual(
          originals.map(({ start, minutes, title }) => ({ start, minutes, title })),
        );
        expect(copies.every((one) => one.day === wednesday && !one.isPinned)).toBe(true);
        expect(new Set(copies.map(({ id }) => id)).size).toBe(copies.length);
      }),
    );
  });

  it('copies nothing a second time', () => {
    fc.assert(
      fc.property(meetings, (all) => {
        const day = { from: tuesday, to: wednesday, blocksOnly: false };
        const copies = copiesOf(all, day, () => 'copy');

        expect(copiesOf([...all, ...copies], day, () => 'again')).toEqual([]);
      }),
    );
  });

  it('copies nothing onto the same day', () => {
    const day = { from: tuesday, to: tuesday, blocksOnly: false };

    expect(copiesOf([aMeeting()], day, () => 'copy')).toEqual([]);
  });
});

describe('unschedulePlan and removalOf', () => {
  it('leave pinned meetings and say so', () => {
    const all = [
      aMeeting({ id: 'm1', isPinned: true }),
      aMeeting({ id: 'm2' }),
      aMeeting({ id: 'm3', day: null, start: null }),
    ];

    expect(unschedulePlan(all).changes.map(({ after }) => after.id)).toEqual(['m2']);
    expect(unschedulePlan(all).kept).toEqual([
      { id: 'm1', why: 'pinned' },
      { id: 'm3', why: 'unscheduled' },
    ]);
    expect(removalOf(all).removed.map(({ id }) => id)).toEqual(['m2', 'm3']);
  });
});

describe('checkChanges', () => {
  const people = [aPerson('p'), aPerson('q')];

  it('finds the hard clashes that the whole timetable has afterwards and not before', () => {
    fc.assert(
      fc.property(meetings, fc.integer({ min: -4, max: 4 }), (all, slots) => {
        const world = aWorld({ meetings: all, people });
        const { changes } = shiftPlan(all.slice(0, 3), { minutes: slots * 15, days: 0 }, offered);
        const hard = (list: readonly MeetingWithPeople[]) =>
          checkTimetable({ ...world, meetings: list })
            .filter(({ severity }) => severity === 'hard')
            .map(({ key }) => key);
        const before = hard(all);
        const news = hard(afterwards(all, changes)).filter((key) => !before.includes(key));

        expect(
          checkChanges(indexWorld(world), changes)
            .newBlocked.map(({ key }) => key)
            .sort(),
        ).toEqual(news.sort());
      }),
    );
  });

  it('lets two meetings of one person change places', () => {
    const one = aMeeting({ id: 'm1', personIds: ['p'] });
    const other = aMeeting({ id: 'm2', personIds: ['p'], start: at(14) });
    const index = indexWorld(aWorld({ meetings: [one, other], people }));

    expect(checkChanges(index, swapPlan(one, other, times).changes).newBlocked).toEqual([]);
  });
});
