import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fewToCome, meetingsOf } from '../../../../../renderer/features/children/child-meetings.ts';
import { type MeetingWithPeople, plainMeeting } from '../../../../../shared/domain/meeting.ts';

const aMeeting = (day: string | null, at: number): MeetingWithPeople => ({
  ...plainMeeting,
  ...{
    id: `m${at}` as never,
    title: 'Tracking',
    kind: 'child',
    day,
    start: day === null ? null : 540,
    minutes: 60,
    version: 1,
  },
  ...{ childId: 'c' as never, strandIds: [], personIds: [] },
});
const days = fc.array(fc.constantFrom('2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', null), {
  maxLength: 16,
});

describe('fewToCome', () => {
  it('shows so many in their order, none that is over while one to come is left out', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 6 }), (given, count) => {
        const all = meetingsOf(given.map(aMeeting), 'c');

        const few = fewToCome(all, '2026-11-25', count);

        expect(few).toHaveLength(Math.min(count, all.length));
        expect(all.filter((meeting) => few.includes(meeting))).toEqual(few);
        const isOver = (meeting: MeetingWithPeople) => meeting.day !== null && meeting.day < '2026-11-25';
        const ahead = all.filter((meeting) => !isOver(meeting));
        if (few.some(isOver)) expect(few).toEqual(expect.arrayContaining(ahead));
        else expect(few).toEqual(ahead.slice(0, count));
      }),
    );
  });
});
