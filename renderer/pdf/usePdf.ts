import { useEffect, useState } from 'react';
import { type OpenPdf, openPdf, type PDFDocumentProxy } from './pdf-engine.ts';

/** The size of a page at 100%, in CSS pixels. */
export type PageSize = { readonly width: number; readonly height: number };

export type LoadedPdf =
  | { readonly state: 'loading' }
  | { readonly state: 'failed' }
  | { readonly state: 'open'; readonly pdf: PDFDocumentProxy; readonly sizes: readonly PageSize[] };

/** Opens the PDF at an address and closes it when it is no longer shown. */
export function usePdf(url: string): LoadedPdf {
  const [loaded, setLoaded] = useState<LoadedPdf>({ state: 'loading' });
  useEffect(() => {
    let isGone = false;
    let opened: OpenPdf | null = null;
    setLoaded({ state: 'loading' });
    void openPdf(url)
      .then(async (open) => {
        opened = open;
        if (isGone) return open.close();
        const sizes = await sizesOf(open.pdf);
        if (!isGone) setLoaded({ state: 'open', pdf: open.pdf, sizes });
      })
      .catch(() => {
        if (!isGone) setLoaded({ state: 'failed' });
      });
    return () => {
      isGone = true;
      opened?.close();
    };
  }, [url]);
  return loaded;
}

/** Pages after this many are taken to be as large as the first until they are drawn. */
const measured = 300;

async function sizesOf(pdf: PDFDocumentProxy): Promise<readonly PageSize[]> {
  const numbers = Array.from({ length: Math.min(pdf.numPages, measured) }, (_, at) => at + 1);
  const known = await Promise.all(
    numbers.map(async (number) => {
      const { width, height } = (await pdf.getPage(number)).getViewport({ scale: 96 / 72 });
      return { width, height };
    }),
  );
  const [first = { width: 794, height: 1123 }] = known;
  return [...known, ...Array.from({ length: pdf.numPages - known.length }, () => first)];
}
