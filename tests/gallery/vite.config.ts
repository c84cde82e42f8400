import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Builds the gallery of building blocks for looking at and for axe; nothing here is shipped.
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: {
    outDir: '../../dist/gallery',
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
