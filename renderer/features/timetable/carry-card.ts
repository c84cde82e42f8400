import { type Drag, type DragSetting, followPointer } from './follow-pointer.ts';

/** Below this many pixels a press is a click. */
const threshold = 5;

/**
 * Carries a card that was pressed until it is let go: dropped, or put back by Esc, a lost pointer or a place outside.
 * Gives what ends it at once; `onEnd` hears whether it was more than a click.
 */
export function carryCard(
  drag: Drag,
  settingNow: () => DragSetting,
  onEnd: (wasMoving: boolean) => void,
): () => void {
  const follower = followPointer(drag, settingNow);
  const listening = new AbortController();
  const end = (): void => {
    if (listening.signal.aborted) return;
    listening.abort();
    follower.end();
    onEnd(drag.isMoving);
  };
  const putBack = (): void => {
    end();
    if (drag.isMoving) settingNow().moving.putBack();
  };
  const onMove = (moved: PointerEvent): void => {
    if (moved.pointerId !== drag.pointerId) return;
    drag.at = { x: moved.clientX, y: moved.clientY };
    if (drag.isMoving) follower.soon();
    else if (isCarried(drag)) begin();
  };
  const begin = (): void => {
    if (!settingNow().moving.lift(drag.meetingId, drag.heldId, 'carried')) {
      end();
      return;
    }
    drag.isMoving = true;
    drag.element.setPointerCapture(drag.pointerId);
    follower.step();
  };
  const onUp = (released: PointerEvent): void => {
    if (released.pointerId !== drag.pointerId) return;
    drag.at = { x: released.clientX, y: released.clientY };
    const over = drag.isMoving ? follower.settle() : null;
    end();
    if (over !== null) letGo(settingNow(), over);
  };
  const onKey = (press: KeyboardEvent): void => {
    if (press.key !== 'Escape' || !drag.isMoving) return;
    press.preventDefault();
    press.stopPropagation();
    putBack();
  };
  const { signal } = listening;
  window.addEventListener('pointermove', onMove, { signal });
  window.addEventListener('pointerup', onUp, { signal });
  window.addEventListener('pointercancel', putBack, { signal });
  window.addEventListener('blur', putBack, { signal });
  window.addEventListener('keydown', onKey, { signal, capture: true });
  window.addEventListener('scroll', follower.forget, { signal, capture: true });
  window.addEventListener('resize', follower.forget, { signal });
  return end;
}

const isCarried = ({ at, from }: Drag): boolean => Math.hypot(at.x - from.x, at.y - from.y) >= threshold;

function letGo({ moving }: DragSetting, over: 'grid' | 'tray' | 'outside'): void {
  if (over === 'grid') moving.drop();
  else if (over === 'tray') moving.dropInTray();
  else moving.putBack();
}
