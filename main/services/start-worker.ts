import { Worker, type WorkerOptions } from 'node:worker_threads';
import { workerFile } from './worker-file.ts';

/** A thread works through much and keeps little: left alone, each would come to hold many times as much. */
const youngMegabytes = 12;

/** Starts a thread from main/workers by its name. */
export function startWorker(name: string, options: WorkerOptions = {}): Worker {
  const resourceLimits = { maxYoungGenerationSizeMb: youngMegabytes, ...options.resourceLimits };
  return new Worker(workerFile(name), { ...options, resourceLimits });
}
