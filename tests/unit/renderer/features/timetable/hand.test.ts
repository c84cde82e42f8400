import { describe, expect, it } from 'vitest';
import { createHand, type Move } from '../../../../../renderer/features/timetable/hand.ts';

const move = { meetingId: 'one', phase: 'carried', over: 'grid' } as Move;

describe('the hand', () => {
  it('tells those who listen of each change, and of nothing that stays', () => {
    const hand = createHand();
    const heard: (Move | null)[] = [];
    hand.subscribe(() => heard.push(hand.move()));

    hand.set(move);
    hand.set(move);
    hand.set(null);

    expect(heard).toEqual([move, null]);
  });

  it('tells nobody who has left', () => {
    const hand = createHand();
    let heard = 0;
    const leave = hand.subscribe(() => {
      heard += 1;
    });
    leave();
    hand.set(move);

    expect([heard, hand.move()]).toEqual([0, move]);
  });

  it('changes what it holds, save nothing and what is being saved', () => {
    const hand = createHand();
    const outside = (held: Move): Move => ({ ...held, over: 'outside' });
    hand.change(outside);
    expect(hand.move()).toBeNull();

    hand.set(move);
    hand.change(outside);
    expect(hand.move()?.over).toBe('outside');

    hand.set({ ...move, phase: 'saving' });
    hand.change(outside);
    expect(hand.move()?.over).toBe('grid');
  });
});
