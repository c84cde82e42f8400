import { useEffect, useRef, useState } from 'react';
import type { EvidenceSummary } from '../../../shared/ipc/evidence.ts';
import type { SoughtPlace } from '../../state/pages.ts';
import { clearHits, markHits } from './pdf/mark-hits.ts';
import { layScannedWords } from './scanned-words.ts';
import { useScanned } from './useScanned.ts';
import { useSought } from './useSought.ts';

/** An image as it was received; the words read from it can be selected, and those that a search led to are marked. */
export function ImageView({
  url,
  item,
  start,
}: {
  readonly url: string;
  readonly item: EvidenceSummary;
  readonly start: SoughtPlace | null;
}) {
  const picture = useRef<HTMLImageElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const scanned = useScanned(item);
  const { sought } = useSought(start);

  useEffect(() => {
    const image = picture.current;
    if (!image) return;
    const observer = new ResizeObserver(() => setWidth(image.clientWidth));
    observer.observe(image);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const words = layer.current;
    if (!words || width === 0) return;
    words.replaceChildren();
    layScannedWords(words, scanned?.get(1) ?? [], { width, height: picture.current?.clientHeight ?? 0 });
    const range = markHits(words, words, sought, 0);
    range?.startContainer.parentElement?.scrollIntoView({ block: 'center', inline: 'nearest' });
    return () => clearHits(words);
  }, [width, scanned, sought]);

  return (
    <div className="image-view">
      <div className="image-paper">
        <img ref={picture} src={url} alt={`${item.title}, as it was received`} />
        <div ref={layer} className="pdf-layer" />
      </div>
    </div>
  );
}
