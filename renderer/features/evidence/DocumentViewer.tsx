import { FileQuestion } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { assertNever } from '../../../shared/assert.ts';
import { type AppFailure, sentenceFor } from '../../../shared/errors.ts';
import type { EvidenceContent, EvidenceSummary } from '../../../shared/ipc/evidence.ts';
import type { SoughtPlace } from '../../state/pages.ts';
import { useStore } from '../../state/store.ts';
import { Banner } from '../../ui/Banner.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { HtmlView } from './HtmlView.tsx';
import { ImageView, SheetsView } from './ImageView.tsx';
import { TextView } from './TextView.tsx';

const PdfView = lazy(() => import('./pdf/PdfView.tsx').then((m) => ({ default: m.PdfView })));

/** Shows a document inside the app, whatever it is made of, or says why it cannot be shown. */
export function DocumentViewer({
  item,
  start,
}: {
  readonly item: EvidenceSummary;
  readonly start: SoughtPlace | null;
}) {
  const { content, failure } = useContent(item.id);
  if (failure) {
    return (
      <div className="document-notice">
        <Banner tone="bad" role="alert">
          {sentenceFor(failure)}
        </Banner>
      </div>
    );
  }
  if (!content) return <Waiting />;
  return <Suspense fallback={<Waiting />}>{shown(content, item, start)}</Suspense>;
}

function shown(content: EvidenceContent, item: EvidenceSummary, start: SoughtPlace | null) {
  switch (content.kind) {
    case 'pdf':
      return <PdfView url={content.url} item={item} start={start} />;
    case 'image':
      return <ImageView url={content.url} item={item} start={start} />;
    case 'sheets':
      return <SheetsView url={content.url} sheets={content.sheets} item={item} start={start} />;
    case 'html':
      return <HtmlView html={content.html} title={item.title} start={start} />;
    case 'text':
      return <TextView text={content.text} title={item.title} isProse={prose.has(item.type)} start={start} />;
    case 'none':
      return (
        <EmptyState icon={FileQuestion} title="Kept, but not shown here">
          {content.why}
        </EmptyState>
      );
    default:
      return assertNever(content, 'every kind of content is shown');
  }
}

const prose: ReadonlySet<EvidenceSummary['type']> = new Set(['eml', 'msg', 'rtf']);

function Waiting() {
  return (
    <div className="document-notice">
      <Progress label="Opening the document" />
    </div>
  );
}

function useContent(id: EvidenceSummary['id']) {
  const act = useStore((state) => state.act);
  const [content, setContent] = useState<EvidenceContent | null>(null);
  const [failure, setFailure] = useState<AppFailure | null>(null);
  useEffect(() => {
    let isGone = false;
    void act('evidence:readContent', { id }, (failed) => {
      if (!isGone) setFailure(failed);
    }).then((read) => {
      if (!isGone) setContent(read);
    });
    return () => {
      isGone = true;
    };
  }, [act, id]);
  return { content, failure };
}
