import { createHash } from 'node:crypto';
import { close, closeSync, fsync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { AppError } from '../../../shared/errors.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { readChunks } from '../../db/evidence-content.ts';
import { giveBack } from '../give-back.ts';
import type { PackFile, PackPlaces, WrittenFile } from './pack-writer.ts';
import { startZipThread } from './zip-thread.ts';

/** So many files wait for the disk at a time; a process may have only so many open. */
const mostWaiting = 64;
const pieceSize = 1024 * 1024;

export type PackOutput = {
  readonly put: (path: string, file: PackFile, onBytes: (count: number) => void) => Promise<WrittenFile>;
  readonly finish: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/**
 * Writes the files of a pack to its places in one pass, a piece at a time, for a thread that may wait for the disk. What
 * `onBytes` throws stops it.
 */
export async function openPackOutput(db: ReadableDb, { folder, zip }: PackPlaces): Promise<PackOutput> {
  const sealed =
    zip && (await startZipThread({ path: zip.path, passphrase: zip.passphrase, madeAt: zip.madeAt }));
  const waiting = new Set<Promise<void>>();
  let failure: unknown = null;

  const settle = (file: number): void => {
    const onDisk = syncAndClose(file)
      .catch((error: unknown) => {
        failure ??= error;
      })
      .finally(() => waiting.delete(onDisk));
    waiting.add(onDisk);
  };
  const allOnDisk = async (most: number): Promise<void> => {
    while (waiting.size > most) await Promise.race(waiting);
    if (failure !== null) throw failure;
  };

  return {
    put: async (path, source, onBytes) => {
      const hash = createHash('sha256');
      let size = 0;
      const target = folder === null ? null : openNew(join(folder, path));
      try {
        sealed?.begin(`${zip?.name}/${path}`, 'size' in source ? source.size : 0);
        for (const piece of piecesOf(db, source)) {
          hash.update(piece);
          size += piece.length;
          if (target !== null) writeWhole(target, piece);
          onBytes(piece.length);
          if (sealed) await sealed.add(piece);
          else giveBack(piece);
        }
        sealed?.end();
      } catch (error) {
        if (target !== null) closeSync(target);
        throw error;
      }
      if (target !== null) settle(target);
      await allOnDisk(mostWaiting);
      const sha256 = hash.digest('hex');
      if ('document' in source && source.document !== sha256) throw new AppError('vault/damaged');
      return { sha256, size };
    },
    finish: async () => {
      await sealed?.finish();
      await allOnDisk(0);
    },
    close: async () => sealed?.close(),
  };
}

/** Pieces that nobody else holds, so that whoever takes one may hand it on or give it back. */
function* piecesOf(db: ReadableDb, source: PackFile): Generator<Uint8Array> {
  if ('bytes' in source) yield source.bytes;
  else if ('document' in source) yield* readChunks(db, source.document);
  else yield* filePieces(source.file);
}

function* filePieces(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const piece = new Uint8Array(pieceSize);
      const count = readSync(file, piece);
      if (count === 0) return;
      yield piece.subarray(0, count);
    }
  } finally {
    closeSync(file);
  }
}

function openNew(path: string): number {
  mkdirSync(dirname(path), { recursive: true });
  return openSync(path, 'wx');
}

function writeWhole(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}

async function syncAndClose(file: number): Promise<void> {
  try {
    await promisify(fsync)(file);
  } finally {
    await promisify(close)(file);
  }
}
