import { longestBar, type Picture } from '../../../shared/domain/picture.ts';
import { formatInstantLong } from '../../../shared/domain/time-words.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { picturesChannels } from '../../../shared/ipc/pictures.ts';
import { coder } from '../child-codes.ts';
import type { Context } from '../context.ts';
import { heading, type Paper, type PaperBlock, quietText } from '../document/paper.ts';
import { savePaper } from '../document/save-paper.ts';
import { theEngagement } from '../engagement.ts';
import { readPictures } from './pictures.ts';

type Input = ParsedInputOf<(typeof picturesChannels)['pictures:exportPictures']>;

/**
 * Saves all pictures as one paper where the user says; false when they close the dialog. Fails with `disk/full` or
 * `disk/cannot-write`.
 */
export function exportPictures(ctx: Context, { format }: Input): Promise<{ readonly saved: boolean }> {
  return savePaper(ctx, picturesPaper(ctx), { format, name: 'pictures' });
}

/** The pictures as bars with their numbers; nothing that was said is in it, and nobody's name. */
export function picturesPaper(ctx: Context): Paper {
  const { title, council, marking } = theEngagement(ctx.db);
  const safe = coder(ctx.db);
  return {
    title: 'Where we stand, in pictures',
    facts: [[council, title].filter(Boolean).join(', '), formatInstantLong(ctx.clock())].map(safe),
    marking,
    blocks: readPictures(ctx).flatMap((picture) => [
      heading(picture.question),
      quietText(safe(picture.answer)),
      barsTable(picture, safe),
    ]),
  };
}

/** Blocks of print for the parts of a bar, dark to light, which every printer has and which read in grey. */
const inks = ['█', '▒', '░', '·'];
/** How many blocks the longest bar is: on one line in any type, some of which make them as wide as high. */
const room = 14;

/** A picture as a table: what a bar stands for, the bar, and its numbers. */
function barsTable({ question, what, parts, rows }: Picture, safe: (words: string) => string): PaperBlock {
  const longest = longestBar(rows);
  const drawn = (values: readonly number[]) =>
    blocksOf(values, longest)
      .map((count, at) => (inks[at] ?? '·').repeat(count))
      .join('');
  return {
    is: 'table',
    caption: question,
    head: [
      what,
      'Drawn',
      ...parts.map((part, at) => (parts.length > 1 ? `${inks[at] ?? '·'} ${part}` : part)),
    ],
    widths: [22, 36, ...parts.map(() => 42 / parts.length)],
    rows: rows.map(({ label, values }) => [safe(label), drawn(values), ...values.map(String)]),
  };
}

/** How many blocks each part is: none for nothing, one at least for anything, and never more in all than there is room for. */
export function blocksOf(values: readonly number[], longest: number): readonly number[] {
  const counts = values.map((value) => (value <= 0 ? 0 : Math.max(1, Math.round((value / longest) * room))));
  const beyond = counts.reduce((sum, count) => sum + count, 0) - room;
  const most = counts.indexOf(Math.max(...counts));
  return beyond > 0 ? counts.map((count, at) => (at === most ? count - beyond : count)) : counts;
}
