import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const STAMP = '.built-from';

/** One hash over the names and bytes of the given files and folders; what is not there counts as empty. */
export const fingerprint = async (root: string, inputs: readonly string[]): Promise<string> => {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const file of await listFiles(root, input)) {
      const bytes = await readFile(join(root, file));
      hash.update(`${file}\0${bytes.length}\0`).update(bytes);
    }
  }
  return hash.digest('hex');
};

const listFiles = async (root: string, input: string): Promise<readonly string[]> => {
  const kind = await stat(join(root, input)).catch(() => undefined);
  if (kind === undefined) return [];
  if (kind.isFile()) return [input];
  const found = await readdir(join(root, input), { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
};

/** The fingerprint a folder was built from, if it was. */
export const readStamp = (folder: string): Promise<string | undefined> =>
  readFile(join(folder, STAMP), 'utf8').catch(() => undefined);

/** Leaves in a built folder what it was built from. */
export const writeStamp = (folder: string, value: string): Promise<void> =>
  writeFile(join(folder, STAMP), value);
