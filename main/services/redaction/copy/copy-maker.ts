import type { Box, PageSize } from '../../../../shared/domain/redaction/boxes.ts';
import { AppError, type AppFailure } from '../../../../shared/errors.ts';
import { limitedWorker } from '../../limited-worker.ts';
import type { Picture } from '../../page-picture/picture.ts';
import type { PageImage } from './burn.ts';
import type { SeenPage } from './see-page.ts';
import type { CopyToVerify, Wrong } from './verify-copy.ts';
import type { CopyPage } from './write-copy.ts';

export type CopyQuestion =
  | {
      readonly ask: 'burn';
      readonly picture: Picture;
      readonly size: PageSize;
      readonly marks: readonly Box[];
      readonly isScan: boolean;
    }
  | { readonly ask: 'write'; readonly pages: readonly CopyPage[] }
  | { readonly ask: 'verify'; readonly copy: CopyToVerify };

export type CopyAnswer =
  | ({ readonly say: 'burnt' } & BurntPage)
  | { readonly say: 'written'; readonly bytes: Uint8Array }
  | { readonly say: 'verified'; readonly wrong: readonly Wrong[] }
  | { readonly say: 'failed'; readonly failure: AppFailure };

/** A picture as it goes into a PDF, and as it is seen once it is in one. */
export type BurntPage = { readonly image: PageImage; readonly seen: SeenPage };

export type CopyMaker = {
  /** Burns the marks into the picture, whose pixels are handed over. */
  readonly burn: (
    picture: Picture,
    size: PageSize,
    marks: { readonly boxes: readonly Box[]; readonly isScan: boolean },
  ) => Promise<BurntPage>;
  readonly write: (pages: readonly CopyPage[]) => Promise<Uint8Array>;
  readonly verify: (copy: CopyToVerify) => Promise<readonly Wrong[]>;
  readonly close: () => Promise<void>;
};

const patience = { milliseconds: 600_000, megabytes: 1024 };

/** Starts the thread that burns marks into pictures, writes copies and verifies them. */
export function openCopyMaker(): CopyMaker {
  const thread = limitedWorker<CopyQuestion, CopyAnswer>('make-copy', patience);
  const ask = async (question: CopyQuestion, handedOver: readonly ArrayBuffer[] = []) => {
    const answer = await thread.ask(question, handedOver);
    if (!answer) throw new AppError('evidence/unreadable', 'Making the copy took too long.');
    if (answer.say === 'failed') throw new AppError(answer.failure.code, answer.failure.detail);
    return answer;
  };
  const unexpected = () => new AppError('evidence/unreadable');
  return {
    burn: async (picture, size, { boxes: marks, isScan }) => {
      const answer = await ask({ ask: 'burn', picture, size, marks, isScan }, [picture.rgba.buffer]);
      if (answer.say !== 'burnt') throw unexpected();
      return answer;
    },
    write: async (pages) => {
      const answer = await ask({ ask: 'write', pages });
      if (answer.say !== 'written') throw unexpected();
      return answer.bytes;
    },
    verify: async (copy) => {
      const answer = await ask({ ask: 'verify', copy });
      if (answer.say !== 'verified') throw unexpected();
      return answer.wrong;
    },
    close: thread.close,
  };
}
