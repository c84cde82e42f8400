import { childLabel } from '../../../shared/domain/child-code.ts';
import { countBy } from '../../../shared/domain/counted.ts';
import {
  asMarked,
  profileLabels,
  RedactionReason,
  reasonLabels,
  redactionState,
} from '../../../shared/domain/redaction/redaction.ts';
import { formatInstantLong } from '../../../shared/domain/time-words.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { redactionsChannels } from '../../../shared/ipc/redactions.ts';
import { findRow, getRow, listRows } from '../../db/table.ts';
import { children, evidenceItems, redactionMarks, redactions } from '../../db/tables.ts';
import type { Context } from '../context.ts';
import { heading, list, type Paper, text } from '../document/paper.ts';
import { savePaper } from '../document/save-paper.ts';
import { theEngagement } from '../engagement.ts';
import { titleMasker } from '../evidence/known-children.ts';

type Input = ParsedInputOf<(typeof redactionsChannels)['redactions:saveReport']>;

/**
 * Saves what was redacted where the user says: how much, why, by whom, and the hashes of both files, without any of the
 * words. Fails with `redaction/unchecked` until there is a copy, and with `disk/full` or `disk/cannot-write`.
 */
export async function saveReport(ctx: Context, { id, format }: Input): Promise<{ readonly saved: boolean }> {
  return savePaper(ctx, redactionPaper(ctx, id), { format, name: 'redaction-report' });
}

/** The report as a paper. */
export function redactionPaper({ db }: Context, id: Input['id']): Paper {
  const redaction = asMarked(getRow(db, redactions, id), listRows(db, redactionMarks, { redactionId: id }));
  const { checkedAt, madeAt } = redaction;
  if (redactionState(redaction) !== 'verified' || !checkedAt || !madeAt)
    throw new AppError('redaction/unchecked');
  const { title, council, marking } = theEngagement(db);
  const item = getRow(db, evidenceItems, redaction.evidenceId);
  const child = redaction.childId === null ? null : findRow(db, children, redaction.childId);
  const facts: readonly (readonly [string, string])[] = [
    ['Document', titleMasker(db)(item.title)],
    [
      'Redacted for',
      `${profileLabels[redaction.profile]}${child ? `, in a copy about ${childLabel(child)}` : ''}`,
    ],
    ['Pages', String(redaction.pages)],
    ['Marked by', redaction.markedBy],
    ['Checked by', `${redaction.checkedBy}, ${formatInstantLong(checkedAt)}`],
    ['Copy made', `${redaction.madeBy}, ${formatInstantLong(madeAt)}`],
    ['SHA-256 of the document', item.sha256],
    ['SHA-256 of the copy', redaction.copySha256 ?? ''],
  ];
  return {
    title: 'Redaction report',
    facts: [[council, title].filter(Boolean).join(', ')],
    marking,
    blocks: [
      table('What was redacted', ['What', ''], facts, [30, 70]),
      heading('Places taken out, by reason'),
      table('Places taken out, by reason', ['Reason', 'Places'], reasonRows(redaction.counts), [70, 30]),
      heading('By page'),
      table('Places taken out, by page', ['Page', 'Places'], pageRows(db, id), [70, 30]),
      ...(redaction.leftAsIs > 0
        ? [text(`${redaction.leftAsIs} places were looked at and left as they are.`)]
        : []),
      heading('How it was made and verified'),
      list([
        'Every page was drawn as a picture, black boxes of fixed lengths were painted into it, and the words were read anew from what was left. The copy is a new file: no properties, notes, forms, attachments, outlines, scripts, layers or earlier revisions of the document are in it.',
        'What had to go was then looked for in the copy by other means than those that made it: its objects byte by byte, its text, the words read from its pictures, and the black boxes in the pages drawn afresh. None was found.',
      ]),
    ],
  };
}

const table = (
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly number[],
) => ({ is: 'table', caption, head, rows, widths }) as const;

const reasonRows = (counts: Readonly<Record<string, number>>): readonly (readonly string[])[] => {
  const rows = RedactionReason.options.flatMap((reason) =>
    counts[reason] ? [[reasonLabels[reason], String(counts[reason])]] : [],
  );
  return rows.length > 0 ? rows : [['Nothing was marked', '0']];
};

function pageRows(db: Context['db'], id: Input['id']): readonly (readonly string[])[] {
  const marks = listRows(db, redactionMarks, { redactionId: id }, ['page']);
  const counts = countBy(
    marks.filter(({ isLeft }) => !isLeft),
    ({ page }) => page,
  );
  return [...counts].map(([page, count]) => [String(page), String(count)]);
}
