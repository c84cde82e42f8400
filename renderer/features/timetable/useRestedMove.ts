import { useEffect, useState } from 'react';
import type { Move, MoveControl } from './move-state.ts';

const restedAfter = 200;

/**
 * The move as it is or, while the pointer carries it over the grid, as it was when last at rest: nobody reads sentences
 * that change each frame, and laying them out costs more than the card that says the same in short.
 */
export function useRestedMove(control: MoveControl): MoveControl {
  const [rested, setRested] = useState(control);
  const { move } = control;
  const isOnTheWay =
    isOverGrid(move) && isOverGrid(rested.move) && rested.move?.meetingId === move?.meetingId;
  useEffect(() => {
    if (!isOverGrid(control.move)) return;
    const timer = setTimeout(() => setRested(control), isOnTheWay ? restedAfter : 0);
    return () => clearTimeout(timer);
  }, [control, isOnTheWay]);
  return isOnTheWay ? rested : control;
}

const isOverGrid = (move: Move | null): boolean => move?.phase === 'carried' && move.over === 'grid';
