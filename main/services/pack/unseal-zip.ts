import type { FileHandle } from 'node:fs/promises';
import type { FileEntry } from '@zip.js/zip.js';
import { saltLength, tagLength, verifierLength, zipCipher, zipKeys } from './zip-seal.ts';

const pieceSize = 1024 * 1024;
const blockLength = 16;
/** AES-256, as the extra field of such an entry says it. */
const strongest = 3;

/** Bytes that can be read from anywhere, so that none need be in memory but those asked for. */
export type Bytes = {
  readonly size: number;
  readonly read: (offset: number, length: number) => Promise<Uint8Array>;
};

/** The bytes of a file on the disk; what lies beyond its end is left out. */
export const fileBytes = (file: FileHandle, size: number): Bytes => ({
  size,
  read: async (offset, length) => {
    const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
    for (let done = 0; done < bytes.length; ) {
      const { bytesRead } = await file.read(bytes, done, bytes.length - done, offset + done);
      if (bytesRead === 0) return bytes.subarray(0, done);
      done += bytesRead;
    }
    return bytes;
  },
});

/** Whether an entry is sealed as packs are: under AES-256, and not compressed besides, so that it opens anywhere. */
export const isSealedAsIs = ({ encrypted, extraFieldAES, compressionMethod }: FileEntry): boolean =>
  encrypted && extraFieldAES?.strength === strongest && compressionMethod === 0;

/**
 * What is sealed in an entry, read where it is asked for; null for a passphrase that does not open it. A byte that was
 * changed is another byte inside, so whoever reads has to compare hashes.
 */
export async function unsealed(
  zip: Bytes,
  { offset, compressedSize }: Pick<FileEntry, 'offset' | 'compressedSize'>,
  passphrase: string,
): Promise<Bytes | null> {
  const head = Buffer.from(await zip.read(offset, 30));
  const at = offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  const start = Buffer.from(await zip.read(at, saltLength + verifierLength));
  const keys = zipKeys(passphrase, start.subarray(0, saltLength));
  if (!keys.verifier.equals(start.subarray(saltLength))) return null;
  const from = at + start.length;
  const size = compressedSize - start.length - tagLength;
  if (size < 0) return null;
  const open = zipCipher(keys, pieceSize);
  const openPiece = async (block: number, length: number): Promise<Uint8Array> => {
    const piece = await zip.read(from + block, Math.min(length, size - block));
    open(piece, block);
    return piece;
  };
  return {
    size,
    read: async (wanted, length) => {
      const end = Math.min(size, wanted + length);
      const bytes = new Uint8Array(Math.max(0, end - wanted));
      for (let next = wanted - (wanted % blockLength); next < end; next += pieceSize) {
        const piece = await openPiece(next, Math.min(pieceSize, end - next));
        const skipped = Math.max(0, wanted - next);
        bytes.set(piece.subarray(skipped), next + skipped - wanted);
      }
      return bytes;
    },
  };
}
