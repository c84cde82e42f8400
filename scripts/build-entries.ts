import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

export type MainEntries = {
  /** Bundle name, with folders, to source file: `index`, `print`, `workers/NAME`. */
  readonly entries: Readonly<Record<string, string>>;
  readonly preload: string;
};

/** Finds what has to be bundled for the main process: its start, the print window's start, and each worker. */
export const findEntries = async (folder: string): Promise<MainEntries> => {
  const [topLevel, workers] = await Promise.all([list(folder), list(join(folder, 'workers'))]);
  const entries: Record<string, string> = { index: join(folder, 'index.ts') };
  if (topLevel.includes('print.ts')) entries.print = join(folder, 'print.ts');
  for (const file of workers.filter(isSource)) {
    entries[`workers/${file.slice(0, -'.ts'.length)}`] = join(folder, 'workers', file);
  }
  return { entries, preload: join(folder, 'preload.ts') };
};

const isSource = (file: string): boolean =>
  file.endsWith('.ts') && !file.endsWith('.d.ts') && !file.endsWith('.test.ts');

const list = async (folder: string): Promise<readonly string[]> => {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
};
