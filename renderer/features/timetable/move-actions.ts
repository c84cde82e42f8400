import type { RefObject } from 'react';
import type { Hand } from './hand.ts';
import { liftMeeting } from './lift-meeting.ts';
import type { MoveActions, MoveSetting } from './move-state.ts';
import { byColumn, byLength, bySlot, toColumn, toMinutes, withCandidate } from './move-steps.ts';
import { puttingDown } from './put-down.ts';

/** The actions on a meeting in the hand. They are made once and read the newest state, so that nothing is drawn again for them. */
export function createMoveActions(latest: RefObject<MoveSetting>, hand: Hand): MoveActions {
  const toDay = (day: string) => {
    latest.current.showDay(day);
    hand.change((move) => withCandidate(move, { day }));
  };
  return {
    lift: liftMeeting(latest, hand),
    carryTo: ({ column, start }) => {
      const to = latest.current.columns[column];
      if (to) hand.change((move) => toColumn(move, latest.current, to, start));
    },
    carryOut: (over) => hand.change((move) => (move.over === over ? move : { ...move, over })),
    setMinutes: (minutes) => hand.change((move) => toMinutes(move, minutes)),
    stepSlot: (by) => hand.change((move) => bySlot(move, latest.current, by)),
    stepLength: (by) => hand.change((move) => byLength(move, latest.current, by)),
    stepColumn: (by) => hand.change((move) => byColumn(move, latest.current, by)),
    stepDay: (by) => {
      const { days } = latest.current.timetable;
      const move = hand.move();
      const day = move && days[days.indexOf(move.candidate.day) + by];
      if (day) toDay(day);
    },
    toDay,
    forget: () => hand.set(null),
    ...puttingDown(latest, hand),
  };
}
