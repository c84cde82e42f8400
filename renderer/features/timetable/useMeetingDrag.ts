import {
  type PointerEvent as ReactPointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
} from 'react';
import type { Minutes } from '../../../shared/domain/time.ts';
import { edgeScroll, isAtEdge } from './edge-scroll.ts';
import { type GridFrame, type Hours, minutesAt, type Point, resizedTo, spotAt } from './grid-geometry.ts';
import type { MoveActions } from './move-state.ts';

/** Below this many pixels a press is a click. */
const threshold = 5;
/** The chip and the space beside it, in pixels, so that it stays in the window. */
const chipWidth = 200;

export type DragSetting = {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly canvas: RefObject<HTMLElement | null>;
  /** Follows the pointer while it is outside the grid. */
  readonly chip: RefObject<HTMLElement | null>;
  readonly hours: Hours;
  readonly columns: number;
  readonly moving: MoveActions;
};

/** What a press on a card may turn into. */
export type Grip = {
  readonly meetingId: string;
  readonly heldId: string | null;
  readonly start: Minutes | null;
  readonly minutes: Minutes;
  readonly kind: 'move' | 'resize';
};

type Drag = Grip & {
  readonly pointerId: number;
  readonly from: Point;
  readonly grabbed: Minutes;
  readonly element: HTMLElement;
  at: Point;
  isMoving: boolean;
};

/**
 * Carries a meeting with the pointer. Below the threshold it is a click; Esc, a lost pointer and a drop outside put it
 * back. Positions are read once a frame, and the grid scrolls when the pointer nears its edge.
 */
export function useMeetingDrag(setting: DragSetting): {
  readonly grab: (event: ReactPointerEvent<HTMLElement>, grip: Grip) => void;
  /** Whether a drag has only just ended, so that the click which follows it means nothing. */
  readonly wasDrag: () => boolean;
} {
  const latest = useRef(setting);
  latest.current = setting;
  const drag = useRef<Drag | null>(null);
  const endedAt = useRef(Number.NEGATIVE_INFINITY);
  const stop = useRef<() => void>(() => undefined);

  useEffect(() => () => stop.current(), []);

  const grab = useCallback((event: ReactPointerEvent<HTMLElement>, grip: Grip) => {
    // A finger scrolls; its way to move a meeting is the menu.
    if (event.button !== 0 || event.pointerType === 'touch' || drag.current) return;
    // A press on selected text would begin a drag of that text, and end this one.
    window.getSelection()?.removeAllRanges();
    const at = { x: event.clientX, y: event.clientY };
    const frame = frameOf(latest.current);
    const grabbed = frame && grip.start !== null ? minutesAt(frame, at.y) - grip.start : 0;
    const element = event.currentTarget;
    drag.current = { ...grip, pointerId: event.pointerId, from: at, at, grabbed, element, isMoving: false };

    let frameRequest = 0;
    let boxes: Boxes | null = null;
    const forget = () => {
      boxes = null;
    };
    // Read once and again after a scroll, so that no frame waits for layout that it would do anyway.
    const boxesNow = (): Boxes | null => {
      boxes ??= boxesOf(latest.current);
      return boxes;
    };
    // A pointer that rests asks for no frame, save near an edge, where the grid scrolls on under it.
    const ask = () => {
      frameRequest ||= requestAnimationFrame(nextFrame);
    };
    // When the grid was last scrolled on; it has to have been at the edge for a frame before it moves.
    let scrolledAt: number | null = null;
    const nextFrame = () => {
      frameRequest = 0;
      const carried = drag.current;
      const at = boxesNow();
      if (!carried || !at) return;
      const now = performance.now();
      if (scrolledAt !== null) scrollOn(carried, latest.current, at, now - scrolledAt);
      follow(carried, latest.current, at);
      scrolledAt = isAtEdge(carried.at, at.box) ? now : null;
      if (scrolledAt === null) return;
      forget();
      ask();
    };
    const end = () => {
      cancelAnimationFrame(frameRequest);
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', onCancel);
      window.removeEventListener('blur', onCancel);
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('scroll', forget, true);
      window.removeEventListener('resize', forget);
      if (drag.current?.isMoving) endedAt.current = performance.now();
      drag.current = null;
    };
    const onCancel = () => {
      const wasMoving = drag.current?.isMoving;
      end();
      if (wasMoving) latest.current.moving.putBack();
    };
    const onKey = (press: KeyboardEvent) => {
      if (press.key !== 'Escape' || !drag.current?.isMoving) return;
      press.preventDefault();
      press.stopPropagation();
      onCancel();
    };
    const onMove = (moved: PointerEvent) => {
      const now = drag.current;
      if (!now || moved.pointerId !== now.pointerId) return;
      now.at = { x: moved.clientX, y: moved.clientY };
      if (now.isMoving) {
        ask();
        return;
      }
      if (Math.hypot(now.at.x - now.from.x, now.at.y - now.from.y) < threshold) return;
      if (!latest.current.moving.lift(now.meetingId, now.heldId, 'carried')) {
        end();
        return;
      }
      now.isMoving = true;
      now.element.setPointerCapture(now.pointerId);
      nextFrame();
    };
    const onUp = (released: PointerEvent) => {
      const now = drag.current;
      if (!now || released.pointerId !== now.pointerId) return;
      if (now.isMoving) {
        now.at = { x: released.clientX, y: released.clientY };
        forget();
        const at = boxesNow();
        const over = at ? follow(now, latest.current, at) : 'outside';
        end();
        if (over === 'grid') latest.current.moving.drop();
        else if (over === 'tray') latest.current.moving.dropInTray();
        else latest.current.moving.putBack();
      } else end();
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', onCancel);
    window.addEventListener('blur', onCancel);
    window.addEventListener('keydown', onKey, true);
    window.addEventListener('scroll', forget, true);
    window.addEventListener('resize', forget);
    stop.current = end;
  }, []);

  const wasDrag = useCallback(() => performance.now() - endedAt.current < 80, []);
  return { grab, wasDrag };
}

/** Scrolls the grid under a pointer at its edge. */
function scrollOn({ kind, at }: Drag, { scroller }: DragSetting, { box }: Boxes, elapsed: number): void {
  if (kind !== 'resize' && !isInside(at, box)) return;
  const { x, y } = edgeScroll(at, box, elapsed);
  if (x !== 0 || y !== 0) scroller.current?.scrollBy(kind === 'resize' ? 0 : x, y);
}

const isInside = ({ x, y }: Point, box: DOMRect): boolean =>
  x >= box.left && x < box.right && y >= box.top && y < box.bottom;

/** Brings the carried card to where the pointer is now. */
function follow(drag: Drag, setting: DragSetting, { box, frame }: Boxes): 'grid' | 'tray' | 'outside' {
  const { chip, moving } = setting;
  if (drag.kind === 'resize') {
    moving.setMinutes(resizedTo(frame, drag.start ?? frame.from, drag.at.y));
    return 'grid';
  }
  const inside = { x: drag.at.x, y: Math.min(Math.max(drag.at.y, frame.top), frame.top + frame.height) };
  const spot = isInside(drag.at, box) ? spotAt(frame, inside, drag) : null;
  if (spot) {
    moving.carryTo(spot);
    return 'grid';
  }
  const under = document.elementsFromPoint(drag.at.x, drag.at.y);
  const isOverTray = under.some((element) => element.closest('[data-tray]') !== null);
  moving.carryOut(isOverTray ? 'tray' : 'outside');
  if (chip.current) {
    const x = Math.min(drag.at.x, window.innerWidth - chipWidth);
    chip.current.style.transform = `translate(${x}px, ${drag.at.y}px)`;
  }
  return isOverTray ? 'tray' : 'outside';
}

/** Where the scrolling box and the sheet in it are on screen. */
type Boxes = { readonly box: DOMRect; readonly frame: GridFrame };

function boxesOf(setting: DragSetting): Boxes | null {
  const box = setting.scroller.current?.getBoundingClientRect();
  const frame = frameOf(setting);
  return box && frame ? { box, frame } : null;
}

function frameOf({ canvas, hours, columns }: DragSetting): GridFrame | null {
  const box = canvas.current?.getBoundingClientRect();
  if (!box) return null;
  return { left: box.left, top: box.top, width: box.width, height: box.height, columns, ...hours };
}
