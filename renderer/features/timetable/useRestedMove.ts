import { useEffect, useState } from 'react';
import type { Hand, Move } from './hand.ts';

const restedAfter = 200;

/**
 * The move as it is or, while the pointer carries it over the grid, as it was when last at rest: nobody reads sentences
 * that change each frame, and laying them out costs more than the card that says the same in short.
 */
export function useRestedMove(hand: Hand): Move | null {
  const [rested, setRested] = useState(hand.move);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let shown = hand.move();
    const show = () => {
      shown = hand.move();
      setRested(shown);
    };
    const heard = () => {
      clearTimeout(timer);
      const move = hand.move();
      const isOnTheWay = isOverGrid(move) && isOverGrid(shown) && move?.meetingId === shown?.meetingId;
      if (isOnTheWay) timer = setTimeout(show, restedAfter);
      else show();
    };
    heard();
    const stop = hand.subscribe(heard);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [hand]);
  return rested;
}

const isOverGrid = (move: Move | null): boolean => move?.phase === 'carried' && move.over === 'grid';
