import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Half-written copies, lock files and what a system keeps in a folder are nobody's evidence. */
const notEvidence =
  /^(?:\.|~\$|desktop\.ini$|thumbs\.db$)|\.(?:tmp|part|partial|crdownload|download|lano|lock)$/i;

/** Whether a file of this name in a folder is looked at. */
export const mayBeEvidence = (name: string): boolean => !notEvidence.test(name);

/** As many of one folder as are taken in at once. */
const mostFiles = 2000;

export type ChosenFiles = {
  readonly paths: readonly string[];
  /** The folders that hold more than is taken in at once, and how many files are in each. */
  readonly tooMany: readonly { readonly folder: string; readonly files: number }[];
};

/**
 * The paths with each folder replaced by the files in it and in its folders, in the order of their names. What cannot be
 * looked into, or holds nothing, stays as it is, so that it is refused with its reason.
 */
export async function withFolderFiles(paths: readonly string[], most = mostFiles): Promise<ChosenFiles> {
  const found = await Promise.all(paths.map(async (path) => ({ path, files: await filesAt(path) })));
  return {
    paths: found.flatMap(({ files }) => files.slice(0, most)),
    tooMany: found
      .filter(({ files }) => files.length > most)
      .map(({ path, files }) => ({ folder: path, files: files.length })),
  };
}

/** What is said of a folder of which only the first files were taken in. */
export const tooManySentence = (files: number, most = mostFiles): string =>
  `This folder holds ${count(files)} files, and only the first ${count(most)} by name are taken in at once. Add the others a folder at a time; what is here already is not added twice.`;

const count = (files: number): string => files.toLocaleString('en-GB');

async function filesAt(path: string): Promise<readonly string[]> {
  const isFolder = await stat(path).then(
    (facts) => facts.isDirectory(),
    () => false,
  );
  if (!isFolder) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile() && mayBeEvidence(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  return files.length === 0 ? [path] : files;
}
