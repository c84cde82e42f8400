import { type RefObject, useEffect, useState } from 'react';

/** Which pages are in sight or next to it, and which one the reader is on. */
export function useNearPages(view: RefObject<HTMLElement | null>, count: number, scale: number) {
  const [near, setNear] = useState<ReadonlySet<number>>(new Set([1]));
  const [page, setPage] = useState(1);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another scale moves every page
  useEffect(() => {
    const root = view.current;
    if (!root) return;
    const numberOf = (element: Element) => Number(element.getAttribute('data-page'));
    const pages = [...root.querySelectorAll('[data-page]')];
    const nearby = new IntersectionObserver(
      (entries) =>
        setNear((before) => {
          const now = new Set(before);
          for (const entry of entries) {
            if (entry.isIntersecting) now.add(numberOf(entry.target));
            else now.delete(numberOf(entry.target));
          }
          return now;
        }),
      { root: scrollerOf(root), rootMargin: '600px 0px' },
    );
    const inUpperHalf = new Set<number>();
    const reading = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          if (entry.isIntersecting) inUpperHalf.add(numberOf(entry.target));
          else inUpperHalf.delete(numberOf(entry.target));
        }
        if (inUpperHalf.size > 0) setPage(Math.min(...inUpperHalf));
      },
      { root: scrollerOf(root), rootMargin: '-10% 0px -50% 0px' },
    );
    for (const element of pages) {
      nearby.observe(element);
      reading.observe(element);
    }
    return () => {
      nearby.disconnect();
      reading.disconnect();
    };
  }, [view, count, scale]);

  return { near, page };
}

/** The view scrolls by itself, but at narrow widths the whole window does. */
function scrollerOf(view: HTMLElement): Element | null {
  return getComputedStyle(view).overflowY === 'visible' ? null : view;
}
