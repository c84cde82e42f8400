import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { openPagePictures } from '../../main/services/page-picture/page-pictures.ts';
import { buildCopy } from '../../main/services/redaction/build-copy.ts';
import type { KnownChild } from '../../shared/domain/leak.ts';
import { boxesOf, joinWords, type PlacedPage } from '../../shared/domain/redaction/placed-words.ts';
import { RedactionMark } from '../../shared/domain/redaction/redaction.ts';
import { findAll, identifierFinder, profileSearches } from '../../shared/domain/redaction/searches.ts';
import type { Benchmark } from './benchmark.ts';
import { findAnywhere } from './find-anywhere.ts';
import { rowOf } from './rows.ts';

const PAGES = 200;
const LINES = 12;
const DPI = 200;
/** A copy has been read to the last page when it is made; reading it all once more would double the time. */
const READ_EVERY = 10;

const child: KnownChild = {
  ...{ id: 'b', code: 'B', forename: 'Ottoline', surname: 'Marchbanks', knownAs: '', dateOfBirth: null },
  ...{ upn: '', nhsNumber: '9990000018', postcode: '' },
};
const watched = { profile: 'names', own: null, children: [child], adults: [] } as const;

export const redaction: Benchmark = {
  key: 'redaction',
  // Nearly all of the time goes into reading each page anew; 12 pages on two loaded cores came to 0.042 of drawing them.
  about: `a safe copy of ${PAGES} pages, from which no engine may read a name, against plainly drawing the same pages; reading a page anew takes some 25 times as long as drawing it, so the aim is 0.03`,
  run: async () => {
    const bytes = await makeReport();
    const drawn = await pagesPerSecond(() => drawAll(bytes));
    const pages = await placedPages(bytes);
    let copy = new Uint8Array();
    const made = await pagesPerSecond(async () => {
      const built = await buildCopy({
        bytes,
        pages,
        scans: [],
        watched,
        marks: pages.flatMap(marksOf),
        onPage: () => {},
      });
      if ('problems' in built) throw new Error(`The copy was refused: ${JSON.stringify(built.problems)}`);
      copy = Uint8Array.from(built.bytes);
    });
    const found = await findAnywhere(copy, ['Ottoline', 'Marchbanks', '9990000018'], READ_EVERY);
    if (found.length > 0) throw new Error(`The name is still found: ${found.join(', ')}.`);
    return [
      rowOf(
        {
          name: 'pages made safe, read anew and proved, against pages drawn at 200 dots to the inch',
          unit: 'pages/s',
          value: made,
          peer: drawn,
        },
        { of: 'ratio', atLeast: 0.03 },
      ),
    ];
  },
};

async function pagesPerSecond(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return PAGES / ((performance.now() - start) / 1000);
}

async function makeReport(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let page = 0; page < PAGES; page += 1) {
    const sheet = pdf.addPage([595, 842]);
    for (let line = 0; line < LINES; line += 1) {
      const name = line === page % LINES ? 'Ottoline Marchbanks, 999 000 0018,' : 'the school';
      sheet.drawText(`In the spring ${name} was heard about by the panel, as said on page ${page + 1}.`, {
        ...{ x: 50, y: 780 - line * 24, size: 11, font },
      });
    }
  }
  pdf.setTitle('Report about Ottoline Marchbanks');
  return pdf.save();
}

async function drawAll(bytes: Uint8Array): Promise<void> {
  const pdf = await openPagePictures(bytes);
  try {
    for (let page = 1; page <= PAGES; page += 1) await pdf.draw(page, DPI);
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
