// For its effect: pdf.js loads a drawing library of 30 MB as soon as it finds it, which reading words has no use for. Here
// pages are drawn by PDFium.
import { createRequire, Module } from 'node:module';

const require = createRequire(import.meta.url);

class Unused {}

try {
  const id = require.resolve('@napi-rs/canvas');
  const exports = { DOMMatrix: Unused, ImageData: Unused, Path2D: Unused };
  require.cache[id] ??= Object.assign(new Module(id), { exports, loaded: true });
} catch {
  // The packaged app comes without it.
}
