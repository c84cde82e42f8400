import { type RefObject, useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { type ColumnRange, columnsInSight, isWithin } from './grid-geometry.ts';

/** In pixels: the narrowest column there is, and what stands beside the columns in any window. */
const narrowest = 88;
const beside = 440;

/**
 * The columns whose cards are drawn in full: those in sight and some on either side. A week has hundreds of cards and
 * shows some eighty. `first` is the column that is brought to the left edge.
 */
export function useColumnsInSight(
  scroller: RefObject<HTMLElement | null>,
  canvas: RefObject<HTMLElement | null>,
  { count, first }: { readonly count: number; readonly first: number },
): ColumnRange {
  const [drawn, setDrawn] = useState(() => ({ ...guess(count, first), count }));
  // Of other columns nothing is known yet. One object until something changes, or every step of a drag draws the grid.
  const guessed = useMemo(() => guess(count, first), [count, first]);
  const range = drawn.count === count ? drawn : guessed;

  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const look = () => {
      const sheet = canvas.current?.clientWidth ?? 0;
      if (sheet === 0) return;
      const { seen, around } = columnsInSight(box.scrollLeft, box.clientWidth, { width: sheet, count });
      // In the same frame, so that no empty card is ever seen.
      if (!isWithin(seen, range)) flushSync(() => setDrawn({ ...around, count }));
    };
    const resized = new ResizeObserver(() => queueMicrotask(look));
    resized.observe(box);
    box.addEventListener('scroll', look, { passive: true });
    return () => {
      resized.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, [scroller, canvas, count, range]);
  return range;
}

/** Before anything is drawn: as many columns as there can be room for, from the one that is brought to the left edge. */
function guess(count: number, first: number): ColumnRange {
  const held = Math.ceil(Math.max(window.innerWidth - beside, narrowest) / narrowest);
  const from = Math.max(0, Math.min(first, count - held));
  return { from, to: from + held };
}
