const near = '400px 0px';

type Near = {
  readonly isDrawn: () => boolean;
  /** It has come near, and its turn has come. */
  readonly draw: () => void;
  /** It is far, and its turn has come; how high it was. */
  readonly clear: (height: number) => void;
};

const watched = new Map<Element, Near>();
const toDraw = new Set<Element>();
const toClear = new Map<Element, number>();
let observer: IntersectionObserver | null = null;
let frame = 0;
let turns = 1;
let lastTurn = 0;

/** In milliseconds, at sixty frames a second. */
const quickFrame = 20;
const mostTurns = 4;

/**
 * Says when an element comes near what is seen, in whatever box it scrolls, and when it has gone far. However many come
 * near or go at once, few have their turn in one frame, those closest to the middle of the window first, so that no frame
 * is late for them.
 */
export function watchNear(element: Element, one: Near): () => void {
  observer ??= new IntersectionObserver(hear, { rootMargin: near, scrollMargin: near });
  watched.set(element, one);
  observer.observe(element);
  return () => {
    observer?.unobserve(element);
    for (const kept of [watched, toDraw, toClear]) kept.delete(element);
  };
}

function hear(seen: readonly IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting, boundingClientRect } of seen) {
    const isDrawn = watched.get(target)?.isDrawn();
    toDraw.delete(target);
    toClear.delete(target);
    if (isIntersecting && !isDrawn) toDraw.add(target);
    if (!isIntersecting && isDrawn) toClear.set(target, boundingClientRect.height);
  }
  askForTurn();
}

function askForTurn(): void {
  if (frame === 0 && toDraw.size + toClear.size > 0) frame = requestAnimationFrame(takeTurn);
}

function takeTurn(at: number): void {
  frame = 0;
  // The last turn was cheap enough for another in the same frame.
  turns = at - lastTurn < quickFrame ? Math.min(turns + 1, mostTurns) : 1;
  lastTurn = at;
  for (let turn = 0; turn < turns; turn += 1) drawClosest();
  // What went far goes as others come, or a long way through a list would leave all of it behind.
  for (let turn = 0; turn < turns; turn += 1) clearOne();
  askForTurn();
}

function drawClosest(): void {
  const next = closest(toDraw);
  if (!next) return;
  toDraw.delete(next);
  watched.get(next)?.draw();
}

function clearOne(): void {
  const [far] = toClear;
  if (!far) return;
  const [element, height] = far;
  toClear.delete(element);
  watched.get(element)?.clear(height);
}

function closest(elements: ReadonlySet<Element>): Element | null {
  const middle = window.innerHeight / 2;
  let found: Element | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const element of elements) {
    const { top, bottom } = element.getBoundingClientRect();
    const away = Math.max(top - middle, middle - bottom, 0);
    if (away >= least) continue;
    least = away;
    found = element;
  }
  return found;
}
