import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const pdfjs = join(import.meta.dirname, '..', 'node_modules', 'pdfjs-dist');

/** What the PDF viewer loads by name while it draws: character maps, the fonts every PDF may take for granted, decoders. */
const pdfAssets = (): Plugin => ({
  name: 'pdf-assets',
  apply: 'build',
  generateBundle() {
    for (const folder of ['cmaps', 'standard_fonts', 'wasm']) {
      for (const name of readdirSync(join(pdfjs, folder)).filter((file) =>
        /\.(bcmap|pfb|ttf|wasm)$/.test(file),
      )) {
        this.emitFile({
          type: 'asset',
          fileName: `pdfjs/${folder}/${name}`,
          source: readFileSync(join(pdfjs, folder, name)),
        });
      }
    }
  },
});

// The window's Content-Security-Policy starts from 'none': no inlined assets, no inline scripts, relative addresses.
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react(), pdfAssets()],
  build: {
    outDir: join(import.meta.dirname, '..', 'dist', 'renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    rolldownOptions: {
      input: ['index.html', 'word-pages.html'].map((page) => join(import.meta.dirname, page)),
    },
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4_000,
  },
  worker: { format: 'es' },
});
