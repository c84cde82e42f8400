import { isCovered } from '../../../shared/domain/redaction/boxes.ts';
import {
  boxesOf,
  joinWords,
  type PlacedPage,
  wordsFound,
} from '../../../shared/domain/redaction/placed-words.ts';
import type { Redaction, RedactionMark } from '../../../shared/domain/redaction/redaction.ts';
import { findAll, identifierFinder, profileSearches } from '../../../shared/domain/redaction/searches.ts';
import { termPattern } from '../../../shared/domain/redaction/verify.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { FoundPlace, PagesFound, redactionsChannels } from '../../../shared/ipc/redactions.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { getRow, listRows } from '../../db/table.ts';
import { redactionMarks, redactions } from '../../db/tables.ts';
import type { Context } from '../context.ts';
import { watchedBy } from './known.ts';
import { putMarks } from './marks.ts';
import { type ReadPages, readPages } from './read-pages.ts';

type Input<Name extends keyof typeof redactionsChannels> = ParsedInputOf<(typeof redactionsChannels)[Name]>;

const job = 'redactions:findPlaces';

/**
 * Reads every page and finds where what the profile wants gone stands and is neither marked nor left. Fails with
 * `evidence/cancelled` when the user stops it.
 */
export async function findPlaces(ctx: Context, { id }: Input<'redactions:findPlaces'>): Promise<PagesFound> {
  const read = await pagesRead(ctx, id);
  const { pages, pictures } = read;
  return {
    sizes: pages.map(({ size }) => size),
    places: openPlaces(ctx.db, getRow(ctx.db, redactions, id), pages),
    pictures,
    blank: pages.flatMap(({ words }, at) => (words.length === 0 ? [at + 1] : [])),
  };
}

async function pagesRead(ctx: Context, id: string): Promise<ReadPages> {
  const { baseSha256 } = getRow(ctx.db, redactions, id);
  try {
    return await readPages(ctx, baseSha256, (done, total) =>
      ctx.outside.progress(job, done, total, `Reading page ${done + 1} of ${total}`),
    );
  } finally {
    ctx.outside.progressEnd(job);
  }
}

/** What the profile wants gone and nobody has decided about. */
export function openPlaces(
  db: ReadableDb,
  redaction: Redaction,
  pages: readonly PlacedPage[],
): readonly FoundPlace[] {
  const marks = listRows(db, redactionMarks, { redactionId: redaction.id });
  const watched = watchedBy(db, redaction);
  const searches = profileSearches(redaction.profile, watched);
  const findIdentifiers = identifierFinder(redaction.profile, watched);
  return pages.flatMap((page, at) => {
    const decided = marksOn(marks, at + 1);
    return findAll(joinWords(page.words), searches, findIdentifiers)
      .map(({ words, ...about }) => ({ ...about, page: at + 1, boxes: boxesOf(page, words) }))
      .filter(({ boxes }) => !boxes.every((box) => isCovered(box, decided)));
  });
}

export const marksOn = (marks: readonly RedactionMark[], page: number): readonly RedactionMark[] =>
  marks.filter((mark) => mark.page === page);

/** Marks every place where a word, a name or a number stands, however it is broken, and says how many there are. */
export async function markWord(
  ctx: Context,
  { id, word, reason }: Input<'redactions:markWord'>,
): Promise<{ readonly count: number }> {
  const pattern = termPattern(word);
  if (!pattern) return { count: 0 };
  const { pages } = await pagesRead(ctx, id);
  const marks = listRows(ctx.db, redactionMarks, { redactionId: id });
  const found = pages.flatMap((page, at) =>
    wordsFound(joinWords(page.words), { pattern, needsCapital: false }).map((words) => ({
      page: at + 1,
      boxes: boxesOf(page, words),
    })),
  );
  const fresh = found.flatMap(({ page, boxes }) =>
    boxes
      .filter((box) => !isCovered(box, marksOn(marks, page)))
      .map((box) => ({ ...box, page, reason, how: 'word' as const, isLeft: false })),
  );
  if (fresh.length > 0) putMarks(ctx, id, fresh);
  return { count: found.length };
}
