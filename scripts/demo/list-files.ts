import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

export type FileFacts = { readonly bytes: number; readonly sha256: string };

/** Every file in a folder and the folders in it, by its path with forward slashes, in order. */
export const listFiles = async (folder: string): Promise<Readonly<Record<string, FileFacts>>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files: Record<string, FileFacts> = {};
  for (const path of paths.sort()) {
    const bytes = await readFile(path);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    files[relative(folder, path).replaceAll(sep, '/')] = { bytes: bytes.length, sha256 };
  }
  return files;
};
