import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '../../../shared/errors.ts';
import type { Connection } from '../../db/connection.ts';
import { putUnfinished, type Unfinished } from '../../db/evidence-intake.ts';
import { explainingDisk } from '../disk-error.ts';

/** The most room for bytes that one document can ask for at a time. */
export const mostRoom = 16 * 1024 * 1024;
/** How much goes in in one transaction: about 25 ms of encryption, and one wait for the disk. */
export const batchSize = 4 * 1024 * 1024;

/**
 * Gathers parts of documents, small ones together, until they fill a transaction, since each transaction waits for the
 * disk however little it holds. Fails with `disk/full`, or with `vault/locked` when the file was closed meanwhile.
 */
export type ContentWriter = {
  /**
   * Room for the bytes of one document, at most `mostRoom`. It is used again once they are written, and therefore only
   * two documents at a time may have room that has not been put.
   */
  readonly room: (size: number) => Promise<Uint8Array>;
  readonly put: (part: Unfinished) => Promise<void>;
  /** Writes what is gathered. */
  readonly flush: () => Promise<void>;
  /** Forgets what is gathered of a document; what is written already stays. */
  readonly forget: (sha256: string) => void;
};

/** Starts gathering; whoever started it flushes at the end. Everything else has its turn after each transaction. */
export function openContentWriter(db: Connection): ContentWriter {
  let gathered: Unfinished[] = [];
  let size = 0;
  // Two pieces of memory for all: new memory for each file would keep the collector busier than the encryption.
  let memory: Uint8Array | undefined;
  let other: Uint8Array | undefined;
  let used = 0;
  const flush = async (): Promise<void> => {
    if (gathered.length === 0) return;
    if (!db.open) throw new AppError('vault/locked');
    const parts = gathered;
    gathered = [];
    size = 0;
    explainingDisk(() => putUnfinished(db, parts));
    await nextTurn();
  };
  return {
    room: async (wanted) => {
      memory ??= new Uint8Array(mostRoom);
      if (used + wanted > memory.length) {
        // What the other piece held has been put by now, and is written here; what this one holds may be still to come.
        await flush();
        [memory, other] = [other ?? new Uint8Array(mostRoom), memory];
        used = 0;
      }
      used += wanted;
      return memory.subarray(used - wanted, used);
    },
    put: async (part) => {
      if (size + sizeOf(part) > batchSize) await flush();
      gathered.push(part);
      size += sizeOf(part);
      if (size >= batchSize) await flush();
    },
    flush,
    forget: (sha256) => {
      gathered = gathered.filter((part) => part.sha256 !== sha256);
      size = gathered.reduce((sum, part) => sum + sizeOf(part), 0);
    },
  };
}

/** In bytes, near enough: letters outside ASCII count as one. */
function sizeOf({ chunks = [], texts = [] }: Unfinished): number {
  const bytes = chunks.reduce((sum, chunk) => sum + chunk.bytes.length, 0);
  return texts.reduce((sum, text) => sum + text.length, bytes);
}
