import { type CSSProperties, memo, useEffect, useRef, useState } from 'react';
import { drawPicture, type PDFDocumentProxy } from '../../../pdf/pdf-engine.ts';
import type { PageSize } from '../../../pdf/usePdf.ts';

/** Every page as a small picture beside the document, the one being read marked; a press goes to it. */
export function PdfOverview({
  pdf,
  sizes,
  page,
  onPage,
}: {
  readonly pdf: PDFDocumentProxy;
  readonly sizes: readonly PageSize[];
  readonly page: number;
  readonly onPage: (page: number) => void;
}) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[data-small="${page}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [page]);
  return (
    <nav className="pdf-overview" aria-label="Pages">
      <ol ref={list}>
        {sizes.map((size, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
          <li key={at}>
            <SmallPage pdf={pdf} number={at + 1} size={size} isCurrent={page === at + 1} onPage={onPage} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Wide enough to tell a letter from a table. */
const width = 104;

const SmallPage = memo(function SmallPage({
  pdf,
  number,
  size,
  isCurrent,
  onPage,
}: {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  readonly size: PageSize;
  readonly isCurrent: boolean;
  readonly onPage: (page: number) => void;
}) {
  const button = useRef<HTMLButtonElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isNear, setNear] = useState(false);
  const scale = width / size.width;

  useEffect(() => {
    if (!button.current) return;
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      rootMargin: '300px 0px',
    });
    observer.observe(button.current);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (!isNear) return;
    let isGone = false;
    let cancel = () => {};
    void pdf
      .getPage(number)
      .then((page) => {
        if (isGone || !canvas.current) return;
        const drawing = drawPicture(page, canvas.current, scale);
        cancel = drawing.cancel;
        return drawing.done;
      })
      .catch(leaveWhite);
    return () => {
      isGone = true;
      cancel();
    };
  }, [pdf, number, scale, isNear]);

  const style = { '--small-height': `${Math.round(size.height * scale)}px` } as CSSProperties;
  return (
    <button
      ref={button}
      type="button"
      className="pdf-small ring-inside"
      style={style}
      data-small={number}
      aria-label={`Go to page ${number}`}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={() => onPage(number)}
    >
      <span className="pdf-small-paper">{isNear && <canvas ref={canvas} aria-hidden />}</span>
      <span className="num">{number}</span>
    </button>
  );
});

/** Scrolled past before it was drawn, or a page that cannot be: its sheet stays white. */
function leaveWhite(): void {}
