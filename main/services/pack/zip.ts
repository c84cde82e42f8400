import { closeSync, fdatasync, fsyncSync, openSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { IsoInstant } from '../../../shared/domain/time.ts';
import { directoryRecord, endRecords, flag, localHeader, sizesAfter, type ZipEntry } from './zip-records.ts';
import { aesExtra, startSealing } from './zip-seal.ts';

/** What the zip inside is called: all that can be read without the passphrase. */
export const innerName = 'pack.zip';
const pieceSize = 256 * 1024;
/** The longest block of deflate that is stored as it is: RFC 1951, section 3.2.4. */
const longestBlock = 0xffff;
/** So much is written before the disk is asked to keep it. */
const syncStride = 64 * 1024 * 1024;
/** Beyond this a file's sizes are written in the long form. */
const longFrom = 4_000_000_000;

export type SealedZip = {
  /** Begins a file of about this size; its bytes follow, and `end` comes before the next. */
  readonly begin: (
    path: string,
    size: number,
  ) => { readonly add: (bytes: Uint8Array) => void; readonly end: () => void };
  /** Writes the directories and waits for the disk. */
  readonly finish: () => void;
  /** Lets go of the file, finished or not. */
  readonly close: () => void;
};

/**
 * Starts a zip under AES-256 at a new path, for a thread that may wait for the disk; no more than a piece is ever in
 * memory. The files are in a zip inside it, since a zip hides what is in its files but not what they are called.
 * Nothing is compressed: documents are compressed by themselves, and doing it again takes long and saves little.
 */
export function startSealedZip(path: string, passphrase: string, madeAt: IsoInstant): SealedZip {
  const file = openSync(path, 'wx');
  const sealer = startSealing(passphrase, pieceSize);
  const outer = (packed: number): ZipEntry => ({
    ...{ name: innerName, method: 99, flags: flag.encrypted, madeAt, isLong: true, extra: aesExtra },
    ...{ offset: 0, crc: 0, packed, size: written },
  });
  const piece = Buffer.alloc(pieceSize);
  let filled = 0;
  /** How much there is of the zip inside. */
  let written = 0;
  writeAll(file, localHeader(outer(0)));
  writeAll(file, sealer.head);

  const disk = keptBusy(file);

  const flush = (): void => {
    const bytes = piece.subarray(0, filled);
    sealer.seal(bytes);
    writeAll(file, bytes);
    disk.wrote(filled);
    filled = 0;
  };
  const put = (bytes: Uint8Array): void => {
    for (let from = 0; from < bytes.length; ) {
      const part = bytes.subarray(from, from + pieceSize - filled);
      piece.set(part, filled);
      filled += part.length;
      from += part.length;
      if (filled === pieceSize) flush();
    }
    written += bytes.length;
  };

  const inner = startInnerZip(put, () => written, madeAt);
  const seal = (): void => {
    inner.finish();
    flush();
    const tag = sealer.tag();
    writeAll(file, tag);
    const entry = outer(sealer.head.length + written + tag.length);
    const at = localHeader(entry).length + entry.packed;
    const directory = directoryRecord(entry);
    writeAll(file, Buffer.concat([directory, endRecords(1, { at, size: directory.length })]));
    // The sizes are known now.
    writeAll(file, localHeader(entry), 0);
    disk.finish();
  };
  return { begin: inner.begin, finish: seal, close: () => closeSync(file) };
}

/** Has the disk keep what was written while more is being sealed, so that little is left to wait for at the end. */
function keptBusy(file: number): { readonly wrote: (bytes: number) => void; readonly finish: () => void } {
  let waiting = 0;
  let isSyncing = false;
  let failure: Error | null = null;
  return {
    wrote: (bytes) => {
      waiting += bytes;
      if (isSyncing || waiting < syncStride) return;
      waiting = 0;
      isSyncing = true;
      fdatasync(file, (error) => {
        isSyncing = false;
        failure ??= error;
      });
    },
    finish: () => {
      // A disk tells of a failure once, to whoever asks first.
      if (failure) throw failure;
      fsyncSync(file);
    },
  };
}

type InnerZip = Pick<SealedZip, 'begin' | 'finish'>;

/** A zip whose CRCs and sizes follow each file, because they are known only then. */
function startInnerZip(put: (bytes: Uint8Array) => void, at: () => number, madeAt: IsoInstant): InnerZip {
  const entries: ZipEntry[] = [];
  const begin: InnerZip['begin'] = (name, expected) => {
    const entry: ZipEntry = {
      ...{ name, method: 8, flags: flag.sizesFollow | flag.utf8, madeAt, isLong: expected > longFrom },
      ...{ extra: new Uint8Array(), offset: at(), crc: 0, packed: 0, size: 0 },
    };
    put(localHeader(entry));
    const from = at();
    let [crc, size] = [0, 0];
    const add = (bytes: Uint8Array): void => {
      crc = crc32(bytes, crc);
      size += bytes.length;
      for (let start = 0; start < bytes.length; start += longestBlock) {
        const block = bytes.subarray(start, start + longestBlock);
        put(blockHead(block.length, false));
        put(block);
      }
    };
    const end = (): void => {
      put(blockHead(0, true));
      const whole = { ...entry, crc, size, packed: at() - from };
      put(sizesAfter(whole));
      entries.push(whole);
    };
    return { add, end };
  };
  const finish = (): void => {
    const from = at();
    for (const entry of entries) put(directoryRecord(entry));
    put(endRecords(entries.length, { at: from, size: at() - from }));
  };
  return { begin, finish };
}

/** Announces a block of deflate that is stored as it is: unlike a stored file, readers find its end without its size. */
function blockHead(length: number, isLast: boolean): Uint8Array {
  const [low, high] = [length & 0xff, length >> 8];
  return Uint8Array.of(isLast ? 1 : 0, low, high, ~low, ~high);
}

function writeAll(file: number, bytes: Uint8Array, position: number | null = null): void {
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(file, bytes, done, bytes.length - done, position === null ? null : position + done);
  }
}
