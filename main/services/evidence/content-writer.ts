import { AppError } from '../../../shared/errors.ts';
import { untilAtRest } from '../../db/beside.ts';
import type { Connection } from '../../db/connection.ts';
import { putUnfinished, type Unfinished } from '../../db/evidence-intake.ts';
import type { Writing } from '../context.ts';
import { explainingDisk } from '../disk-error.ts';
import { type PlacedPart, startWriteWorker, unplaced, type WriteWorker } from '../write-worker.ts';
import { keepTaken, type Taken } from './keep-taken.ts';

/** The most room for bytes that one document can ask for at a time. */
export const mostRoom = 8 * 1024 * 1024;
/** How much of a document is handed over at a time. */
export const pieceSize = 4 * 1024 * 1024;
/** How much goes in in one transaction: each waits for the disk four times, however little it holds. */
const batchSize = 8 * 1024 * 1024;
/** As many records are written at once without being felt in the window. */
const fewRecords = 50;
/** Less than this in all is written at once, in less time than a thread takes to start. */
const littleSize = 1024 * 1024;

/**
 * Gathers parts of documents, small ones together, until they fill a transaction, and has them written by a thread while
 * it gathers the next. Fails with `disk/full`, or with `vault/locked` when the file was closed meanwhile.
 */
export type ContentWriter = {
  /**
   * Room for the bytes of one document, at most `mostRoom`. It is used again once they are put, and therefore only two
   * documents at a time may have room that has not been put.
   */
  readonly room: (size: number) => Promise<Uint8Array>;
  /** Takes a part over, at most `pieceSize` of bytes; it may be changed as soon as this has settled. */
  readonly put: (part: Unfinished) => Promise<void>;
  /** Writes what is gathered, and settles when all is written. */
  readonly flush: () => Promise<void>;
  /** Forgets what is gathered of a document; what is written already stays. */
  readonly forget: (sha256: string) => Promise<void>;
  /** Writes what is gathered, and then the records of what was taken in, in one step; see `keepTaken`. */
  readonly keep: (ctx: Writing, taken: Taken) => Promise<void>;
  /** Lets go of the file; what is gathered is forgotten. */
  readonly end: () => Promise<void>;
};

/** Starts gathering; whoever started it flushes and ends it. Everything else has its turn between transactions. */
export function openContentWriter(db: Connection): ContentWriter {
  let gathered: PlacedPart[] = [];
  let used = 0;
  let size = 0;
  // A few pieces of memory for all: new memory for each file would keep the collector busier than the encryption.
  let filling: ArrayBuffer | null = null;
  let spare: ArrayBuffer | null = null;
  let worker: WriteWorker | null = null;
  let writing: Promise<void> = Promise.resolve();

  const send = async (): Promise<void> => {
    await writing;
    if (gathered.length === 0) return;
    if (!db.open) throw new AppError('vault/locked');
    const parts = gathered;
    const room = filling ?? new ArrayBuffer(0);
    filling = spare;
    spare = null;
    const isLittle = size <= littleSize;
    gathered = [];
    used = 0;
    size = 0;
    if (isLittle && !worker) {
      explainingDisk(() =>
        putUnfinished(
          db,
          parts.map((part) => unplaced(part, room)),
        ),
      );
      spare = room;
      return;
    }
    worker ??= startWriteWorker(db);
    writing = worker.put(parts, room).then((back) => {
      spare = back;
    });
    writing.catch(() => {});
  };

  const flush = async (): Promise<void> => {
    await send();
    await writing;
  };

  const place = ({ chunks = [], ...part }: Unfinished): PlacedPart => {
    filling ??= new ArrayBuffer(batchSize);
    const memory = new Uint8Array(filling);
    const places = chunks.map(({ bytes, ...chunk }) => {
      const from = used;
      used += bytes.length;
      memory.set(bytes, from);
      return { ...chunk, from, to: used };
    });
    return { ...part, places };
  };

  let memory: Uint8Array | undefined;
  let other: Uint8Array | undefined;
  let taken = 0;
  return {
    room: async (wanted) => {
      memory ??= new Uint8Array(mostRoom);
      if (taken + wanted > memory.length) {
        // What the other piece held has been put by now; what this one holds may be still to come.
        [memory, other] = [other ?? new Uint8Array(mostRoom), memory];
        taken = 0;
      }
      taken += wanted;
      return memory.subarray(taken - wanted, taken);
    },
    put: async (part) => {
      if (size + sizeOf(part) > batchSize) await send();
      gathered.push(place(part));
      size += sizeOf(part);
      if (size >= batchSize) await send();
    },
    flush,
    forget: async (sha256) => {
      gathered = gathered.filter((part) => part.sha256 !== sha256);
      await writing.catch(() => {});
      await untilAtRest(db);
    },
    keep: async (ctx, taken) => {
      await flush();
      if (taken.ready.length > fewRecords) {
        worker ??= startWriteWorker(db);
        return worker.keep(ctx, taken);
      }
      await untilAtRest(db);
      if (!db.open) throw new AppError('vault/locked');
      keepTaken(ctx, taken);
    },
    end: async () => {
      gathered = [];
      await worker?.end();
    },
  };
}

/** In bytes, near enough: letters outside ASCII count as one. */
function sizeOf({ chunks = [], texts = [] }: Unfinished): number {
  const bytes = chunks.reduce((sum, chunk) => sum + chunk.bytes.length, 0);
  return texts.reduce((sum, text) => sum + text.length, bytes);
}
