import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Move } from '../../../../../renderer/features/timetable/hand.ts';
import { candidateOf } from '../../../../../renderer/features/timetable/move-candidate.ts';
import type { MoveSetting } from '../../../../../renderer/features/timetable/move-state.ts';
import {
  byColumn,
  byLength,
  bySlot,
  toColumn,
  toMinutes,
} from '../../../../../renderer/features/timetable/move-steps.ts';
import { aMeeting, day } from './a-meeting.ts';
import { aTimetable } from './a-timetable.ts';

const meeting = aMeeting({ strandIds: ['a'], start: 600, minutes: 60 });
const timetable = aTimetable([meeting]);
const column = (id: string) => ({ key: `${day} ${id}`, day, id });
const columns = ['a', 'b', 'c'].map(column);
const setting = {
  ...{ timetable, columns, grouping: { by: 'strands', index: timetable.index } },
  hours: { from: 540, to: 1020 },
} as unknown as MoveSetting;
const lifted: Move = {
  ...{ meetingId: meeting.id, others: [], heldId: 'a', fromId: 'a' },
  candidate: candidateOf(meeting, { day, start: 540 }),
  ...{ phase: 'held', over: 'grid', failure: 'Room 1 is taken' },
};
const steps = {
  earlier: (move: Move) => bySlot(move, setting, -1),
  later: (move: Move) => bySlot(move, setting, 1),
  shorter: (move: Move) => byLength(move, setting, -1),
  longer: (move: Move) => byLength(move, setting, 1),
  left: (move: Move) => byColumn(move, setting, -1),
  right: (move: Move) => byColumn(move, setting, 1),
};

describe('the steps of a meeting in the hand', () => {
  it('never leave the hours or the strands shown, whatever the order', () => {
    const names = fc.constantFrom(...(Object.keys(steps) as (keyof typeof steps)[]));
    fc.assert(
      fc.property(fc.array(names, { maxLength: 60 }), (taken) => {
        const { candidate } = taken.reduce((move, name) => steps[name](move), lifted);

        expect(candidate.start).toBeGreaterThanOrEqual(540);
        expect(candidate.start + candidate.minutes).toBeLessThanOrEqual(1020);
        expect(candidate.minutes).toBeGreaterThanOrEqual(15);
        expect(['a', 'b', 'c']).toContain(candidate.strandIds.join());
      }),
    );
  });

  it('forget what was said of the place it leaves, and give the same move where nothing changes', () => {
    expect(steps.later(lifted)).toMatchObject({ candidate: { start: 615 }, failure: null });
    expect(steps.left(lifted)).toBe(lifted);
    expect(toMinutes(lifted, 60)).toBe(lifted);
    expect(toColumn(lifted, setting, column('a'), 600)).toBe(lifted);
  });

  it('keep several in their own columns, and a new length to the one that is held', () => {
    const several: Move = { ...lifted, others: ['other'] };

    expect(steps.right(several)).toBe(several);
    expect(toColumn(several, setting, column('c'), 660).candidate).toMatchObject({
      start: 660,
      strandIds: ['a'],
    });
    expect(steps.longer(several)).toMatchObject({ others: [], candidate: { minutes: 75 } });
  });
});
