import { ChevronLeft, ChevronRight, SquarePlus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Box } from '../../../shared/domain/redaction/boxes.ts';
import type { RedactionMark, RedactionReason } from '../../../shared/domain/redaction/redaction.ts';
import type { RedactionSummary } from '../../../shared/ipc/redactions.ts';
import { type LoadedPdf, usePdf } from '../../pdf/usePdf.ts';
import { useStore } from '../../state/store.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { ToolBar } from '../../ui/Page.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { Select } from '../../ui/Select.tsx';
import { FinishSection } from './FinishSection.tsx';
import { FoundSection } from './FoundSection.tsx';
import { MarkSection } from './MarkSection.tsx';
import { PagePicture } from './PagePicture.tsx';
import { reasonOptions } from './redaction-words.ts';
import { useRedaction } from './useRedaction.ts';

/** The page on the left, with boxes to draw; on the right what was found, what is marked, and the steps to the copy. */
export function WorkBench({ redaction }: { readonly redaction: RedactionSummary }) {
  const act = useStore((state) => state.act);
  const loaded = usePdf(`evidence://item/${encodeURIComponent(redaction.baseId)}`);
  const work = useRedaction(redaction);
  const [page, setPage] = useState(1);
  const [reason, setReason] = useState<RedactionReason>('other-child');
  const [shownId, setShownId] = useState<string | null>(null);
  const { id } = redaction;
  const show = (mark: RedactionMark) => {
    setPage(mark.page);
    setShownId(mark.id);
  };
  const add = (box: Box, how: 'area' | 'page', on = page) =>
    void act('redactions:addMarks', { id, marks: [{ page: on, ...box, reason, how, isLeft: false }] });

  return (
    <div className="redaction">
      <div className="redaction-main">
        <ToolBar label="Page and box">
          <PageButtons page={page} pages={redaction.pages} onPage={setPage} />
          <Select
            label="Reason for new boxes"
            labelHidden
            fit
            size="small"
            value={reason}
            options={reasonOptions}
            onChange={setReason}
          />
          <Button size="small" icon={SquarePlus} onClick={() => add(middle, 'area')}>
            Add a box
          </Button>
          <span className="text-2">Or draw one on the page.</span>
        </ToolBar>
        {redaction.mayDiffer && (
          <div className="redaction-note">
            <Banner tone="info">{redaction.mayDiffer}</Banner>
          </div>
        )}
        <Pages loaded={loaded}>
          {(pdf, sizes, width) => {
            const size = sizes[page - 1] ?? sizes[0] ?? { width: 794, height: 1123 };
            return (
              <PagePicture
                pdf={pdf}
                number={page}
                size={size}
                scale={Math.min(1.5, Math.max(0.2, (width - 44) / size.width))}
                marks={work.marks.filter((mark) => mark.page === page)}
                places={work.found?.places.filter((place) => place.page === page) ?? []}
                shownId={shownId}
                onDraw={(box) => add(box, 'area')}
                onMove={(markId, { left, top, width: wide, height }) =>
                  void act('redactions:editMark', { id: markId, left, top, width: wide, height })
                }
                onRemove={(markId) => void act('redactions:removeMarks', { ids: [markId] })}
              />
            );
          }}
        </Pages>
      </div>
      <div className="redaction-side">
        <FoundSection redaction={redaction} work={work} onPage={setPage} />
        <MarkSection
          redaction={redaction}
          marks={work.marks}
          reason={reason}
          onShow={show}
          onWholePage={() => add({ left: 0, top: 0, width: 1, height: 1 }, 'page')}
          page={page}
        />
        <FinishSection redaction={redaction} open={work.found?.places.length ?? null} onPage={setPage} />
      </div>
    </div>
  );
}

const middle: Box = { left: 0.35, top: 0.4, width: 0.3, height: 0.03 };

function PageButtons({
  page,
  pages,
  onPage,
}: {
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}) {
  return (
    <span className="row">
      <IconButton
        icon={ChevronLeft}
        label="Previous page"
        size="small"
        unavailable={page <= 1 && 'This is the first page'}
        onClick={() => onPage(page - 1)}
      />
      <span className="tabular" role="status">
        Page {page} of {pages}
      </span>
      <IconButton
        icon={ChevronRight}
        label="Next page"
        size="small"
        unavailable={page >= pages && 'This is the last page'}
        onClick={() => onPage(page + 1)}
      />
    </span>
  );
}

type Open = Extract<LoadedPdf, { state: 'open' }>;

function Pages({
  loaded,
  children,
}: {
  readonly loaded: LoadedPdf;
  readonly children: (pdf: Open['pdf'], sizes: Open['sizes'], width: number) => React.ReactNode;
}) {
  const view = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(700);
  useEffect(() => {
    const element = view.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
    <section ref={view} className="redaction-view" aria-label="The page" tabIndex={0}>
      {loaded.state === 'loading' && <Progress label="Opening the document" />}
      {loaded.state === 'failed' && (
        <Banner tone="bad" title="This document cannot be drawn.">
          Save the original to look at it with another program.
        </Banner>
      )}
      {loaded.state === 'open' && children(loaded.pdf, loaded.sizes, width)}
    </section>
  );
}
