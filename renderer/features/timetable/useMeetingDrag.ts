import { type PointerEvent as ReactPointerEvent, useCallback, useEffect, useRef } from 'react';
import { carryCard } from './carry-card.ts';
import { type DragSetting, type Grip, grabbedAt } from './follow-pointer.ts';

/**
 * Carries a meeting with the pointer. Below a few pixels it is a click; Esc, a lost pointer and a drop outside put it
 * back. Positions are read once a frame, and the grid scrolls when the pointer nears its edge.
 */
export function useMeetingDrag(setting: DragSetting): {
  readonly grab: (event: ReactPointerEvent<HTMLElement>, grip: Grip) => void;
  /** Whether a drag has only just ended, so that the click which follows it means nothing. */
  readonly wasDrag: () => boolean;
} {
  const latest = useRef(setting);
  latest.current = setting;
  const stop = useRef<(() => void) | null>(null);
  const endedAt = useRef(Number.NEGATIVE_INFINITY);

  useEffect(() => () => stop.current?.(), []);

  const grab = useCallback((event: ReactPointerEvent<HTMLElement>, grip: Grip) => {
    // A finger scrolls; its way to move a meeting is the menu.
    if (event.button !== 0 || event.pointerType === 'touch' || stop.current) return;
    // A press on selected text would begin a drag of that text, and end this one.
    window.getSelection()?.removeAllRanges();
    const { clientX: x, clientY: y, pointerId, currentTarget: element } = event;
    const grabbed = grabbedAt(latest.current, grip, y);
    const from = { x, y };
    const drag = { ...grip, pointerId, from, at: from, grabbed, element, isMoving: false };
    stop.current = carryCard(
      drag,
      () => latest.current,
      (wasMoving) => {
        stop.current = null;
        if (wasMoving) endedAt.current = performance.now();
      },
    );
  }, []);

  const wasDrag = useCallback(() => performance.now() - endedAt.current < 80, []);
  return { grab, wasDrag };
}
