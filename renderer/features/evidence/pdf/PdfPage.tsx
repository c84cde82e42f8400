import { type CSSProperties, memo, type RefObject, useEffect, useRef, useState } from 'react';
import type { ScannedWord } from '../../../../shared/domain/scan.ts';
import { cssUnits, drawPage, type PDFDocumentProxy } from '../../../pdf/pdf-engine.ts';
import type { PageSize } from '../../../pdf/usePdf.ts';
import { layScannedWords } from '../scanned-words.ts';
import { clearHits, markHits } from './mark-hits.ts';
import type { Sought } from './pdf-search.ts';

type DrawnPageProps = {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  readonly size: PageSize;
  readonly scale: number;
  /** The words read from its picture. */
  readonly scanned: readonly ScannedWord[];
  readonly sought: Sought;
  /** Which of this page's hits is being looked at; null when it is on another page. */
  readonly currentHit: number | null;
  /** Set while the hit is still to be scrolled to: once, so that whoever goes on from it is not pulled back. */
  readonly hitToShow: RefObject<boolean>;
};

/**
 * One sheet of paper: its place is kept from the start, its picture and words come when it is near. A document may have
 * thousands, so that each is looked at again only when something of its own has changed.
 */
export const PdfPage = memo(function PdfPage({
  isNear,
  ...page
}: DrawnPageProps & { readonly isNear: boolean }) {
  const { number, size, scale } = page;
  const style = {
    '--page-width': `${Math.floor(size.width * scale)}px`,
    '--page-height': `${Math.floor(size.height * scale)}px`,
    '--total-scale-factor': scale * cssUnits,
  } as CSSProperties;
  return (
    <section className="pdf-page" style={style} aria-label={`Page ${number}`} data-page={number}>
      {isNear && <DrawnPage {...page} />}
    </section>
  );
});

function DrawnPage({ pdf, number, size, scale, scanned, sought, currentHit, hitToShow }: DrawnPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const [drawnAt, setDrawnAt] = useState<number | null>(null);

  useEffect(() => {
    let isGone = false;
    let cancel = () => {};
    void pdf
      .getPage(number)
      .then(async (page) => {
        if (isGone || !canvas.current || !words.current) return;
        const drawing = drawPage(page, canvas.current, words.current, scale);
        cancel = drawing.cancel;
        await drawing.done;
        if (isGone) return;
        layScannedWords(words.current, scanned, { width: size.width * scale, height: size.height * scale });
        setDrawnAt(scale);
      }, ignoreCancelled)
      .catch(ignoreCancelled);
    return () => {
      isGone = true;
      cancel();
    };
  }, [pdf, number, size, scale, scanned]);

  useEffect(() => {
    const layer = words.current;
    if (!layer || drawnAt !== scale) return;
    const range = markHits(layer, layer, sought, currentHit);
    if (range && hitToShow.current) {
      hitToShow.current = false;
      range.startContainer.parentElement?.scrollIntoView({ block: 'center', inline: 'nearest' });
    }
    return () => clearHits(layer);
  }, [drawnAt, scale, sought, currentHit, hitToShow]);

  return (
    <>
      <canvas ref={canvas} className="pdf-canvas" aria-hidden />
      <div ref={words} className="pdf-layer" />
    </>
  );
}

/** A page scrolled past before it was drawn, or a document closed meanwhile: nobody waits for it any more. */
function ignoreCancelled(): void {}
