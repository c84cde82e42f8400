import type { Worker } from 'node:worker_threads';
import { AppError, type ErrorCode, errorCodes } from '../../shared/errors.ts';
import { onEndBeside, writeBeside } from '../db/beside.ts';
import type { Connection } from '../db/connection.ts';
import type { Chunk, Unfinished } from '../db/evidence-intake.ts';
import { type SecondOpening, secondOpening } from '../db/open.ts';
import type { Writing } from './context.ts';
import { diskError } from './disk-error.ts';
import type { Taken } from './evidence/keep-taken.ts';
import { startWorker } from './start-worker.ts';

/** A part of a document whose chunks lie at these places of the memory that is handed over with it. */
export type PlacedPart = Omit<Unfinished, 'chunks'> & {
  readonly places: readonly (Omit<Chunk, 'bytes'> & { readonly from: number; readonly to: number })[];
};

/** The part with the bytes of its chunks in the memory they were placed in. */
export const unplaced = ({ places, ...part }: PlacedPart, room: ArrayBuffer): Unfinished => ({
  ...part,
  chunks: places.map(({ from, to, ...chunk }) => ({
    ...chunk,
    bytes: new Uint8Array(room, from, to - from),
  })),
});

export type WriteQuestion =
  | { readonly ask: 'open'; readonly opening: SecondOpening }
  | { readonly ask: 'put'; readonly parts: readonly PlacedPart[]; readonly room: ArrayBuffer }
  | { readonly ask: 'keep'; readonly taken: Taken; readonly at: string; readonly actor: string }
  | { readonly ask: 'index'; readonly milliseconds: number }
  | { readonly ask: 'close' };

export type WriteAnswer = ({ readonly say: 'done' } | { readonly say: 'failed'; readonly code: string }) & {
  readonly room?: ArrayBuffer;
  /** Whether more pages wait. */
  readonly hasMore?: boolean;
  /** Which tables a step touched. */
  readonly tables?: readonly string[];
};

export type WriteWorker = {
  /** Writes the parts in one transaction and gives the memory back. Fails with `disk/full` or `vault/locked`. */
  readonly put: (parts: readonly PlacedPart[], room: ArrayBuffer) => Promise<ArrayBuffer>;
  /** Keeps what was taken in as `keepTaken` does, however much there is of it. Fails as that and as `put` do. */
  readonly keep: (ctx: Writing, taken: Taken) => Promise<void>;
  /** Puts waiting pages into the search index for about so long; false when none is left. Fails as `put` does. */
  readonly index: (milliseconds: number) => Promise<boolean>;
  /** Lets go of the file when what it is writing is written, and ends. */
  readonly end: () => Promise<void>;
};

/** Starts the thread that writes into the open file through a connection of its own; one question at a time. */
export function startWriteWorker(db: Connection): WriteWorker {
  const opening = secondOpening(db);
  if (!opening) throw new AppError('vault/locked');
  const worker: Worker = startWorker('write-beside');
  let hasEnded = false;

  const ask = (question: WriteQuestion, handedOver: readonly ArrayBuffer[] = []): Promise<WriteAnswer> =>
    new Promise((resolve, reject) => {
      const gone = (error: unknown): void =>
        reject(error instanceof Error ? error : new AppError('vault/locked'));
      worker.once('error', gone).once('exit', gone);
      worker.once('message', (said: WriteAnswer) => {
        worker.off('error', gone).off('exit', gone);
        if (said.say === 'done') resolve(said);
        else reject(failureOf(said.code));
      });
      worker.postMessage(question, [...handedOver]);
    });

  let last: Promise<unknown> = ask({ ask: 'open', opening });
  last.catch(() => {});
  const ending = async (): Promise<void> => {
    await last.catch(() => {});
    await ask({ ask: 'close' }).catch(() => {});
    await worker.terminate();
  };
  let ended: Promise<void> | null = null;
  const forgetEnd = onEndBeside(db, () => end());
  const end = (): Promise<void> => {
    hasEnded = true;
    ended ??= ending().finally(forgetEnd);
    return ended;
  };

  const write = async (question: WriteQuestion, handedOver: readonly ArrayBuffer[] = []) => {
    await last;
    const writing = writeBeside(db, () => {
      if (hasEnded || !db.open) throw new AppError('vault/locked');
      return ask(question, handedOver);
    });
    last = writing;
    return writing;
  };

  return {
    put: async (parts, room) =>
      (await write({ ask: 'put', parts, room }, [room])).room ?? new ArrayBuffer(room.byteLength),
    keep: async (ctx, taken) => {
      const { tables = [] } = await write({ ask: 'keep', taken, at: ctx.clock(), actor: ctx.actor });
      if (tables.length > 0) ctx.changed(tables);
    },
    index: async (milliseconds) => (await write({ ask: 'index', milliseconds })).hasMore ?? false,
    end,
  };
}

function failureOf(code: string): Error {
  if ((errorCodes as readonly string[]).includes(code)) return new AppError(code as ErrorCode);
  return diskError({ code }) ?? Object.assign(new Error('It was not written'), { code });
}
