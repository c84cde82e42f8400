import { useEffect, useRef, useState } from 'react';
import type { ScannedWord } from '../../../shared/domain/scan.ts';
import type { EvidenceSummary, SheetSize } from '../../../shared/ipc/evidence.ts';
import type { SoughtPlace } from '../../state/pages.ts';
import { Banner } from '../../ui/Banner.tsx';
import { clearHits, markHits } from './pdf/mark-hits.ts';
import type { Sought } from './pdf/pdf-search.ts';
import { layScannedWords } from './scanned-words.ts';
import { useScanned } from './useScanned.ts';
import { useSought } from './useSought.ts';

type Shown = {
  readonly url: string;
  readonly item: EvidenceSummary;
  readonly start: SoughtPlace | null;
};

/** An image as it was received; the words read from it can be selected, and those that a search led to are marked. */
export function ImageView({ url, item, start }: Shown) {
  const scanned = useScanned(item);
  const { sought } = useSought(start);
  return (
    <div className="image-view">
      <Sheet
        url={url}
        alt={`${item.title}, as it was received`}
        words={scanned?.get(1) ?? none}
        sought={sought}
      />
    </div>
  );
}

/** The pages of a TIFF below each other, each drawn when it is near. */
export function SheetsView({ url, sheets, item, start }: Shown & { readonly sheets: readonly SheetSize[] }) {
  const scanned = useScanned(item);
  const { sought } = useSought(start);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
    <section className="image-view" aria-label={item.title} tabIndex={0}>
      {sheets.map((size, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pages never change order
        <figure key={at} className="image-sheet">
          <Sheet
            url={`${url}${at + 1}`}
            alt={
              sheets.length === 1 ? `${item.title}, as it was received` : `Page ${at + 1} of ${item.title}`
            }
            size={size}
            words={at === 0 ? (scanned?.get(1) ?? none) : none}
            sought={sought}
          />
          {sheets.length > 1 && (
            <figcaption className="image-caption">
              Page {at + 1} of {sheets.length}
            </figcaption>
          )}
        </figure>
      ))}
    </section>
  );
}

const none: readonly ScannedWord[] = [];

function Sheet({
  url,
  alt,
  size,
  words,
  sought,
}: {
  readonly url: string;
  readonly alt: string;
  /** As far as it is known before it is drawn. */
  readonly size?: SheetSize;
  readonly words: readonly ScannedWord[];
  readonly sought: Sought;
}) {
  const picture = useRef<HTMLImageElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [isBroken, setBroken] = useState(false);

  useEffect(() => {
    const image = picture.current;
    if (!image) return;
    const observer = new ResizeObserver(() => setWidth(image.clientWidth));
    observer.observe(image);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const element = layer.current;
    if (!element || width === 0) return;
    element.replaceChildren();
    layScannedWords(element, words, { width, height: picture.current?.clientHeight ?? 0 });
    const range = markHits(element, element, sought, 0);
    range?.startContainer.parentElement?.scrollIntoView({ block: 'center', inline: 'nearest' });
    return () => clearHits(element);
  }, [width, words, sought]);

  if (isBroken) {
    return (
      <Banner tone="warn" role="status">
        This page cannot be drawn here. Save the original to look at it, or ask for it as a PDF.
      </Banner>
    );
  }
  return (
    <div className="image-paper">
      <img
        ref={picture}
        src={url}
        alt={alt}
        {...(size && size.width > 0 ? { width: size.width, height: size.height, loading: 'lazy' } : {})}
        onError={() => setBroken(true)}
      />
      <div ref={layer} className="pdf-layer" />
    </div>
  );
}
