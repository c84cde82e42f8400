import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.mjs?url';

export type { PDFDocumentProxy, PDFPageProxy };

export type OpenPdf = { readonly pdf: PDFDocumentProxy; readonly close: () => void };

/**
 * Opens a PDF from our own address for it. Everything the library needs is in our bundle; nothing in the document runs,
 * and nothing is fetched from anywhere else.
 */
export async function openPdf(url: string): Promise<OpenPdf> {
  const { getDocument, GlobalWorkerOptions, VerbosityLevel } = await import(
    'pdfjs-dist/legacy/build/pdf.mjs'
  );
  GlobalWorkerOptions.workerSrc = workerUrl;
  const answer = await fetch(url);
  if (!answer.ok) throw new Error('The document is not there.');
  const bundled = (folder: string) => new URL(`pdfjs/${folder}/`, document.baseURI).href;
  const task = getDocument({
    data: new Uint8Array(await answer.arrayBuffer()),
    isEvalSupported: false,
    enableXfa: false,
    useWorkerFetch: false,
    cMapUrl: bundled('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: bundled('standard_fonts'),
    wasmUrl: bundled('wasm'),
    verbosity: VerbosityLevel.ERRORS,
  });
  const close = () => void task.destroy();
  try {
    return { pdf: await task.promise, close };
  } catch (error) {
    close();
    throw error;
  }
}

export type DrawnPage = { readonly done: Promise<void>; readonly cancel: () => void };

/** Draws a page on a canvas and lays its words, unseen but selectable, over it. Scale 1 is 96 dots an inch. */
export function drawPage(
  page: PDFPageProxy,
  canvas: HTMLCanvasElement,
  words: HTMLElement,
  scale: number,
): DrawnPage {
  const drawing = drawPicture(page, canvas, scale);
  const viewport = page.getViewport({ scale: scale * cssUnits });
  let isCancelled = false;
  const layWords = async (): Promise<void> => {
    const { TextLayer } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    if (isCancelled) return;
    // A layer of its own for each drawing: one that was overtaken may still be adding words to the last.
    const container = document.createElement('div');
    container.className = 'pdf-words';
    words.replaceChildren(container);
    await new TextLayer({ textContentSource: page.streamTextContent(), container, viewport }).render();
  };
  return {
    done: Promise.all([drawing.done, layWords()]).then(() => {}),
    cancel: () => {
      isCancelled = true;
      drawing.cancel();
    },
  };
}

/** Draws a page on a canvas, and nothing over it. */
export function drawPicture(page: PDFPageProxy, canvas: HTMLCanvasElement, scale: number): DrawnPage {
  const viewport = page.getViewport({ scale: scale * cssUnits });
  const dots = Math.min(
    window.devicePixelRatio || 1,
    largestSide / Math.max(viewport.width, viewport.height),
  );
  canvas.width = Math.floor(viewport.width * dots);
  canvas.height = Math.floor(viewport.height * dots);
  const drawing = page.render({
    canvas,
    viewport,
    ...(dots === 1 ? {} : { transform: [dots, 0, 0, dots, 0, 0] }),
  });
  return { done: drawing.promise.then(() => {}), cancel: () => drawing.cancel() };
}

/** PDFs measure in points, screens in pixels: 96 to 72. */
export const cssUnits = 96 / 72;
/** A canvas beyond this is blank. */
const largestSide = 8000;
