import {
  type Box,
  isCovered,
  type PageSize,
  paddedBox,
  shareCovered,
} from '../../../shared/domain/redaction/boxes.ts';
import type { PlacedPage, PlacedWord } from '../../../shared/domain/redaction/placed-words.ts';
import type { RedactionMark } from '../../../shared/domain/redaction/redaction.ts';
import { markedTerms, type Watched, watchFor } from '../../../shared/domain/redaction/verify.ts';
import type { CopyProblem } from '../../../shared/ipc/redactions.ts';
import { openPagePictures, type PagePictures } from '../page-picture/page-pictures.ts';
import { readSideBySide } from '../recognise/side-by-side.ts';
import { readingDpi } from './copy/burn.ts';
import { type CopyMaker, openCopyMaker } from './copy/copy-maker.ts';
import type { CopyPage } from './copy/write-copy.ts';
import { marksOn } from './find-places.ts';
import { placedWords } from './read-pages.ts';

export type CopyPlan = {
  /** Of the PDF that is redacted. */
  readonly bytes: Uint8Array;
  /** Its words and where they stand. */
  readonly pages: readonly PlacedPage[];
  /** The pages, counted from 1, that are pictures. */
  readonly scans: readonly number[];
  readonly marks: readonly RedactionMark[];
  readonly watched: Watched;
  /** Hears how many pages are done, and may throw to stop. */
  readonly onPage: (done: number) => void;
};

export type Built = { readonly bytes: Uint8Array } | { readonly problems: readonly CopyProblem[] };

/**
 * Makes the safe copy: every page drawn, the marks burnt into its pixels, its words read from what is left, and all of it
 * written to a new file. Then everything that has to be gone is looked for in that file; where any of it is found, there is
 * no copy, only where it was found.
 */
export async function buildCopy(plan: CopyPlan): Promise<Built> {
  const pdf = await openPagePictures(plan.bytes);
  const maker = openCopyMaker();
  try {
    const made = await makePages(plan, { pdf, maker });
    const bytes = await maker.write(made);
    const problems = await verified(plan, maker, made, bytes);
    return problems.length > 0 ? { problems } : { bytes };
  } finally {
    await Promise.all([pdf.close(), maker.close()]);
  }
}

type MadePage = CopyPage & { readonly read: readonly PlacedWord[]; readonly seen: string };

type Threads = { readonly pdf: PagePictures; readonly maker: CopyMaker };

async function makePages(plan: CopyPlan, { pdf, maker }: Threads): Promise<readonly MadePage[]> {
  const made: MadePage[] = [];
  let done = 0;
  await readSideBySide(pdf.sizes.length, async (at, reader) => {
    plan.onPage(done);
    const size = pdf.sizes[at] ?? { width: 1, height: 1 };
    const marks = burntOn(plan.marks, at + 1);
    const { image, seen } = await maker.burn(await pdf.draw(at + 1, readingDpi), size, {
      ...{ boxes: marks, isScan: plan.scans.includes(at + 1) },
    });
    const { width, height } = seen.picture;
    const read = placedWords(await reader.recognise({ ...seen.picture, dpi: readingDpi }), { width, height });
    made[at] = { size, image, read, seen: seen.sha256, words: withMarksNamed(read, size, marks) };
    done += 1;
  });
  plan.onPage(done);
  return made;
}

const burntOn = (marks: readonly RedactionMark[], page: number): readonly Box[] =>
  marksOn(marks, page).filter((mark) => !mark.isLeft);

const redactedWord = '[redacted]';

/** The words of the page with a word in place of each black box, and without what was read out of the blackness. */
function withMarksNamed(
  read: readonly PlacedWord[],
  size: PageSize,
  marks: readonly Box[],
): readonly PlacedWord[] {
  const boxes = marks.map((mark) => paddedBox(mark, size));
  const words = read.filter(({ box }) => !boxes.some((burnt) => shareCovered(box, burnt) > 0.15));
  for (const box of boxes) {
    const middle = box.top + box.height / 2;
    const after = words.findLastIndex(
      (word) =>
        word.text !== redactedWord &&
        word.box.top <= middle &&
        middle <= word.box.top + word.box.height &&
        word.box.left < box.left,
    );
    const below = words.findIndex((word) => word.box.top > middle);
    words.splice(after >= 0 ? after + 1 : below >= 0 ? below : words.length, 0, { text: redactedWord, box });
  }
  return words;
}

async function verified(
  plan: CopyPlan,
  maker: CopyMaker,
  made: readonly MadePage[],
  bytes: Uint8Array,
): Promise<readonly CopyProblem[]> {
  const byWord = plan.marks.filter((mark) => mark.how === 'word');
  const terms = markedTerms(plan.pages, (page) => burntOn(byWord, page));
  const watch = watchFor(plan.watched, terms);
  const pages = plan.pages.map((page, at) => {
    const marks = burntOn(plan.marks, at + 1);
    return {
      ...{ size: page.size, marks, allowed: watch.countOutside(page, marks) },
      read: (made[at]?.read ?? []).map(({ text }) => text).join(' '),
      seen: made[at]?.seen ?? '',
    };
  });
  const wrong = await maker.verify({ bytes, pages, watched: plan.watched, terms });
  const firsts = wrong.filter(({ page }, at) => wrong.findIndex((one) => one.page === page) === at);
  return firsts.map(({ page, what }) => {
    const one = page === null ? undefined : made[page - 1];
    const decided = page === null ? [] : marksOn(plan.marks, page);
    const boxes = one ? watch.boxesIn({ size: one.size, words: one.read }) : [];
    return { page, what, boxes: boxes.filter((box) => !isCovered(box, decided)) };
  });
}
