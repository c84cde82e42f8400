import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexAttendance } from '../../../../../shared/domain/attendance/attendance.ts';
import {
  firstAfter,
  meetingsOn,
  nowAndNext,
  runningTimes,
  stillToMark,
} from '../../../../../shared/domain/attendance/running.ts';
import { isScheduled } from '../../../../../shared/domain/meeting.ts';
import { aMark } from '../../../../support/attendance-builders.ts';
import { aMeeting, at, strandId, tuesday, wednesday } from '../../../../support/timetable-world.ts';

const first = aMeeting({ id: 'first', start: at(10), strandIds: ['s1'] });
const second = aMeeting({ id: 'second', start: at(11, 30), strandIds: ['s1'] });
const third = aMeeting({ id: 'third', start: at(14), strandIds: ['s1'] });
const meetings = [third, first, second, aMeeting({ id: 'other', strandIds: ['s2'] })];
const moment = (minutes: number) => ({ date: tuesday, minutes });
const none = indexAttendance([], []);

describe('firstAfter', () => {
  it('gives the first meeting of the next day that has one, past lunch and what was cancelled', () => {
    const lunch = aMeeting({ id: 'lunch', kind: 'block', start: at(8), strandIds: ['s1'] });
    const late = aMeeting({ id: 'late', day: wednesday, start: at(15), strandIds: ['s1'] });
    const cancelled = indexAttendance([], [aMark('first', { outcome: 'cancelled' })]);

    expect(firstAfter([late, lunch, third, second], '2026-11-20', none)?.id).toBe('second');
    expect(firstAfter([late, first, lunch], '2026-11-20', cancelled)?.id).toBe('late');
    expect(firstAfter([late, lunch, ...meetings], tuesday, none)?.id).toBe('late');
    expect(firstAfter(meetings, tuesday, none)).toBe(null);
  });
});

describe('nowAndNext', () => {
  it('gives what is on, what is next and how many more', () => {
    const { now, next, later } = nowAndNext(meetings, strandId('s1'), moment(at(10, 15)), none);

    expect([now?.id, next?.id, later]).toEqual(['first', 'second', 1]);
  });

  it('ends a meeting at its end, to the minute', () => {
    expect(nowAndNext(meetings, strandId('s1'), moment(at(10, 59)), none).now?.id).toBe('first');
    expect(nowAndNext(meetings, strandId('s1'), moment(at(11)), none).now).toBe(null);
  });

  it('holds a late meeting for next until it begins, and for now as much longer', () => {
    const late = indexAttendance([], [aMark('first', { lateMinutes: 20 })]);

    expect(nowAndNext(meetings, strandId('s1'), moment(at(10, 15)), late).next?.id).toBe('first');
    expect(nowAndNext(meetings, strandId('s1'), moment(at(11, 15)), late).now?.id).toBe('first');
  });

  it('leaves out what was held or cancelled, and lunch', () => {
    const attendance = indexAttendance(
      [],
      [aMark('first', { outcome: 'held' }), aMark('second', { outcome: 'cancelled' })],
    );
    const withLunch = [
      ...meetings,
      aMeeting({ id: 'lunch', kind: 'block', start: at(12), strandIds: ['s1'] }),
    ];

    const { now, next } = nowAndNext(withLunch, strandId('s1'), moment(at(10, 15)), attendance);

    expect([now, next?.id]).toEqual([null, 'third']);
  });

  it('never gives one meeting twice, nor one of another day or strand', () => {
    const minutes = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ start: minutes, length: fc.integer({ min: 5, max: 180 }), late: fc.nat(60) })),
        minutes,
        (given, now) => {
          const all = given.map(({ start, length }, at) =>
            aMeeting({
              id: `m${at}`,
              start,
              minutes: length,
              strandIds: [at % 3 === 0 ? 's2' : 's1'],
              day: at % 5 === 0 ? '2026-11-25' : tuesday,
            }),
          );
          const marks = given.map(({ late }, at) => aMark(`m${at}`, { lateMinutes: late }));
          const attendance = indexAttendance([], marks);

          const found = nowAndNext(all, strandId('s1'), moment(now), attendance);

          for (const one of [found.now, found.next]) {
            if (!one) continue;
            expect(one.day).toBe(tuesday);
            expect(one.strandIds).toContain('s1');
          }
          if (found.now) {
            const { start, end } = runningTimes(found.now, attendance);
            expect(start <= now && now < end).toBe(true);
          }
          if (found.next) expect(runningTimes(found.next, attendance).start).toBeGreaterThan(now);
          const ahead = all.filter(isScheduled).filter((one) => one.strandIds.includes(strandId('s1')));
          const expected = ahead.filter(
            (one) => one.day === tuesday && runningTimes(one, attendance).start > now,
          );
          expect(Number(found.next !== null) + found.later).toBe(expected.length);
        },
      ),
    );
  });
});

describe('meetingsOn and stillToMark', () => {
  it('part the day: what is on is not over', () => {
    expect(meetingsOn(meetings, moment(at(10)), none).map((one) => one.id)).toEqual(['first', 'other']);
    expect(stillToMark(meetings, moment(at(12, 30)), none).map((one) => one.id)).toEqual([
      'first',
      'other',
      'second',
    ]);
  });
});
