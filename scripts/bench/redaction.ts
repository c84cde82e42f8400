import { openPagePictures } from '../../main/services/page-picture/page-pictures.ts';
import { buildCopy } from '../../main/services/redaction/build-copy.ts';
import { readingDpi } from '../../main/services/redaction/copy/burn.ts';
import type { KnownChild } from '../../shared/domain/leak.ts';
import { boxesOf, joinWords, type PlacedPage } from '../../shared/domain/redaction/placed-words.ts';
import { RedactionMark } from '../../shared/domain/redaction/redaction.ts';
import { findAll, identifierFinder, profileSearches } from '../../shared/domain/redaction/searches.ts';
import type { Benchmark } from './benchmark.ts';
import { findAnywhere } from './find-anywhere.ts';
import { gone, makeReport } from './redaction-corpus.ts';
import { timed } from './rounds.ts';
import { rowOf } from './rows.ts';

/** A page takes about as long as any other, so a few tell how fast it goes; that nothing is found is proved on many. */
const PAGES = { few: 24, full: 200 };

const child: KnownChild = {
  ...{ id: 'b', code: 'B', forename: gone.forename, surname: gone.surname, knownAs: '', dateOfBirth: null },
  ...{ upn: '', nhsNumber: gone.nhsNumber, postcode: '' },
};
const watched = { profile: 'names', own: null, children: [child], adults: [] } as const;

export const redaction: Benchmark = {
  key: 'redaction',
  // Nearly all of the time goes into reading each page. Two readers on two quiet cores came to 0.041; one cannot reach the aim.
  about: `a safe copy of ${PAGES.few} pages (${PAGES.full} with --full), from which no engine may read a name, against plainly drawing the same pages`,
  run: async ({ isFull }) => {
    const count = isFull ? PAGES.full : PAGES.few;
    const bytes = await makeReport(count);
    const pagesPerSecond = async (work: () => Promise<void>): Promise<number> =>
      count / ((await timed(work)) / 1000);
    const drawn = await pagesPerSecond(() => drawAll(bytes));
    const pages = await placedPages(bytes);
    let copy = new Uint8Array();
    const made = await pagesPerSecond(async () => {
      const marks = pages.flatMap(marksOf);
      const built = await buildCopy({ bytes, pages, scans: [], watched, marks, onPage: () => {} });
      if ('problems' in built) throw new Error(`The copy was refused: ${JSON.stringify(built.problems)}`);
      copy = Uint8Array.from(built.bytes);
    });
    const found = await findAnywhere(copy, Object.values(gone));
    if (found.length > 0) throw new Error(`The name is still found: ${found.join(', ')}.`);
    return [
      rowOf(
        {
          name: `${count} pages made safe, read anew and proved, against drawing them at ${readingDpi} dots to the inch`,
          ...{ unit: 'pages/s', value: made, peer: drawn },
        },
        { of: 'ratio', atLeast: 0.03 },
      ),
    ];
  },
};

async function drawAll(bytes: Uint8Array): Promise<void> {
  const pdf = await openPagePictures(bytes);
  try {
    for (let page = 1; page <= pdf.sizes.length; page += 1) await pdf.draw(page, readingDpi);
  } finally {
    await pdf.close();
  }
}

async function placedPages(bytes: Uint8Array): Promise<readonly PlacedPage[]> {
  const pdf = await openPagePictures(bytes);
  try {
    const pages: PlacedPage[] = [];
    for (const [at, size] of pdf.sizes.entries()) pages.push({ size, words: await pdf.words(at + 1) });
    return pages;
  } finally {
    await pdf.close();
  }
}

function marksOf(page: PlacedPage, at: number): readonly RedactionMark[] {
  const found = findAll(
    joinWords(page.words),
    profileSearches('names', watched),
    identifierFinder('names', watched),
  );
  return found.flatMap(({ words, reason }) =>
    boxesOf(page, words).map((box) =>
      RedactionMark.parse({
        ...{ id: 'm', redactionId: 'r', page: at + 1, reason, how: 'word', isLeft: false },
        ...box,
      }),
    ),
  );
}
