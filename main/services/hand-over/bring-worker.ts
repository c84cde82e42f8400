import type { Worker } from 'node:worker_threads';
import type { Choice } from '../../../shared/domain/hand-over/merge.ts';
import { AppError, type ErrorCode, errorCodes } from '../../../shared/errors.ts';
import type { BroughtBack, ReturnView } from '../../../shared/ipc/hand-over.ts';
import { onEndBeside, writeBeside } from '../../db/beside.ts';
import type { FileKey } from '../../db/cipher.ts';
import type { Connection } from '../../db/connection.ts';
import { type SecondOpening, secondOpening } from '../../db/open.ts';
import { diskError } from '../disk-error.ts';
import { startWorker } from '../start-worker.ts';

export type OtherFile = { readonly path: string; readonly key: FileKey; readonly fileName: string };
type Choices = readonly (readonly [string, Choice])[];

export type BringQuestion =
  | { readonly ask: 'open'; readonly opening: SecondOpening; readonly other: OtherFile }
  | { readonly ask: 'look' }
  | { readonly ask: 'copy' }
  | { readonly ask: 'bring'; readonly choices: Choices; readonly actor: string; readonly at: string }
  | { readonly ask: 'close' };

export type BringAnswer =
  | { readonly say: 'done' }
  | { readonly say: 'seen'; readonly view: ReturnView }
  /** Whether more is to be copied. */
  | { readonly say: 'copied'; readonly hasMore: boolean }
  | { readonly say: 'brought'; readonly brought: BroughtBack; readonly tables: readonly string[] }
  | { readonly say: 'failed'; readonly code: string; readonly detail?: string; readonly message: string };

export type BringWorker = {
  readonly look: () => Promise<ReturnView>;
  /** Copies the documents a little at a time, so that the window has its turn between. */
  readonly copy: () => Promise<void>;
  readonly bring: (
    choices: Choices,
    by: { readonly actor: string; readonly at: string },
  ) => Promise<{ readonly brought: BroughtBack; readonly tables: readonly string[] }>;
  /** Lets go of both files, after what is being written is written. */
  readonly end: () => Promise<void>;
};

/** Starts the thread that compares the open file with another copy and brings that one back into it. */
export function startBringWorker(db: Connection, other: OtherFile): BringWorker {
  const opening = secondOpening(db);
  if (!opening) throw new AppError('vault/locked');
  const worker: Worker = startWorker('bring-back');
  let hasEnded = false;

  const ask = (question: BringQuestion): Promise<Exclude<BringAnswer, { say: 'failed' }>> =>
    new Promise((resolve, reject) => {
      const gone = (error: unknown): void =>
        reject(error instanceof Error ? error : new AppError('vault/locked'));
      worker.once('error', gone).once('exit', gone);
      worker.once('message', (said: BringAnswer) => {
        worker.off('error', gone).off('exit', gone);
        if (said.say === 'failed') reject(failureOf(said));
        else resolve(said);
      });
      worker.postMessage(question);
    });

  let last: Promise<unknown> = ask({ ask: 'open', opening, other });
  last.catch(() => {});
  let ended: Promise<void> | null = null;
  const forgetEnd = onEndBeside(db, () => end());
  const end = (): Promise<void> => {
    hasEnded = true;
    ended ??= last
      .catch(() => {})
      .then(() => ask({ ask: 'close' }))
      .catch(() => {})
      .then(() => worker.terminate())
      .then(() => {
        forgetEnd();
      });
    return ended;
  };

  const alone = async (question: BringQuestion) => {
    await last;
    const working = writeBeside(db, () => {
      if (hasEnded || !db.open) throw new AppError('vault/locked');
      return ask(question);
    });
    last = working;
    return working;
  };

  return {
    look: async () => {
      const said = await alone({ ask: 'look' });
      if (said.say !== 'seen') throw new AppError('hand-over/nothing-open');
      return said.view;
    },
    copy: async () => {
      for (let hasMore = true; hasMore; ) {
        const said = await alone({ ask: 'copy' });
        hasMore = said.say === 'copied' && said.hasMore;
      }
    },
    bring: async (choices, by) => {
      const said = await alone({ ask: 'bring', choices, ...by });
      if (said.say !== 'brought') throw new AppError('hand-over/nothing-open');
      return said;
    },
    end,
  };
}

function failureOf(said: Extract<BringAnswer, { say: 'failed' }>): Error {
  const isOurs = (errorCodes as readonly string[]).includes(said.code);
  if (isOurs) return new AppError(said.code as ErrorCode, said.detail);
  return diskError(said) ?? Object.assign(new Error(said.message), { code: said.code });
}
