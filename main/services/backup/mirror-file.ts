import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';

const blockSize = 4 * 1024 * 1024;

/** A copy that is being made of a file that may be written to meanwhile. */
export type Mirror = {
  /** Brings the copy up to the file as it is now; the second time it writes only what differs. */
  readonly pass: () => Promise<void>;
  /** Forces the copy to the disk and lets go of both. */
  readonly finish: () => Promise<void>;
  readonly abandon: () => Promise<void>;
};

/** Starts a copy at a new path, a piece at a time. Fails as the disk does. */
export async function mirrorFile(from: string, to: string): Promise<Mirror> {
  const source = await open(from, 'r');
  const copy = await open(to, 'wx').catch(async (error) => {
    await source.close();
    throw error;
  });
  const prints: string[] = [];
  const room = Buffer.allocUnsafe(blockSize);
  const letGo = async (): Promise<void> => {
    await source.close();
    await copy.close();
  };
  return {
    pass: async () => {
      let length = 0;
      for (let block = 0; ; block += 1) {
        const bytes = await readBlock(source, room, block * blockSize);
        if (bytes.length > 0) {
          const print = createHash('sha1').update(bytes).digest('base64');
          if (prints[block] !== print) {
            await writeWhole(copy, bytes, block * blockSize);
            prints[block] = print;
          }
          length += bytes.length;
        }
        if (bytes.length < blockSize) break;
      }
      prints.length = Math.ceil(length / blockSize);
      await copy.truncate(length);
    },
    finish: async () => {
      await copy.sync();
      await letGo();
    },
    abandon: () => letGo().catch(() => {}),
  };
}

async function readBlock(file: FileHandle, room: Buffer, at: number): Promise<Buffer> {
  let got = 0;
  while (got < room.length) {
    const { bytesRead } = await file.read(room, got, room.length - got, at + got);
    if (bytesRead === 0) break;
    got += bytesRead;
  }
  return room.subarray(0, got);
}

async function writeWhole(file: FileHandle, bytes: Buffer, at: number): Promise<void> {
  let put = 0;
  while (put < bytes.length) {
    const { bytesWritten } = await file.write(bytes, put, bytes.length - put, at + put);
    put += bytesWritten;
  }
}
