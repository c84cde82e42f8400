import { AppError } from '../../../shared/errors.ts';
import { startWorker } from '../start-worker.ts';

/** Where a document begins in the combined PDF, and what its bookmark and its line of the contents say. */
export type CombinedPart = { readonly title: string; readonly path: string };

export type ComposeQuestion =
  | {
      readonly ask: 'number';
      readonly bytes: Uint8Array;
      readonly first: number;
      readonly marking: string;
      readonly label: string;
    }
  | {
      readonly ask: 'combine';
      readonly parts: readonly CombinedPart[];
      readonly to: string;
      readonly title: string;
      readonly marking: string;
    };

export type ComposeAnswer =
  | { readonly say: 'numbered'; readonly bytes: Uint8Array; readonly pages: number }
  /** The titles of parts that could not be put in. */
  | { readonly say: 'combined'; readonly refused: readonly string[] }
  | { readonly say: 'failed' };

export type Composer = {
  /** The copy with its pages numbered, or null for a PDF that cannot be written to. */
  readonly number: (
    question: Omit<Extract<ComposeQuestion, { ask: 'number' }>, 'ask'>,
  ) => Promise<{ readonly bytes: Uint8Array; readonly pages: number } | null>;
  /** Writes one PDF of all the parts; answers with the paths of those that could not be put in. */
  readonly combine: (
    question: Omit<Extract<ComposeQuestion, { ask: 'combine' }>, 'ask'>,
  ) => Promise<readonly string[]>;
  readonly end: () => Promise<void>;
};

/** Starts the thread that writes PDFs, away from the window. */
export function startComposer(): Composer {
  const worker = startWorker('compose-pdf');
  const ask = (question: ComposeQuestion): Promise<ComposeAnswer> =>
    new Promise((resolve, reject) => {
      worker.once('error', reject);
      worker.once('message', (said: ComposeAnswer) => {
        worker.off('error', reject);
        resolve(said);
      });
      worker.postMessage(question);
    });
  return {
    number: async (question) => {
      const said = await ask({ ask: 'number', ...question });
      return said.say === 'numbered' ? said : null;
    },
    combine: async (question) => {
      const said = await ask({ ask: 'combine', ...question });
      if (said.say !== 'combined') throw new AppError('disk/cannot-write');
      return said.refused;
    },
    end: async () => {
      await worker.terminate();
    },
  };
}
