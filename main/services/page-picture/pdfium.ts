import { readFile } from 'node:fs/promises';
import { init } from '@embedpdf/pdfium';
import { engineFile } from '../engine-file.ts';

/** The package's types leave it out. It is another array each time the memory has grown. */
type Memory = { readonly HEAPU8: Uint8Array<ArrayBuffer> };

export type Pdfium = Awaited<ReturnType<typeof startPdfium>>;

/** Starts Chrome's PDF engine from the file that goes with the app. */
export async function startPdfium() {
  const wasm = await readFile(engineFile('pdfium.wasm'));
  const started = await init({
    wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length),
  });
  started.PDFiumExt_Init();
  return { ...started, pdfium: started.pdfium as typeof started.pdfium & Memory };
}
