import { useDeferredValue, useMemo, useState } from 'react';
import type { SoughtPlace } from '../../state/pages.ts';
import { FindBox } from './FindBox.tsx';
import { cleanHtml, framedHtml } from './safe-html.ts';
import { useSought } from './useSought.ts';

/** A document as cleaned HTML in a frame of its own, with a way to find words in it. */
export function HtmlView({
  html,
  title,
  start,
}: {
  readonly html: string;
  readonly title: string;
  readonly start: SoughtPlace | null;
}) {
  const { typed, setTyped, sought } = useSought(start);
  const [at, setAt] = useState(0);
  const clean = useMemo(() => cleanHtml(html), [html]);
  // A long document is laid out anew for each hit, so no key waits for it.
  const looked = useDeferredValue(useMemo(() => ({ sought, at }), [sought, at]));
  const { page, hits } = useMemo(() => framedHtml(clean, title, looked), [clean, title, looked]);
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
          hits={hits}
          onHit={(step) => setAt(hits === 0 ? 0 : (at + step + hits) % hits)}
        />
      </div>
      <iframe className="html-view" title={title} sandbox="" srcDoc={page} />
    </>
  );
}
