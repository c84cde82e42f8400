import { createHash } from 'node:crypto';
import { close, closeSync, fsync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { AppError } from '../../../shared/errors.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { readChunks } from '../../db/evidence-content.ts';
import { giveBack } from '../give-back.ts';
import type { PackFile, PackPlaces, WrittenFile } from './pack-writer.ts';
import { startSealedZip } from './zip.ts';

/** So many files wait for the disk at a time; a process may have only so many open. */
const mostWaiting = 64;
const pieceSize = 1024 * 1024;

export type PackOutput = {
  readonly put: (path: string, file: PackFile, onBytes: (count: number) => void) => Promise<WrittenFile>;
  readonly finish: () => Promise<void>;
  readonly close: () => void;
};

/**
 * Writes the files of a pack to its places in one pass, a piece at a time, for a thread that may wait for the disk. What
 * `onBytes` throws stops it.
 */
export function openPackOutput(db: ReadableDb, { folder, zip }: PackPlaces): PackOutput {
  const sealed = zip && startSealedZip(zip.path, zip.passphrase, zip.madeAt);
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
        const entry = sealed?.begin(`${zip?.name}/${path}`, 'size' in source ? source.size : 0);
        for (const piece of piecesOf(db, source)) {
          hash.update(piece);
          size += piece.length;
          if (target !== null) writeWhole(target, piece);
          entry?.add(piece);
          onBytes(piece.length);
        }
        entry?.end();
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
      sealed?.finish();
      await allOnDisk(0);
    },
    close: () => sealed?.close(),
  };
}

function* piecesOf(db: ReadableDb, source: PackFile): Generator<Uint8Array> {
  if ('bytes' in source) yield source.bytes;
  else if ('document' in source) yield* documentPieces(db, source.document);
  else yield* filePieces(source.file);
}

/** Each is gone when the next is asked for. */
function* documentPieces(db: ReadableDb, sha256: string): Generator<Uint8Array> {
  for (const chunk of readChunks(db, sha256)) {
    yield chunk;
    giveBack(chunk);
  }
}

function* filePieces(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    const piece = Buffer.alloc(pieceSize);
    for (let count = readSync(file, piece); count > 0; count = readSync(file, piece)) {
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
