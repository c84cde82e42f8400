import { useEffect, useMemo, useRef, useState } from 'react';
import type { SoughtPlace } from '../../state/pages.ts';
import { classNames } from '../../ui/class-names.ts';
import { FindBox } from './FindBox.tsx';
import { clearHits, markHits } from './pdf/mark-hits.ts';
import { findPlaces } from './pdf/pdf-search.ts';
import { useSought } from './useSought.ts';

/** A text as it is, with a way to find words in it. */
export function TextView({
  text,
  title,
  isProse = false,
  start,
}: {
  readonly text: string;
  readonly title: string;
  /** Words to read rather than columns that stand under each other. */
  readonly isProse?: boolean;
  readonly start: SoughtPlace | null;
}) {
  const paper = useRef<HTMLPreElement>(null);
  const { typed, setTyped, sought } = useSought(start);
  const [at, setAt] = useState(0);
  const count = useMemo(() => findPlaces(text, sought).length, [text, sought]);
  const step = (by: 1 | -1) => setAt(count === 0 ? 0 : (at + by + count) % count);

  useEffect(() => {
    const element = paper.current;
    if (!element) return;
    const range = markHits(element, element, sought, at);
    if (range) scrollTo(range, element);
    return () => clearHits(element);
  }, [sought, at]);

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a form group round tools */}
      <div className="pdf-tools" role="group" aria-label="Document tools">
        <FindBox
          sought={typed}
          onSought={(words) => {
            setTyped(words);
            setAt(0);
          }}
          hit={at}
          hits={count}
          onHit={step}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard */}
      <section className="text-view" aria-label={title} tabIndex={0}>
        <pre ref={paper} className={classNames('text-paper selectable', isProse && 'text-prose')}>
          {text}
        </pre>
      </section>
    </>
  );
}

/** Brings a range into view; one long text has no elements of its own to go to. */
function scrollTo(range: Range, paper: HTMLElement): void {
  const view = paper.parentElement;
  if (!view) return;
  const offset = range.getBoundingClientRect().top - view.getBoundingClientRect().top;
  if (offset < 0 || offset > view.clientHeight - 40) view.scrollTop += offset - view.clientHeight / 2;
}
