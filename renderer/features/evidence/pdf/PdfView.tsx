import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { EvidenceSummary } from '../../../../shared/ipc/evidence.ts';
import type { PDFDocumentProxy } from '../../../pdf/pdf-engine.ts';
import { type PageSize, usePdf } from '../../../pdf/usePdf.ts';
import type { SoughtPlace } from '../../../state/pages.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { type Scanned, useScanned } from '../useScanned.ts';
import { PdfOverview } from './PdfOverview.tsx';
import { PdfPage } from './PdfPage.tsx';
import { PdfToolBar } from './PdfToolBar.tsx';
import { useNearPages } from './useNearPages.ts';
import { usePdfSearch } from './usePdfSearch.ts';

const zooms = [0.25, 0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4] as const;
/** Room beside a page in the window. */
const margin = 48;

/** A PDF, drawn here from our own copy of the library: pages one under another, find, page number, zoom. */
export function PdfView({
  url,
  item,
  start,
}: {
  readonly url: string;
  readonly item: EvidenceSummary;
  readonly start: SoughtPlace | null;
}) {
  const loaded = usePdf(url);
  const scanned = useScanned(item);
  if (loaded.state === 'loading' || !scanned) return <Progress label="Opening the document" />;
  if (loaded.state === 'failed') {
    return (
      <Banner tone="bad" title="This document cannot be drawn.">
        Save the original to look at it with another program.
      </Banner>
    );
  }
  return <Pages key={url} {...loaded} title={item.title} start={start} scanned={scanned} />;
}

function Pages({
  pdf,
  sizes,
  title,
  start,
  scanned,
}: {
  readonly pdf: PDFDocumentProxy;
  readonly sizes: readonly PageSize[];
  readonly title: string;
  readonly start: SoughtPlace | null;
  readonly scanned: Scanned;
}) {
  const view = useRef<HTMLElement>(null);
  const [zoom, setZoom] = useState<number | 'fit'>('fit');
  const [isOverviewOpen, setOverviewOpen] = useState(false);
  const width = useWidth(view);
  const widest = Math.max(...sizes.map((size) => size.width));
  const scale = zoom === 'fit' ? Math.min(1.25, Math.max(0.2, (width - margin) / widest)) : zoom;
  const { near, page } = useNearPages(view, sizes.length, scale);
  const search = usePdfSearch(pdf, scanned, page, start);

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
  const hitKey = search.hit && JSON.stringify([search.sought, search.hit]);
  const hitToShow = useRef(false);
  // Before the pages' own effects, which scroll to the hit as soon as it is drawn.
  useLayoutEffect(() => {
    hitToShow.current = hitKey !== null;
  }, [hitKey]);
  const goOnTo = useCallback(
    (number: number) => {
      hitToShow.current = false;
      goTo(number);
    },
    [goTo],
  );
  useEffect(() => {
    if (search.hit && !nearNow.current.has(search.hit.page + 1)) goTo(search.hit.page + 1);
  }, [search.hit, goTo]);

  return (
    <>
      <PdfToolBar
        page={page}
        pages={sizes.length}
        onPage={goOnTo}
        zoom={scale}
        onZoom={(step) => setZoom(nextZoom(scale, step))}
        onFit={() => setZoom('fit')}
        sought={search.typed}
        onSought={search.setTyped}
        hit={search.at}
        hits={search.hits.length}
        isSearching={search.isSearching}
        onHit={search.step}
        isOverviewOpen={isOverviewOpen}
        onOverview={setOverviewOpen}
      />
      <div className="pdf-desk">
        {isOverviewOpen && <PdfOverview pdf={pdf} sizes={sizes} page={page} onPage={goOnTo} />}
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
              scanned={scanned.get(at + 1) ?? noWords}
              sought={search.sought}
              currentHit={hitPage === at ? (search.hit?.index ?? null) : null}
              hitToShow={hitToShow}
            />
          ))}
        </section>
      </div>
    </>
  );
}

const noWords: readonly never[] = [];

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
