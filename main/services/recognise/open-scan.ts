import type { EvidenceType } from '../../../shared/domain/evidence.ts';
import type { ScannedWord } from '../../../shared/domain/scan.ts';
import { type DrawingThread, openPagesIn } from '../page-picture/page-pictures.ts';
import type { Recognised } from './recognised.ts';
import type { Recogniser } from './recogniser.ts';
import { sheetAlone, tiffSheets } from './tiff-pages.ts';
import { wordsBeside } from './words-beside.ts';

/** What was read of one page. A blank one is surely read: there is nothing in it. */
export type ReadPage = {
  readonly text: string;
  readonly confidence: number;
  readonly words: readonly ScannedWord[];
};

export type OpenedScan = {
  /** Reads a page, counted from 1. Fails with `evidence/unreadable`. */
  readonly read: (page: number) => Promise<ReadPage>;
  /** Reads what stands on a page beside the words that it has as text. Fails as `read` does. */
  readonly readBeside: (page: number) => Promise<ReadPage>;
  /** Whether a page may hold words that are part of a picture. Fails as `read` does. */
  readonly hasImages: (page: number) => Promise<boolean>;
  /** Those of some pages with words of their own that may hold others in a large picture. Fails as `read` does. */
  readonly pictured: (pages: readonly number[]) => Promise<readonly number[]>;
};

/** What draws a page and what reads it. */
export type ScanThreads = { readonly drawing: DrawingThread; readonly reader: Recogniser };

/** What print is made to be read at; a page drawn larger takes longer and is not read better. */
const dpi = 300;

/**
 * Opens a PDF or an image for reading its pictures, a PDF until the next is opened in the same thread. Fails with
 * `evidence/unreadable` or `evidence/password-protected`.
 */
export async function openScan(
  type: EvidenceType,
  bytes: Uint8Array,
  { drawing, reader }: ScanThreads,
): Promise<OpenedScan> {
  if (type !== 'pdf') {
    const read = async (): Promise<ReadPage> =>
      type === 'tiff' ? readTiff(bytes, reader) : asPage(await reader.recognise({ file: bytes }));
    return {
      read,
      readBeside: read,
      hasImages: async () => true,
      pictured: async () => [],
    };
  }
  const pictures = await openPagesIn(drawing, bytes);
  return {
    read: async (page) => {
      const picture = await pictures.drawUnlessBlank(page, dpi);
      return picture ? asPage(await reader.recognise(picture)) : { text: '', confidence: 100, words: [] };
    },
    readBeside: async (page) => {
      const picture = await pictures.draw(page, dpi);
      return asPage(wordsBeside(await reader.recognise(picture), await pictures.words(page)));
    },
    pictured: pictures.pictured,
    hasImages: pictures.hasImages,
  };
}

/** Every sheet of a TIFF as one page, as sure as the least sure of them; not at all where they cannot be told apart. */
async function readTiff(bytes: Uint8Array, reader: Recogniser): Promise<ReadPage> {
  const sheets: ReadPage[] = [];
  for (const sheet of tiffSheets(bytes))
    sheets.push(asPage(await reader.recognise({ file: sheetAlone(bytes, sheet) })));
  return {
    text: sheets
      .map(({ text }) => text)
      .join('\n\n')
      .trim(),
    confidence: Math.min(...sheets.map(({ confidence }) => confidence), ...(sheets.length === 0 ? [0] : [])),
    words: sheets[0]?.words ?? [],
  };
}

const partsOfAPage = 10_000;

function asPage({ text, confidence, words, width, height }: Recognised): ReadPage {
  const across = (pixels: number): number => Math.round((pixels / Math.max(1, width)) * partsOfAPage);
  const down = (pixels: number): number => Math.round((pixels / Math.max(1, height)) * partsOfAPage);
  return {
    text,
    confidence,
    words: words.map(
      ({ text: word, box }): ScannedWord => [
        word,
        across(box.x),
        down(box.y),
        across(box.width),
        down(box.height),
      ],
    ),
  };
}
