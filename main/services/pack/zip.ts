import { open } from 'node:fs/promises';
import { configure, ZipWriter } from '@zip.js/zip.js';
import { diskError } from '../disk-error.ts';

/** One file to pack: its path in the zip, how long it is, and its bytes when they are wanted. */
export type ZipPart = {
  readonly path: string;
  readonly size: number;
  readonly isPacked: boolean;
  readonly bytes: () => Iterable<Uint8Array>;
};

type ZipChoices = {
  /** What the zip inside is called: all that can be read without the passphrase. */
  readonly innerName: string;
  readonly passphrase: string;
  readonly date: Date;
  readonly onBytes: (count: number) => void;
};

/** Beyond this the longer form of zip is needed, which some old programs do not read. */
const longForm = 4_000_000_000;

/**
 * Writes a zip under AES-256 (WinZip's AE-2, read by 7-Zip and the like) at a new path, a piece at a time. The files are
 * in a zip inside it, since a zip hides what is in its files but not what they are called.
 */
export async function writeEncryptedZip(
  path: string,
  parts: readonly ZipPart[],
  choices: ZipChoices,
): Promise<void> {
  // One thread, this one: its own workers would load code from an address the app's rules forbid.
  configure({ useWebWorkers: false, chunkSize: 256 * 1024 });
  const zip64 = parts.reduce((sum, part) => sum + part.size + 1000, 0) > longForm;
  const file = await open(path, 'wx').catch(explain);
  try {
    const sink = new WritableStream<Uint8Array>({
      write: async (chunk) => {
        await file.appendFile(chunk).catch(explain);
      },
    });
    const outer = new ZipWriter(sink, { zip64, keepOrder: true });
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const sealing = outer.add(choices.innerName, readable, {
      level: 0,
      password: choices.passphrase,
      encryptionStrength: 3,
      lastModDate: choices.date,
    });
    // Both run at once, so a failure of either is the failure of the whole.
    await Promise.all([sealing, packInner(writable, parts, zip64, choices)]);
    await outer.close();
    await file.sync();
  } finally {
    await file.close();
  }
}

async function packInner(
  writable: WritableStream<Uint8Array>,
  parts: readonly ZipPart[],
  zip64: boolean,
  { date, onBytes }: ZipChoices,
): Promise<void> {
  const inner = new ZipWriter(writable, { zip64, keepOrder: true });
  try {
    for (const { path, isPacked, bytes } of parts) {
      await inner.add(path, streamOf(bytes(), onBytes), { level: isPacked ? 0 : 6, lastModDate: date });
    }
    await inner.close();
  } catch (error) {
    await writable.abort(error).catch(() => {});
    throw error;
  }
}

/** Bytes handed on as they are asked for, so that no more than a few pieces are ever in memory. */
function streamOf(
  pieces: Iterable<Uint8Array>,
  onBytes: (count: number) => void,
): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.iterator]();
  return new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        const { done, value } = iterator.next();
        if (done) return controller.close();
        onBytes(value.length);
        controller.enqueue(value);
      },
    },
    { highWaterMark: 1 },
  );
}

function explain(error: unknown): never {
  throw diskError(error) ?? error;
}
