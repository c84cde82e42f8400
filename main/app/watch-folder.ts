import type { Context } from '../services/context.ts';
import { lookIntoWatched } from '../services/evidence/watch-folder.ts';

/** Often enough for who waits for a file, and seldom enough for a network drive, on which nothing else tells of files. */
const lookEvery = 5000;

/** Looks into the watched folder again and again while an engagement is open. */
export function startWatchingFolder(context: () => Context | null, report: (error: unknown) => void): void {
  setInterval(() => {
    const ctx = context();
    if (ctx) lookIntoWatched(ctx).catch(report);
  }, lookEvery).unref();
}
