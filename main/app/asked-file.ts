import { resolve } from 'node:path';
import type { App } from 'electron';

/** The engagement file named on a command line, as a double click on it puts it there. */
function fileIn(argv: readonly string[], folder: string): string | null {
  const name = argv.slice(1).find((word) => !word.startsWith('-') && word.toLowerCase().endsWith('.lano'));
  return name ? resolve(folder, name) : null;
}

/**
 * Hears from now on which files the app is asked to open from outside, at its start and while it runs, and keeps them
 * until somebody takes them. To be called before the app is ready: macOS may ask before that.
 */
export function hearAskedFiles(app: App): (open: (path: string) => void) => void {
  const waiting: string[] = [];
  let open = (path: string): void => {
    waiting.push(path);
  };
  const first = fileIn(process.argv, process.cwd());
  if (first) open(first);
  app.on('second-instance', (_, argv, folder) => {
    const path = fileIn(argv, folder);
    if (path) open(path);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open(path);
  });
  return (opener) => {
    open = opener;
    for (const path of waiting.splice(0)) opener(path);
  };
}
