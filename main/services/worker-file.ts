import { existsSync } from 'node:fs';
import { invariant } from '../../shared/assert.ts';

/**
 * Where a thread from main/workers begins: in its source in plain Node, in dist/main/workers in a built app, wherever in
 * dist/main the bundler has put this code.
 */
export function workerFile(name: string): URL {
  const places = [`../workers/${name}.ts`, `./workers/${name}.js`, `../workers/${name}.js`];
  const found = places.map((place) => new URL(place, import.meta.url)).find((url) => existsSync(url));
  invariant(found, `the worker ${name} is built beside the code that starts it`);
  return found;
}
