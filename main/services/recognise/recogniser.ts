import { AppError, type AppFailure } from '../../../shared/errors.ts';
import { limitedWorker } from '../limited-worker.ts';
import type { Readable, Recognised } from './recognised.ts';

export type RecogniseQuestion =
  | { readonly ask: 'read'; readonly picture: Readable }
  | { readonly ask: 'redraw'; readonly file: Uint8Array };

export type RecogniseAnswer =
  | { readonly say: 'redrawn'; readonly png: Uint8Array<ArrayBuffer> }
  | { readonly say: 'read'; readonly recognised: Recognised }
  | { readonly say: 'failed'; readonly failure: AppFailure };

export type Recogniser = {
  /**
   * The words in a picture, whose pixels are handed over. Fails with `evidence/unreadable`, also where it takes too
   * long, and others can still be read.
   */
  readonly recognise: (picture: Readable) => Promise<Recognised>;
  /** The first page of an image file as a PNG. Fails as `recognise` does, and where it is packed in a way unknown here. */
  readonly redraw: (file: Uint8Array) => Promise<Uint8Array<ArrayBuffer>>;
  readonly close: () => Promise<void>;
};

const patience = { milliseconds: 180_000, megabytes: 1024 };

/** Starts reading words in pictures, in a thread of its own and with nothing but what is bundled. */
export function openRecogniser(limits = patience): Recogniser {
  const thread = limitedWorker<RecogniseQuestion, RecogniseAnswer>('recognise', limits);
  const ask = async (question: RecogniseQuestion, handedOver: readonly ArrayBuffer[] = []) => {
    const answer = await thread.ask(question, handedOver);
    if (!answer) throw new AppError('evidence/unreadable', 'It could not be read in time.');
    if (answer.say === 'failed') throw new AppError(answer.failure.code, answer.failure.detail);
    return answer;
  };
  return {
    recognise: async (picture) => {
      const answer = await ask(...reading(picture));
      if (answer.say !== 'read') throw new AppError('evidence/unreadable');
      return answer.recognised;
    },
    redraw: async (file) => {
      const answer = await ask({ ask: 'redraw', file: new Uint8Array(file) });
      if (answer.say !== 'redrawn') throw new AppError('evidence/unreadable');
      return answer.png;
    },
    close: thread.close,
  };
}

function reading(picture: Readable): [RecogniseQuestion, readonly ArrayBuffer[]] {
  if ('file' in picture) return [{ ask: 'read', picture: { file: new Uint8Array(picture.file) } }, []];
  return [{ ask: 'read', picture }, [picture.rgba.buffer]];
}
