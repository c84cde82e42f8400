import { useEffect, useMemo, useRef, useState } from 'react';
import type { PDFDocumentProxy } from '../../../pdf/pdf-engine.ts';
import type { SoughtPlace } from '../../../state/pages.ts';
import { scannedText } from '../scanned-words.ts';
import type { Scanned } from '../useScanned.ts';
import { useSought } from '../useSought.ts';
import { firstHitFrom, type Hit, hitsIn } from './pdf-search.ts';

/** Searches a whole document; its words are read once, when something is first sought. */
export function usePdfSearch(
  pdf: PDFDocumentProxy,
  scanned: Scanned,
  page: number,
  start: SoughtPlace | null,
) {
  const { typed, setTyped, sought } = useSought(start);
  const [texts, setTexts] = useState<readonly string[] | null>(null);
  const [at, setAt] = useState(0);
  const pageNow = useRef(page);
  pageNow.current = page;
  const startPage = useRef(start?.page ?? null);
  const isWanted = typed.trim() !== '';

  useEffect(() => {
    if (!isWanted || texts) return;
    let isGone = false;
    void textsOf(pdf, () => isGone).then((read) => {
      if (!isGone) setTexts(read);
    });
    return () => {
      isGone = true;
    };
  }, [pdf, isWanted, texts]);

  const hits = useMemo(() => {
    if (!texts || !isWanted) return [];
    return hitsIn(
      texts.map((text, at) => text + scannedText(scanned.get(at + 1) ?? [])),
      sought,
    );
  }, [texts, scanned, isWanted, sought]);
  useEffect(() => {
    setAt(firstHitFrom(hits, (startPage.current ?? pageNow.current) - 1));
    if (hits.length > 0) startPage.current = null;
  }, [hits]);

  const hit: Hit | null = hits[at] ?? null;
  return {
    typed,
    setTyped,
    sought,
    hits,
    at,
    hit,
    isSearching: isWanted && texts === null,
    step: (by: 1 | -1) => setAt(hits.length === 0 ? 0 : (at + by + hits.length) % hits.length),
  };
}

/** The words of each page as they stand in its layer: with nothing between two pieces of a line but what is there. */
async function textsOf(pdf: PDFDocumentProxy, isGone: () => boolean): Promise<readonly string[]> {
  const texts: string[] = [];
  for (let number = 1; number <= pdf.numPages && !isGone(); number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    texts.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
  }
  return texts;
}
