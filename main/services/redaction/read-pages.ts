import type { PlacedPage, PlacedWord } from '../../../shared/domain/redaction/placed-words.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Connection } from '../../db/connection.ts';
import { readContent } from '../../db/evidence-content.ts';
import type { Context } from '../context.ts';
import { openPagePictures, type PagePictures } from '../page-picture/page-pictures.ts';
import type { Recognised } from '../recognise/recognised.ts';
import type { Recogniser } from '../recognise/recogniser.ts';
import { readSideBySide } from '../recognise/side-by-side.ts';
import { wordsBeside } from '../recognise/words-beside.ts';
import { readingDpi } from './copy/burn.ts';

/** The words of a PDF and where they stand; on pages that are pictures they were read from the picture. */
export type ReadPages = {
  readonly pages: readonly PlacedPage[];
  /** The pages, counted from 1, of whose words some were read from a picture. */
  readonly pictures: readonly number[];
};

/** A page with fewer words of text than this may be a scan with a line of text laid on it. */
const fewWords = 12;

/** The document that was read last: looking for places, marking and making a copy come one after another. */
const kept = new WeakMap<Connection, { readonly sha256: string; readonly read: Promise<ReadPages> }>();

type OnPage = (done: number, total: number) => void;

/**
 * Reads every page of a PDF, once while it is the one that is worked on. `onPage` hears before each page how far it is,
 * and may throw to stop. Fails with `evidence/password-protected`, `evidence/unreadable` or `vault/locked`.
 */
export async function readPages({ db }: Context, sha256: string, onPage: OnPage): Promise<ReadPages> {
  const known = kept.get(db);
  const read = known?.sha256 === sha256 ? known.read : readAll(readContent(db, sha256), onPage);
  kept.set(db, { sha256, read });
  try {
    const pages = await read;
    if (!db.open) throw new AppError('vault/locked');
    return pages;
  } catch (error) {
    if (kept.get(db)?.read === read) kept.delete(db);
    throw error;
  }
}

async function readAll(bytes: Uint8Array, onPage: OnPage): Promise<ReadPages> {
  const pdf = await openPagePictures(bytes);
  try {
    const read: Awaited<ReturnType<typeof readPage>>[] = [];
    let done = 0;
    await readSideBySide(pdf.sizes.length, async (at, reader) => {
      onPage(done, pdf.sizes.length);
      read[at] = await readPage(pdf, reader, at + 1);
      done += 1;
    });
    return {
      pages: pdf.sizes.map((size, at) => ({ size, words: read[at]?.words ?? [] })),
      pictures: read.flatMap(({ isPicture }, at) => (isPicture ? [at + 1] : [])),
    };
  } finally {
    await pdf.close();
  }
}

async function readPage(pdf: PagePictures, recogniser: Recogniser, page: number) {
  const words = await pdf.words(page);
  const isFew = words.length < fewWords;
  if (!isFew && (await pdf.pictured([page])).length === 0) return { words, isPicture: false };
  const picture = await pdf.draw(page, readingDpi);
  const { width, height } = picture;
  const read = await recogniser.recognise(picture);
  const seen = placedWords(isFew ? read : wordsBeside(read, words), { width, height });
  return { words: [...words, ...seen], isPicture: seen.length > (isFew ? words.length : 0) };
}

/** What was read from a picture, in shares of the page. */
export function placedWords(
  { words }: Recognised,
  { width, height }: { readonly width: number; readonly height: number },
): readonly PlacedWord[] {
  return words.map(({ text, box }) => ({
    text,
    box: {
      left: box.x / width,
      top: box.y / height,
      width: box.width / width,
      height: box.height / height,
    },
  }));
}
