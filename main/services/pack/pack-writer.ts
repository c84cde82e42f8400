import type { IsoInstant } from '../../../shared/domain/time.ts';
import { AppError } from '../../../shared/errors.ts';
import { onEndBeside } from '../../db/beside.ts';
import type { Connection } from '../../db/connection.ts';
import { type SecondOpening, secondOpening } from '../../db/open.ts';
import { diskError } from '../disk-error.ts';
import { startWorker } from '../start-worker.ts';

/** Where a pack goes: a folder that is there and empty, a zip that is not there yet, or both. */
export type PackPlaces = {
  readonly folder: string | null;
  readonly zip: {
    readonly path: string;
    readonly passphrase: string;
    /** The folder that the files are in inside it. */
    readonly name: string;
    readonly madeAt: IsoInstant;
  } | null;
};

/** A file of a pack: its bytes, a document of the engagement, or a file on the disk. */
export type PackFile =
  | { readonly bytes: Uint8Array }
  | { readonly document: string; readonly size: number }
  | { readonly file: string };

export type WrittenFile = { readonly sha256: string; readonly size: number };

export type PackQuestion =
  | {
      readonly ask: 'open';
      readonly opening: SecondOpening;
      readonly places: PackPlaces;
      /** Not 0 once the work is to stop. */
      readonly stop: Int32Array;
    }
  | { readonly ask: 'put'; readonly path: string; readonly file: PackFile }
  | { readonly ask: 'finish' }
  | { readonly ask: 'close' };

export type PackAnswer =
  | { readonly say: 'written'; readonly written: WrittenFile }
  | { readonly say: 'on'; readonly bytes: number }
  | { readonly say: 'done' }
  | { readonly say: 'failed'; readonly code: string };

export type PackWriter = {
  /**
   * Writes a file under its path in the pack, hashed as it is written. `onBytes` hears how it gets on, and what it throws
   * stops the work. Fails with `disk/full`, `disk/cannot-write`, `vault/locked`, or `vault/damaged` where a document no
   * longer has its hash.
   */
  readonly put: (path: string, file: PackFile, onBytes?: (count: number) => void) => Promise<WrittenFile>;
  /** Settles when all of it is on the disk. */
  readonly finish: () => Promise<void>;
  /** Lets go of everything; what is not finished is left unfinished. */
  readonly end: () => Promise<void>;
};

/** Starts the thread that writes a pack, with a connection of its own, so that neither is felt in the window. */
export function startPackWriter(db: Connection, places: PackPlaces): PackWriter {
  const opening = secondOpening(db);
  if (!opening) throw new AppError('vault/locked');
  const worker = startWorker('write-pack');
  const stop = new Int32Array(new SharedArrayBuffer(4));

  const ask = (question: PackQuestion, onBytes?: (count: number) => void): Promise<PackAnswer> =>
    new Promise((resolve, reject) => {
      const over = (): void => {
        worker.off('error', gone).off('exit', gone).off('message', hear);
      };
      const gone = (error: unknown): void => {
        over();
        reject(error instanceof Error ? error : new AppError('vault/locked'));
      };
      let thrown: unknown = null;
      const hear = (said: PackAnswer): void => {
        if (said.say === 'on') {
          try {
            if (thrown === null) onBytes?.(said.bytes);
          } catch (error) {
            thrown = error;
            Atomics.store(stop, 0, 1);
          }
          return;
        }
        over();
        if (thrown !== null) reject(thrown);
        else if (said.say === 'failed') reject(failureOf(said.code));
        else resolve(said);
      };
      worker.on('error', gone).on('exit', gone).on('message', hear);
      worker.postMessage(question);
    });

  let last: Promise<unknown> = ask({ ask: 'open', opening, places, stop });
  last.catch(() => {});
  const next = (question: PackQuestion, onBytes?: (count: number) => void): Promise<PackAnswer> => {
    const answer = last.then(() => ask(question, onBytes));
    last = answer;
    answer.catch(() => {});
    return answer;
  };
  const ending = async (): Promise<void> => {
    Atomics.store(stop, 0, 1);
    await last.catch(() => {});
    await ask({ ask: 'close' }).catch(() => {});
    await worker.terminate();
  };
  let ended: Promise<void> | null = null;
  const forgetEnd = onEndBeside(db, () => end());
  const end = (): Promise<void> => {
    ended ??= ending().finally(forgetEnd);
    return ended;
  };

  return {
    put: async (path, file, onBytes) => {
      const said = await next({ ask: 'put', path, file }, onBytes);
      if (said.say !== 'written') throw new AppError('vault/locked');
      return said.written;
    },
    finish: async () => {
      await next({ ask: 'finish' });
    },
    end,
  };
}

function failureOf(code: string): Error {
  if (code === 'vault/damaged') return new AppError(code);
  if (code === 'vault/locked') return new AppError(code);
  return diskError({ code }) ?? Object.assign(new Error('The pack was not written'), { code });
}
