import type { PlacedWord } from '../../../shared/domain/redaction/placed-words.ts';
import { AppError, type AppFailure } from '../../../shared/errors.ts';
import { type LimitedWorker, limitedWorker } from '../limited-worker.ts';
import type { PageSize, Picture } from './picture.ts';

export type DrawQuestion =
  | { readonly ask: 'open'; readonly bytes: Uint8Array }
  | { readonly ask: 'draw'; readonly page: number; readonly dpi: number; readonly unlessBlank?: boolean }
  | { readonly ask: 'words'; readonly page: number }
  | { readonly ask: 'has-images'; readonly page: number }
  | { readonly ask: 'pictured'; readonly pages: readonly number[] };

export type DrawAnswer =
  | { readonly say: 'opened'; readonly sizes: readonly PageSize[] }
  | { readonly say: 'looked'; readonly hasImages: boolean }
  | { readonly say: 'pictured'; readonly pages: readonly number[] }
  | { readonly say: 'drawn'; readonly picture: DrawnPage }
  | { readonly say: 'blank' }
  | { readonly say: 'words'; readonly words: readonly PlacedWord[] }
  | { readonly say: 'failed'; readonly failure: AppFailure };

export type DrawnPage = Picture & {
  /** The dots to the inch it was drawn at: fewer than asked for where the page is very large. */
  readonly dpi: number;
};

export type PagePictures = {
  /** The pages as they are shown, turned and cropped, in order. */
  readonly sizes: readonly PageSize[];
  /**
   * A page, counted from 1, with its notes and filled-in fields. Fails with `evidence/unreadable`, also where drawing
   * takes too long, and other pages can still be drawn.
   */
  readonly draw: (page: number, dpi: number) => Promise<DrawnPage>;
  /** The same, or null for a page with nothing on it, which is found out where it is drawn. Fails as drawing does. */
  readonly drawUnlessBlank: (page: number, dpi: number) => Promise<DrawnPage | null>;
  /** The words of a page's text, as they stand in the PDF, and where. Fails as drawing does. */
  readonly words: (page: number) => Promise<readonly PlacedWord[]>;
  /** Whether a page may hold words that are part of a picture. Fails as `draw` does. */
  readonly hasImages: (page: number) => Promise<boolean>;
  /** Those of some pages with words that may hold others in a large picture. Fails as `draw` does. */
  readonly pictured: (pages: readonly number[]) => Promise<readonly number[]>;
};

/** Pages drawn in a thread of their own, which ends when they are closed. */
export type OwnPagePictures = PagePictures & { readonly close: () => Promise<void> };

const patience = { milliseconds: 60_000, megabytes: 1024 };

/** A thread that draws pages of one PDF after another. */
export type DrawingThread = LimitedWorker<DrawQuestion, DrawAnswer>;

/** Begins no work before the first PDF is opened in it. */
export const startDrawing = (limits = patience): DrawingThread => limitedWorker('draw-pages', limits);

/**
 * Opens a PDF for drawing its pages. Fails with `evidence/password-protected` or `evidence/unreadable`.
 */
export async function openPagePictures(bytes: Uint8Array, limits = patience): Promise<OwnPagePictures> {
  const thread = startDrawing(limits);
  try {
    return { ...(await openPagesIn(thread, bytes)), close: thread.close };
  } catch (error) {
    await thread.close();
    throw error;
  }
}

/**
 * Opens a PDF for drawing its pages in a thread, until the next is opened in it. The bytes stay the caller's, and are
 * handed to a fresh thread when one was given up. Fails as `openPagePictures` does.
 */
export async function openPagesIn(thread: DrawingThread, bytes: Uint8Array): Promise<PagePictures> {
  let isOpen = false;

  const ask = async (question: DrawQuestion): Promise<Exclude<DrawAnswer, { say: 'failed' }>> => {
    const answer = await thread.ask(question);
    if (!answer) {
      isOpen = false;
      throw new AppError('evidence/unreadable', 'It could not be drawn.');
    }
    if (answer.say === 'failed') throw new AppError(answer.failure.code, answer.failure.detail);
    return answer;
  };

  const open = async (): Promise<readonly PageSize[]> => {
    // Copied alone: handing over part of a piece of memory would copy the whole of it.
    const answer = await ask({ ask: 'open', bytes: bytes.slice() });
    isOpen = true;
    return answer.say === 'opened' ? answer.sizes : [];
  };

  const sizes = await open();
  return {
    sizes,
    hasImages: async (page) => {
      if (!isOpen) await open();
      const answer = await ask({ ask: 'has-images', page });
      return answer.say === 'looked' && answer.hasImages;
    },
    pictured: async (pages) => {
      if (!isOpen) await open();
      const answer = await ask({ ask: 'pictured', pages });
      return answer.say === 'pictured' ? answer.pages : [];
    },
    draw: async (page, dpi) => {
      if (!isOpen) await open();
      const answer = await ask({ ask: 'draw', page, dpi });
      if (answer.say !== 'drawn') throw new AppError('evidence/unreadable');
      return answer.picture;
    },
    drawUnlessBlank: async (page, dpi) => {
      if (!isOpen) await open();
      const answer = await ask({ ask: 'draw', page, dpi, unlessBlank: true });
      return answer.say === 'drawn' ? answer.picture : null;
    },
    words: async (page) => {
      if (!isOpen) await open();
      const answer = await ask({ ask: 'words', page });
      return answer.say === 'words' ? answer.words : [];
    },
  };
}
