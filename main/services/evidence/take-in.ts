import { createHash, webcrypto } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EvidenceType } from '../../../shared/domain/evidence.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Connection } from '../../db/connection.ts';
import { chunkSize } from '../../db/evidence-content.ts';
import {
  type Chunk,
  countChunks,
  dropChunksFrom,
  dropUnfinished,
  listUnfinished,
} from '../../db/evidence-intake.ts';
import { type ContentWriter, mostRoom, pieceSize } from './content-writer.ts';
import { cannotRead } from './inspect-path.ts';
import { canShrink, packChunks } from './pack-chunks.ts';

const { subtle } = webcrypto;
const readSize = 4 * 1024 * 1024;

/** A file's SHA-256, and its bytes where they fit the writer's room. */
export type Fingerprint = { readonly sha256: string; readonly bytes: Uint8Array | null };

/**
 * Reads a file to its end for its SHA-256. A small one is kept for `storeContent`; a larger one is read once more then,
 * so that it is never whole in memory. `onBytes` hears of each four megabytes.
 */
export async function fingerprint(
  writer: ContentWriter,
  file: FileHandle,
  size: number,
  onBytes: (count: number) => void,
): Promise<Fingerprint> {
  if (size <= mostRoom) {
    const bytes = await writer.room(size);
    await readExactly(file, 0, bytes, onBytes);
    return { sha256: Buffer.from(await subtle.digest('SHA-256', bytes)).toString('hex'), bytes };
  }
  const hash = createHash('sha256');
  const room = new Uint8Array(readSize);
  for (let at = 0; at < size; at += readSize) {
    const piece = room.subarray(0, Math.min(readSize, size - at));
    await readExactly(file, at, piece, onBytes);
    hash.update(piece);
  }
  return { sha256: hash.digest('hex'), bytes: null };
}

/** A file, or bytes that have none. */
export type Storable = {
  readonly file: FileHandle | null;
  readonly size: number;
  readonly type: EvidenceType;
  readonly print: Fingerprint;
};

/**
 * Hands a file's bytes to the writer under their hash, a little at a time. Fails as the writer does, or with
 * `disk/cannot-read` when the file is no longer what was hashed.
 */
export async function storeContent(
  writer: ContentWriter,
  { file, size, type, print: { sha256, bytes } }: Storable,
  onBytes: (count: number) => void,
): Promise<void> {
  const again = bytes ? null : createHash('sha256');
  const room = new Uint8Array(bytes ? 0 : pieceSize);
  for (let at = 0; at < size; at += pieceSize) {
    const length = Math.min(pieceSize, size - at);
    const batch = bytes?.subarray(at, at + length) ?? room.subarray(0, length);
    if (!bytes && file) await readExactly(file, at, batch, () => {});
    again?.update(batch);
    const chunks = chunksOf(batch, at);
    await writer.put({ sha256, chunks: canShrink(type) ? await packChunks(chunks) : chunks });
    onBytes(length);
  }
  if (again && again.digest('hex') !== sha256) throw changedMeanwhile();
}

function chunksOf(batch: Uint8Array, offset: number): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 0; at < batch.length; at += chunkSize) {
    chunks.push({ seq: (offset + at) / chunkSize, bytes: batch.subarray(at, at + chunkSize) });
  }
  return chunks;
}

async function readExactly(
  file: FileHandle,
  offset: number,
  into: Uint8Array,
  onBytes: (count: number) => void,
): Promise<void> {
  for (let at = 0; at < into.length; ) {
    const length = Math.min(readSize, into.length - at);
    const { bytesRead } = await file.read(into, at, length, offset + at).catch(cannotRead);
    if (bytesRead === 0) throw changedMeanwhile();
    onBytes(bytesRead);
    at += bytesRead;
  }
}

/** Takes unfinished content out again, a little at a time. */
export async function dropStored(db: Connection, sha256: string): Promise<void> {
  const step = (pieceSize / chunkSize) * 2;
  for (let from = countChunks(db, sha256) - step; from > 0; from -= step) {
    dropChunksFrom(db, sha256, from);
    await nextTurn();
    if (!db.open) return;
  }
  dropUnfinished(db, sha256);
}

/**
 * Removes what was being taken in when the app ended: call it once after opening a file. Quick where there is nothing,
 * and a little at a time where there is.
 */
export async function sweepUnfinished(db: Connection): Promise<void> {
  for (const sha256 of listUnfinished(db)) {
    if (!db.open) return;
    await dropStored(db, sha256);
  }
}

const waiting = new WeakMap<Connection, Promise<unknown>>();

/** Runs one intake after another on the same file, so that none takes another's unfinished content for finished. */
export function oneAtATime<T>(db: Connection, work: () => Promise<T>): Promise<T> {
  const before = waiting.get(db) ?? Promise.resolve();
  const mine = before.then(work, work);
  waiting.set(db, mine);
  return mine;
}

const changedMeanwhile = () =>
  new AppError('disk/cannot-read', 'It was changed while it was being read. Add it again once that is over.');
