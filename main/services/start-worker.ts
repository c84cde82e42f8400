import { existsSync } from 'node:fs';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { invariant } from '../../shared/assert.ts';

/** A thread works through much and keeps little: left alone, each would come to hold many times as much. */
const youngMegabytes = 12;

/**
 * Starts a thread from main/workers by its name: from source in plain Node, from dist/main/workers in a built app,
 * wherever in dist/main the bundler has put this code.
 */
export function startWorker(name: string, options: WorkerOptions = {}): Worker {
  const places = [`../workers/${name}.ts`, `./workers/${name}.js`, `../workers/${name}.js`];
  const found = places.map((place) => new URL(place, import.meta.url)).find((url) => existsSync(url));
  invariant(found, `the worker ${name} is built beside the code that starts it`);
  const resourceLimits = { maxYoungGenerationSizeMb: youngMegabytes, ...options.resourceLimits };
  return new Worker(found, { ...options, resourceLimits });
}
