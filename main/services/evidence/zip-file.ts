import { inflateRawSync } from 'node:zlib';
import { AppError } from '../../../shared/errors.ts';

/**
 * Threat answered: a zip that claims or hides a size meant to fill memory. Names and sizes come from its directory, and
 * nothing is unpacked beyond the size it claims or the limit it is given, whichever is less.
 */
export type ByteSource = {
  readonly size: number;
  readonly read: (offset: number, length: number) => Promise<Uint8Array>;
};

export type ZipEntry = {
  readonly name: string;
  readonly method: number;
  readonly packedSize: number;
  readonly size: number;
  readonly isEncrypted: boolean;
  readonly headerAt: number;
};

export type ZipFile = {
  readonly entries: readonly ZipEntry[];
  /** The bytes of one entry; fails with `evidence/unreadable` when they are damaged or more than claimed. */
  readonly unpack: (entry: ZipEntry) => Promise<Uint8Array>;
};

const mostEntries = 20_000;
const largestDirectory = 16 * 1024 * 1024;

const damaged = (detail?: string) => new AppError('evidence/unreadable', detail);

/** Reads the directory of a zip; fails with `evidence/unreadable` where there is none that makes sense. */
export async function openZip(source: ByteSource): Promise<ZipFile> {
  const { offset, length, count } = await findDirectory(source);
  if (count > mostEntries || length > largestDirectory) throw damaged('It has too many parts.');
  if (offset + length > source.size) throw damaged();
  const entries = listEntries(Buffer.from(await source.read(offset, length)), count);
  return { entries, unpack: (entry) => unpack(source, entry) };
}

async function findDirectory(source: ByteSource): Promise<{ offset: number; length: number; count: number }> {
  const from = Math.max(0, source.size - 66_000);
  const tail = Buffer.from(await source.read(from, source.size - from));
  const at = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (at < 0 || at + 22 > tail.length) throw damaged('Its end is missing.');
  const found = {
    count: tail.readUInt16LE(at + 10),
    length: tail.readUInt32LE(at + 12),
    offset: tail.readUInt32LE(at + 16),
  };
  const wide = tail.lastIndexOf(Buffer.from('PK\x06\x06', 'latin1'), at);
  if (found.offset !== 0xffffffff || wide < 0 || wide + 56 > tail.length) return found;
  return {
    count: Number(tail.readBigUInt64LE(wide + 32)),
    length: Number(tail.readBigUInt64LE(wide + 40)),
    offset: Number(tail.readBigUInt64LE(wide + 48)),
  };
}

function listEntries(directory: Buffer, count: number): readonly ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length < count) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) throw damaged();
    const nameLength = directory.readUInt16LE(at + 28);
    const extraLength = directory.readUInt16LE(at + 30);
    const commentLength = directory.readUInt16LE(at + 32);
    const extra = directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      isEncrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      method: directory.readUInt16LE(at + 10),
      ...sizesOf(directory, at, extra),
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

/** Sizes too large for 32 bits stand in the extra field, in this order, each only where the plain field is full. */
function sizesOf(directory: Buffer, at: number, extra: Buffer) {
  const plain = [
    directory.readUInt32LE(at + 24),
    directory.readUInt32LE(at + 20),
    directory.readUInt32LE(at + 42),
  ];
  const wide = extraField(extra, 1);
  let next = 0;
  const [size = 0, packedSize = 0, headerAt = 0] = plain.map((value) => {
    if (value !== 0xffffffff || next + 8 > wide.length) return value;
    next += 8;
    return Number(wide.readBigUInt64LE(next - 8));
  });
  return { size, packedSize, headerAt };
}

function extraField(extra: Buffer, wanted: number): Buffer {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === wanted) return extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
  }
  return Buffer.alloc(0);
}

async function unpack(source: ByteSource, entry: ZipEntry): Promise<Uint8Array> {
  const head = Buffer.from(await source.read(entry.headerAt, 30));
  if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50) throw damaged();
  const from = entry.headerAt + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  if (from + entry.packedSize > source.size) throw damaged();
  const packed = await source.read(from, entry.packedSize);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw damaged();
  try {
    const bytes = inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
    if (bytes.length !== entry.size) throw damaged();
    return bytes;
  } catch {
    throw damaged();
  }
}
