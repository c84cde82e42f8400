import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from './project-paths.ts';

type LockedPackage = { readonly version?: string; readonly dev?: boolean; readonly license?: string };

/** Writes the licences of every package that is bundled into the app, as those licences ask. */
export const writeLicences = async (path: string): Promise<number> => {
  const lock = JSON.parse(await readFile(join(projectRoot, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, LockedPackage>>;
  };
  const shipped = Object.entries(lock.packages).filter(([folder, { dev }]) => folder !== '' && !dev);
  const texts = await Promise.all(shipped.map(([folder, facts]) => licenceOf(folder, facts)));
  const found = texts.filter((text) => text !== null);
  await writeFile(path, found.join(`\n\n${'-'.repeat(80)}\n\n`));
  return found.length;
};

const licenceOf = async (folder: string, { version, license }: LockedPackage): Promise<string | null> => {
  const path = join(projectRoot, folder);
  const files = await readdir(path).catch(() => []);
  // An engine inside a package has a licence of its own beside the package's.
  const names = files.filter((file) => /^(licen[cs]e|copying)/i.test(file));
  // A package for another platform is in the lock file and not on the disk; it is not in the app either.
  if (files.length === 0) return null;
  const texts = await Promise.all(names.map((name) => readFile(join(path, name), 'utf8')));
  const text = texts.join('\n\n') || 'See the package for the text of its licence.';
  return `${folder.replace(/^.*node_modules\//, '')} ${version ?? ''} (${license ?? 'licence not stated'})\n\n${text.trim()}`;
};
