import type { RefObject } from 'react';
import type { Minutes } from '../../../shared/domain/time.ts';
import { edgeScroll, isAtEdge } from './edge-scroll.ts';
import { type GridFrame, type Hours, minutesAt, type Point, resizedTo, spotAt } from './grid-geometry.ts';
import type { MoveActions } from './move-state.ts';

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

export type Drag = Grip & {
  readonly pointerId: number;
  readonly from: Point;
  readonly grabbed: Minutes;
  readonly element: HTMLElement;
  at: Point;
  isMoving: boolean;
};

export type Follower = {
  /** Brings the card to the pointer, and again with the next frame near an edge, where the grid scrolls on under it. */
  readonly step: () => void;
  /** Takes a step with the next frame. */
  readonly soon: () => void;
  /** Brings the card to the pointer for the last time, and says over what it is. */
  readonly settle: () => 'grid' | 'tray' | 'outside';
  /** Reads anew where the grid is, as after a scroll. */
  readonly forget: () => void;
  readonly end: () => void;
};

/**
 * Follows the pointer with a carried card, once a frame. Where the grid is on screen is read once and again after a
 * scroll, so that no frame waits for layout that it would do anyway. A pointer that rests asks for no frame.
 */
export function followPointer(drag: Drag, settingNow: () => DragSetting): Follower {
  let request = 0;
  let boxes: Boxes | null = null;
  // When the grid was last scrolled on; it has to have been at the edge for a frame before it moves.
  let scrolledAt: number | null = null;
  const boxesNow = (): Boxes | null => {
    boxes ??= boxesOf(settingNow());
    return boxes;
  };
  const forget = (): void => {
    boxes = null;
  };
  const soon = (): void => {
    request ||= requestAnimationFrame(step);
  };
  const step = (): void => {
    request = 0;
    const at = boxesNow();
    if (!at) return;
    const now = performance.now();
    if (scrolledAt !== null) scrollOn(drag, settingNow(), at, now - scrolledAt);
    follow(drag, settingNow(), at);
    scrolledAt = isAtEdge(drag.at, at.box) ? now : null;
    if (scrolledAt === null) return;
    forget();
    soon();
  };
  return {
    step,
    soon,
    settle: () => {
      forget();
      const at = boxesNow();
      return at ? follow(drag, settingNow(), at) : 'outside';
    },
    forget,
    end: () => cancelAnimationFrame(request),
  };
}

/** How far down the card it was taken hold of, in minutes. */
export function grabbedAt(setting: DragSetting, { start }: Grip, y: number): Minutes {
  const frame = frameOf(setting);
  return frame && start !== null ? minutesAt(frame, y) - start : 0;
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
