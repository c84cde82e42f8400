import { type FileHandle, open, stat } from 'node:fs/promises';
import { configure, ZipWriter } from '@zip.js/zip.js';

/** One file to pack: its path in the zip, and where it stands now. */
export type ZipPart = { readonly path: string; readonly file: string };

type ZipChoices = {
  readonly passphrase: string;
  readonly date: Date;
  readonly onBytes: (count: number) => void;
};

/** What the zip inside is called: all that can be read without the passphrase. */
export const innerName = 'pack.zip';
/** Beyond this the longer form of zip is needed, which some old programs do not read. */
const longForm = 4_000_000_000;
const pieceSize = 256 * 1024;

/**
 * Writes a zip under AES-256 (WinZip's AE-2, read by 7-Zip and the like) at a new path, a piece at a time. The files are
 * in a zip inside it, since a zip hides what is in its files but not what they are called.
 */
export async function writeEncryptedZip(
  path: string,
  parts: readonly ZipPart[],
  { passphrase, date, onBytes }: ZipChoices,
): Promise<void> {
  // One thread, this one: its own workers would load code from an address the app's rules forbid.
  configure({ useWebWorkers: false, chunkSize: pieceSize });
  const sizes = await Promise.all(parts.map(async (part) => (await stat(part.file)).size));
  const zip64 = sizes.reduce((sum, size) => sum + size + 1000, 0) > longForm;
  const file = await open(path, 'wx');
  try {
    const sink = new WritableStream<Uint8Array>({
      write: async (chunk) => {
        await file.appendFile(chunk);
      },
    });
    const outer = new ZipWriter(sink, { zip64, keepOrder: true });
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const sealing = outer.add(innerName, readable, {
      level: 0,
      password: passphrase,
      encryptionStrength: 3,
      lastModDate: date,
    });
    const inner = { zip64, lastModDate: date, onBytes };
    // Both run at once, so a failure of either is the failure of the whole.
    await Promise.all([sealing, packInner(writable, parts, inner)]);
    await outer.close();
    await file.sync();
  } finally {
    await file.close();
  }
}

type InnerChoices = Pick<ZipChoices, 'onBytes'> & { readonly zip64: boolean; readonly lastModDate: Date };

/** Nothing is compressed: documents are compressed by themselves, and doing it again takes long and saves nothing. */
async function packInner(
  writable: WritableStream<Uint8Array>,
  parts: readonly ZipPart[],
  { zip64, lastModDate, onBytes }: InnerChoices,
): Promise<void> {
  const inner = new ZipWriter(writable, { zip64, keepOrder: true });
  try {
    for (const part of parts) {
      const file = await open(part.file, 'r');
      try {
        await inner.add(part.path, streamOf(file, onBytes), { level: 0, lastModDate });
      } finally {
        await file.close();
      }
    }
    await inner.close();
  } catch (error) {
    await writable.abort(error).catch(() => {});
    throw error;
  }
}

/** A file's bytes handed on as they are asked for, so that no more than a few pieces are ever in memory. */
function streamOf(file: FileHandle, onBytes: (count: number) => void): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { bytesRead, buffer } = await file.read(new Uint8Array(pieceSize), 0, pieceSize);
        if (bytesRead === 0) return controller.close();
        onBytes(bytesRead);
        controller.enqueue(buffer.subarray(0, bytesRead));
      },
    },
    { highWaterMark: 1 },
  );
}
