import { type RefObject, useEffect, useRef, useState } from 'react';
import { watchNear } from './near.ts';

/** A stretch of a long list, and how it begins. */
export type Stretch = {
  /** How high it will be, in pixels, as far as can be said before it is drawn. */
  readonly height: number;
  /** Drawn from the start, without waiting to be told whether it is near. */
  readonly isFirst: boolean;
  /** Drawn wherever it is. */
  readonly isAlways: boolean;
};

/** The height to keep free for a stretch of a long list while it is far from what is seen, or null while it is to be drawn. */
export function useNear(ref: RefObject<HTMLElement | null>, stretch: Stretch): number | null {
  const { isAlways } = stretch;
  const [free, setFree] = useState(stretch.isFirst || isAlways ? null : stretch.height);
  const isDrawn = useRef(free === null);

  useEffect(() => {
    const element = ref.current;
    if (!element || isAlways) return;
    return watchNear(element, {
      isDrawn: () => isDrawn.current,
      draw: () => {
        isDrawn.current = true;
        setFree(null);
      },
      clear: (height) => {
        if (element.contains(document.activeElement)) return;
        isDrawn.current = false;
        setFree(height);
      },
    });
  }, [ref, isAlways]);

  return isAlways ? null : free;
}
