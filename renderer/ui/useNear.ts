import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { takeTurnSoon, watchGaps, watchNear } from './near.ts';
import { drawnNext, type Range, rangeBetween, runsOf } from './near-range.ts';

/** A list that may be long, as far as it is known before it is drawn. */
export type NearItems = {
  /** One for each item, in order. */
  readonly keys: readonly string[];
  /** How high an item usually is, in pixels. */
  readonly usual: number;
  /** So many are drawn without waiting to be told whether they are near. */
  readonly first: number;
  /** Drawn whole, wherever it is. */
  readonly isWhole?: boolean;
};

export type NearDrawn = {
  readonly runs: readonly Range[];
  /** The height to keep free for items that are not drawn. */
  readonly freeFor: (range: Range) => number;
};

/** Drawn this far above and below what is seen, in pixels, and let go beyond the other. */
const near = 240;
const far = 480;

/**
 * Which items of a long list are drawn: those near what is seen, and the one that holds the focus. Items and what is left
 * free between them carry `data-at`, their place, and `data-gap`, in the element of the ref.
 */
export function useNear(ref: RefObject<HTMLElement | null>, items: NearItems): NearDrawn {
  const { keys, usual, first, isWhole = false } = items;
  const [drawn, setDrawn] = useState<Range>({ from: 0, to: first });
  const [kept, setKept] = useState<string | null>(null);
  const [known] = useState(() => new Map<string, number>());
  const heights = useMemo(() => heightsOf(keys, known, usual), [keys, known, usual]);
  const range = { from: Math.min(drawn.from, keys.length), to: Math.min(drawn.to, keys.length) };
  const now = { heights, range };
  const latest = useRef(now);

  useLayoutEffect(() => {
    latest.current = now;
    if (isWhole || !ref.current) return;
    watchGaps(ref.current);
    takeTurnSoon();
  });

  useEffect(() => {
    const list = ref.current;
    if (!list || isWhole) return;
    return watchNear(list, {
      grow: (most) => {
        const { heights, range } = latest.current;
        const places = placesIn(list);
        measure(places, heights, known);
        const focused = placeOf(document.activeElement, list);
        const top = places[0]?.top ?? 0;
        const around = (margin: number) =>
          rangeBetween(heights.all, -top - margin, window.innerHeight - top + margin);
        const next = drawnNext(range, { seen: around(0), near: around(near), far: around(far) }, most);
        if (next.from === range.from && next.to === range.to) return 0;
        setDrawn(next);
        setKept(focused === null ? null : (heights.keys[focused] ?? null));
        return countNew(range, next) || 1;
      },
      reach: (at) => setKept(latest.current.heights.keys[at] ?? null),
    });
  }, [ref, isWhole, known]);

  if (isWhole) return { runs: [{ from: 0, to: keys.length }], freeFor: () => 0 };
  const keptAt = kept === null ? -1 : keys.indexOf(kept);
  return {
    runs: runsOf(range, keptAt < 0 ? null : keptAt),
    freeFor: ({ from, to }) => heights.all.slice(from, to).reduce((sum, height) => sum + height, 0),
  };
}

/** Where an item or a free stretch begins. A head has the place of the item under it, and begins it. */
type Place = { readonly at: number | null; readonly top: number };

function placesIn(list: HTMLElement): readonly Place[] {
  return [...list.querySelectorAll<HTMLElement>('[data-at], [data-gap]')].map((element) => ({
    at: element.dataset.at === undefined ? null : Number(element.dataset.at),
    top: element.getBoundingClientRect().top,
  }));
}

/** An item is as high as it is to the beginning of what follows, with whatever space is between. */
function measure(places: readonly Place[], { keys, all }: Heights, known: Map<string, number>): void {
  let begun: Place | undefined;
  for (const place of places) {
    if (begun && begun.at === place.at) continue;
    const key = begun && begun.at !== null ? keys[begun.at] : undefined;
    if (begun && begun.at !== null && key !== undefined) {
      all[begun.at] = place.top - begun.top;
      known.set(key, place.top - begun.top);
    }
    begun = place;
  }
}

/** How high each item is: as it was when it was drawn, or as those that were drawn are on average. */
type Heights = { readonly keys: readonly string[]; readonly all: number[] };

function heightsOf(keys: readonly string[], known: ReadonlyMap<string, number>, usual: number): Heights {
  let sum = 0;
  for (const height of known.values()) sum += height;
  const average = known.size === 0 ? usual : sum / known.size;
  return { keys, all: keys.map((key) => known.get(key) ?? average) };
}

function placeOf(element: Element | null, list: Element): number | null {
  if (!element || !list.contains(element)) return null;
  const item = element.closest<HTMLElement>('[data-at]');
  return item ? Number(item.dataset.at) : null;
}

const countNew = (before: Range, after: Range): number =>
  after.to - after.from - Math.max(0, Math.min(before.to, after.to) - Math.max(before.from, after.from));
