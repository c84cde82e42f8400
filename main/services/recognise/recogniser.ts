import { AppError, type AppFailure } from '../../../shared/errors.ts';
import { limitedWorker } from '../limited-worker.ts';
import type { Readable, Recognised } from './recognised.ts';

export type RecogniseAnswer =
  | { readonly say: 'read'; readonly recognised: Recognised }
  | { readonly say: 'failed'; readonly failure: AppFailure };

export type Recogniser = {
  /**
   * The words in a picture, whose pixels are handed over. Fails with `evidence/unreadable`, also where it takes too
   * long, and others can still be read.
   */
  readonly recognise: (picture: Readable) => Promise<Recognised>;
  readonly close: () => Promise<void>;
};

const patience = { milliseconds: 180_000, megabytes: 1024 };

/** Starts reading words in pictures, in a thread of its own and with nothing but what is bundled. */
export function openRecogniser(limits = patience): Recogniser {
  const thread = limitedWorker<Readable, RecogniseAnswer>('recognise', limits);
  return {
    recognise: async (picture) => {
      const answer = await thread.ask(...handedOver(picture));
      if (!answer) throw new AppError('evidence/unreadable', 'Its words could not be read in time.');
      if (answer.say === 'failed') throw new AppError(answer.failure.code, answer.failure.detail);
      return answer.recognised;
    },
    close: thread.close,
  };
}

function handedOver(picture: Readable): [Readable, readonly ArrayBuffer[]] {
  return 'file' in picture ? [{ file: picture.file.slice() }, []] : [picture, [picture.rgba.buffer]];
}
