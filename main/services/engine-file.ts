import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { invariant } from '../../shared/assert.ts';

/**
 * The files that the engines compiled to WebAssembly come as, with the type that pages are printed in, and where their
 * packages keep them. A bundler cannot take them in, so the build puts them beside the bundles under these names.
 */
export const engineFiles = {
  'pdfium.wasm': '@embedpdf/pdfium/pdfium.wasm',
  // The variant that every processor of the last fifteen years runs; it knows the one kind of model that is bundled.
  'tesseract.cjs': 'tesseract.js-core/tesseract-core-simd-lstm.js',
  'tesseract.wasm': 'tesseract.js-core/tesseract-core-simd-lstm.wasm',
  'eng.traineddata.gz': '@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz',
  'inter-latin.woff2': '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  'inter-latin-ext.woff2': '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2',
} as const;

export type EngineFile = keyof typeof engineFiles;

const requireFrom = createRequire(import.meta.url);

/** The path of an engine's file: in its package in plain Node, in dist/main/engines in a built app. */
export function engineFile(name: EngineFile): string {
  const places = [`./engines/${name}`, `../engines/${name}`].map((place) =>
    fileURLToPath(new URL(place, import.meta.url)),
  );
  const found = places.find((path) => existsSync(path)) ?? requireFrom.resolve(engineFiles[name]);
  invariant(found, `the engine file ${name} goes with the app`);
  return found;
}
