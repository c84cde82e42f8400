import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Half-written copies, lock files and what a system keeps in a folder are nobody's evidence. */
const notEvidence =
  /^(?:\.|~\$|desktop\.ini$|thumbs\.db$)|\.(?:tmp|part|partial|crdownload|download|lano|lock)$/i;

/** Whether a file of this name in a folder is looked at. */
export const mayBeEvidence = (name: string): boolean => !notEvidence.test(name);

/** As many as may be dropped at once. */
const mostFiles = 2000;

/**
 * The paths with each folder replaced by the files in it and in its folders, in the order of their names. What cannot be
 * looked into, or holds nothing, stays as it is, so that it is refused with its reason.
 */
export async function withFolderFiles(paths: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(paths.map(filesAt));
  return found.flat();
}

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
  return files.length === 0 ? [path] : files.slice(0, mostFiles);
}
