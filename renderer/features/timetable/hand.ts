import { useSyncExternalStore } from 'react';
import type { Candidate } from './move-candidate.ts';

/** A meeting that has been picked up and not yet put down. Nothing is written until it is. */
export type Move = {
  readonly meetingId: string;
  /** The other selected meetings that go along, by time and day alone. */
  readonly others: readonly string[];
  /** The strand, room or person of the column it is held by. */
  readonly heldId: string | null;
  /** The column it was picked up from. */
  readonly fromId: string | null;
  readonly candidate: Candidate;
  /** `carried` under the pointer, `held` for the keys or after a refusal, `saving` until the new timetable is read. */
  readonly phase: 'carried' | 'held' | 'saving';
  /** Where the pointer is, while it carries. */
  readonly over: 'grid' | 'tray' | 'outside';
  /** What the main process said when it refused. */
  readonly failure: string | null;
};

/**
 * The meeting in the hand, kept beside the page and not in its state: a step of a drag draws the carried card and
 * nothing else.
 */
export type Hand = {
  readonly move: () => Move | null;
  readonly set: (move: Move | null) => void;
  /** Changes what is in the hand, save while it is being saved. */
  readonly change: (update: (move: Move) => Move) => void;
  /** Calls back after each change, until what it answers is called. */
  readonly subscribe: (heard: () => void) => () => void;
};

export function createHand(): Hand {
  let move: Move | null = null;
  const listeners = new Set<() => void>();
  const set = (next: Move | null) => {
    if (next === move) return;
    move = next;
    for (const heard of listeners) heard();
  };
  return {
    move: () => move,
    set,
    change: (update) => {
      if (move && move.phase !== 'saving') set(update(move));
    },
    subscribe: (heard) => {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
  };
}

/** Something of what is in the hand; what asks for it is drawn again only when that changes. */
export function useHand<Picked extends Move | string | number | boolean | null>(
  hand: Hand,
  pick: (move: Move | null) => Picked,
): Picked {
  return useSyncExternalStore(hand.subscribe, () => pick(hand.move()));
}

// What most ask for.
export const wholeMove = (move: Move | null): Move | null => move;
export const movedId = (move: Move | null): string | null => move?.meetingId ?? null;
export const heldMove = (move: Move | null): Move | null => (move?.phase === 'held' ? move : null);
