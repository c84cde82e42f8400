import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import {
  configure,
  ERR_ENCRYPTED,
  ERR_INVALID_PASSWORD,
  type FileEntry,
  Reader,
  Uint8ArrayWriter,
  ZipReader,
} from '@zip.js/zip.js';
import type { Hashes } from '../../../shared/domain/pack-verify.ts';
import { AppError } from '../../../shared/errors.ts';
import { type Bytes, fileBytes, isSealedAsIs, unsealed } from './unseal-zip.ts';
import { innerName } from './zip.ts';

/** The files of a pack as they are now. */
export type FoundPack = {
  readonly name: string;
  readonly hashes: Hashes;
  readonly text: (path: string) => Promise<string | null>;
};

/** Lists of hashes are kept while the rest is only hashed; a longer one is none of ours. */
const longestList = 64_000_000;
/** A zip inside that another program sealed in its own way has to be in memory whole. */
const mostInMemory = 500_000_000;

/**
 * Opens the zip of a pack where it is, a piece at a time, so that nothing readable is left on the disk and no more than a
 * piece is in memory. Fails with `pack/wrong-passphrase`, `pack/not-a-pack`, `pack/zip-too-large` or `disk/cannot-read`.
 */
export async function readPackZip(path: string, passphrase: string, most = mostInMemory): Promise<FoundPack> {
  configure({ useWebWorkers: false });
  const file = await open(path).catch(() => {
    throw new AppError('disk/cannot-read');
  });
  try {
    const outer = fileBytes(file, (await file.stat()).size);
    const entries = await filesOf(outer, passphrase);
    const inside = entries.find(({ filename }) => filename === innerName);
    const files = inside ? await filesOf(await opened(outer, inside, { passphrase, most }), '') : entries;
    return { name: basename(path, extname(path)), ...(await hashAll(files)) };
  } catch (error) {
    throw asFailure(error);
  } finally {
    await file.close();
  }
}

async function filesOf(bytes: Bytes, password: string): Promise<readonly FileEntry[]> {
  const reader = Object.assign(new Reader(undefined), {
    size: bytes.size,
    readUint8Array: bytes.read,
  });
  const entries = await new ZipReader(reader, password ? { password } : {}).getEntries();
  return entries.filter((entry) => !entry.directory);
}

async function opened(
  outer: Bytes,
  inside: FileEntry,
  { passphrase, most }: { readonly passphrase: string; readonly most: number },
): Promise<Bytes> {
  if (isSealedAsIs(inside)) {
    const bytes = await unsealed(outer, inside, passphrase);
    if (!bytes) throw new AppError('pack/wrong-passphrase');
    return bytes;
  }
  if (inside.uncompressedSize > most) throw new AppError('pack/zip-too-large');
  const whole = await inside.getData(new Uint8ArrayWriter());
  return { size: whole.length, read: async (offset, length) => whole.subarray(offset, offset + length) };
}

async function hashAll(files: readonly FileEntry[]): Promise<Pick<FoundPack, 'hashes' | 'text'>> {
  const hashes = new Map<string, string>();
  const lists = new Map<string, string>();
  for (const entry of files) {
    // The pack is in a folder of its own name.
    const path = entry.filename.slice(entry.filename.indexOf('/') + 1);
    const isList = !path.includes('/') && path.endsWith('.txt') && entry.uncompressedSize <= longestList;
    const { hash, kept } = await readThrough(entry, isList);
    hashes.set(path, hash);
    if (isList) lists.set(path, kept.toString('utf8'));
  }
  return { hashes, text: async (path) => lists.get(path) ?? null };
}

/** The hash of a file and, of a list, its bytes. A file that is damaged has no hash, so that it counts as changed. */
async function readThrough(
  entry: FileEntry,
  isKept: boolean,
): Promise<{ readonly hash: string; readonly kept: Buffer }> {
  const hash = createHash('sha256');
  const kept: Uint8Array[] = [];
  const write = (piece: Uint8Array): void => {
    hash.update(piece);
    if (isKept) kept.push(piece.slice());
  };
  try {
    await entry.getData(new WritableStream<Uint8Array>({ write }));
    return { hash: hash.digest('hex'), kept: Buffer.concat(kept) };
  } catch (error) {
    if (isSealed(error)) throw error;
    return { hash: '', kept: Buffer.alloc(0) };
  }
}

function isSealed(error: unknown): boolean {
  const said = (error as Error).message;
  return said === ERR_INVALID_PASSWORD || said === ERR_ENCRYPTED;
}

function asFailure(error: unknown): unknown {
  if (error instanceof AppError) return error;
  return new AppError(isSealed(error) ? 'pack/wrong-passphrase' : 'pack/not-a-pack');
}
