import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { PDFDocumentProxy } from '../../../pdf/pdf-engine.ts';
import { type PageSize, usePdf } from '../../../pdf/usePdf.ts';
import type { SoughtPlace } from '../../../state/pages.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { PdfPage } from './PdfPage.tsx';
import { PdfToolBar } from './PdfToolBar.tsx';
import { usePdfSearch } from './usePdfSearch.ts';

const zooms = [0.25, 0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4] as const;
/** Room beside a page in the window. */
const margin = 48;

/** A PDF, drawn here from our own copy of the library: pages one under another, find, page number, zoom. */
export function PdfView({
  url,
  title,
  start,
}: {
  readonly url: string;
  readonly title: string;
  readonly start: SoughtPlace | null;
}) {
  const loaded = usePdf(url);
  if (loaded.state === 'loading') return <Progress label="Opening the document" />;
  if (loaded.state === 'failed') {
    return (
      <Banner tone="bad" title="This document cannot be drawn.">
        Save the original to look at it with another program.
      </Banner>
    );
  }
  return <Pages key={url} pdf={loaded.pdf} sizes={loaded.sizes} title={title} start={start} />;
}

function Pages({
  pdf,
  sizes,
  title,
  start,
}: {
  readonly pdf: PDFDocumentProxy;
  readonly sizes: readonly PageSize[];
  readonly title: string;
  readonly start: SoughtPlace | null;
}) {
  const view = useRef<HTMLElement>(null);
  const [zoom, setZoom] = useState<number | 'fit'>('fit');
  const width = useWidth(view);
  const widest = Math.max(...sizes.map((size) => size.width));
  const scale = zoom === 'fit' ? Math.min(1.25, Math.max(0.2, (width - margin) / widest)) : zoom;
  const { near, page } = useNearPages(view, sizes.length, scale);
  const search = usePdfSearch(pdf, page, start);

  const nearNow = useRef(near);
  nearNow.current = near;
  const goTo = useCallback((number: number) => {
    view.current?.querySelector(`[data-page="${number}"]`)?.scrollIntoView({ block: 'start' });
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the document opens
  useEffect(() => {
    if (start?.page) goTo(start.page);
  }, []);
  const hitPage = search.hit?.page;
  useEffect(() => {
    if (search.hit && !nearNow.current.has(search.hit.page + 1)) goTo(search.hit.page + 1);
  }, [search.hit, goTo]);

  return (
    <>
      <PdfToolBar
        page={page}
        pages={sizes.length}
        onPage={goTo}
        zoom={scale}
        onZoom={(step) => setZoom(nextZoom(scale, step))}
        onFit={() => setZoom('fit')}
        sought={search.typed}
        onSought={search.setTyped}
        hit={search.at}
        hits={search.hits.length}
        isSearching={search.isSearching}
        onHit={search.step}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard */}
      <section ref={view} className="pdf-view" aria-label={title} tabIndex={0}>
        {sizes.map((size, at) => (
          <PdfPage
            // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
            key={at}
            pdf={pdf}
            number={at + 1}
            size={size}
            scale={scale}
            isNear={near.has(at + 1)}
            sought={search.sought}
            currentHit={hitPage === at ? (search.hit?.index ?? null) : null}
          />
        ))}
      </section>
    </>
  );
}

function nextZoom(now: number, step: 1 | -1): number {
  const next =
    step === 1 ? zooms.find((zoom) => zoom > now + 0.01) : zooms.findLast((zoom) => zoom < now - 0.01);
  return next ?? now;
}

function useWidth(ref: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(700);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}

/** Which pages are in sight or next to it, and which one the reader is on. */
function useNearPages(view: RefObject<HTMLElement | null>, count: number, scale: number) {
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
