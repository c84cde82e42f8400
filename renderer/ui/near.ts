import { flushSync } from 'react-dom';

/** A list that draws itself a few items at a time, as far as it is near what is seen. */
export type Near = {
  /** Asks for at most so many items more, and says how many it asked for. */
  readonly grow: (most: number) => number;
  /** Draws an item wherever it is, so that it can be focused. */
  readonly reach: (at: number) => void;
};

const watched = new Map<Element, Near>();
const fewest = 4;
const mostAtOnce = 8;
/** Of a frame of sixty a second, in milliseconds; the rest is for what else happens. */
const quickTurn = 8;
const lateTurn = 14;

let frame = 0;
let turn = fewest;
let startedAt = 0;
let afterFrame: MessageChannel | null = null;
let gaps: IntersectionObserver | null = null;

/** Has a list drawn as it comes near what is seen, whatever scrolls it there, until it is let go. */
export function watchNear(list: Element, near: Near): () => void {
  if (watched.size === 0) {
    addEventListener('scroll', takeTurnSoon, { capture: true, passive: true });
    addEventListener('resize', takeTurnSoon);
  }
  watched.set(list, near);
  takeTurnSoon();
  return () => {
    watched.delete(list);
    if (watched.size > 0) return;
    removeEventListener('scroll', takeTurnSoon, { capture: true });
    removeEventListener('resize', takeTurnSoon);
    gaps?.disconnect();
  };
}

/** Looks anew at what is near before the next frame: lists changed, or moved. */
export function takeTurnSoon(): void {
  if (frame === 0 && watched.size > 0) frame = requestAnimationFrame(takeTurn);
}

/** Hears when what is left free of a list comes near without any scrolling, as when something above it is folded. */
export function watchGaps(list: Element): void {
  gaps ??= new IntersectionObserver(takeTurnSoon, { rootMargin: '200px 0px' });
  for (const gap of list.querySelectorAll('[data-gap]')) gaps.observe(gap);
}

/** Draws an item of a list that is watched, and gives its element. */
export function reachItem(list: Element, at: number): HTMLElement | null {
  flushSync(() => watched.get(list)?.reach(at));
  return list.querySelector<HTMLElement>(`:is([data-at="${at}"]):not([data-head])`);
}

/** However many items come near at once, few are drawn in one frame, so that no frame is late for them. */
function takeTurn(): void {
  frame = 0;
  startedAt = performance.now();
  let left = turn;
  flushSync(() => {
    for (const near of watched.values()) left -= near.grow(left);
  });
  if (left === turn) return;
  afterFrame ??= listenAfterFrame();
  afterFrame.port2.postMessage(0);
  takeTurnSoon();
}

/** A message sent from within a frame is heard once it is laid out and painted: so long did the turn take. */
function listenAfterFrame(): MessageChannel {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    const took = performance.now() - startedAt;
    if (took < quickTurn) turn = Math.min(turn + fewest, mostAtOnce);
    if (took > lateTurn) turn = Math.max(Math.floor(turn / 2), fewest);
  };
  return channel;
}
