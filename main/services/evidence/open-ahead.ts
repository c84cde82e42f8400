import type { ContentWriter } from './content-writer.ts';
import { type InspectedFile, openInspected } from './inspect-path.ts';
import { type Fingerprint, fingerprint, type Storable } from './take-in.ts';

/** A file whose kind and hash are known; whoever takes it closes it. */
export type OpenedFile = InspectedFile & { readonly print: Fingerprint };

export type FileAhead = { readonly path: string; readonly opening: Promise<Storable> };

/**
 * Opens each file in turn, and the one after it already while this one is being encrypted: two at a time is what the
 * writer has room for. A file that cannot be opened fails when its turn comes.
 */
export async function* openAhead(
  paths: readonly string[],
  writer: ContentWriter,
  onBytes: (count: number) => void,
): AsyncGenerator<FileAhead> {
  const open = (path: string): Promise<OpenedFile> => {
    const opening = openFingerprinted(path, writer, onBytes);
    opening.catch(heardInItsTurn);
    return opening;
  };
  let ahead: Promise<OpenedFile> | null = null;
  try {
    for (const [at, path] of paths.entries()) {
      const opening = ahead ?? open(path);
      const after = paths[at + 1];
      ahead = after === undefined ? null : open(after);
      yield { path, opening };
    }
  } finally {
    await ahead?.then(({ file }) => file.close(), heardInItsTurn);
  }
}

const heardInItsTurn = (): void => {};

async function openFingerprinted(
  path: string,
  writer: ContentWriter,
  onBytes: (count: number) => void,
): Promise<OpenedFile> {
  const inspected = await openInspected(path);
  try {
    return { ...inspected, print: await fingerprint(writer, inspected.file, inspected.size, onBytes) };
  } catch (error) {
    await inspected.file.close();
    throw error;
  }
}
