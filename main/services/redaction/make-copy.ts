import { titleNeutraliser } from '../../../shared/domain/pack-names.ts';
import { countByReason, type Redaction, redactionState } from '../../../shared/domain/redaction/redaction.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { CopyOutcome, redactionsChannels } from '../../../shared/ipc/redactions.ts';
import { readContent } from '../../db/evidence-content.ts';
import { getRow, listRows } from '../../db/table.ts';
import { evidenceItems, redactionMarks, redactions } from '../../db/tables.ts';
import { updateRow } from '../../db/write.ts';
import type { Context } from '../context.ts';
import { keepMade } from '../evidence/keep-made.ts';
import { listKnownChildren, titleMasker } from '../evidence/known-children.ts';
import { buildCopy } from './build-copy.ts';
import { openPlaces } from './find-places.ts';
import { watchedBy } from './known.ts';
import { type ReadPages, readPages } from './read-pages.ts';

const job = 'redactions:makeCopy';

/**
 * Makes the redacted copy of a document and keeps it only when nothing that was marked can be found in it: otherwise says
 * on which pages it was, and nothing is kept. Fails with `redaction/unchecked` until a second person has looked at the
 * marks, `redaction/undecided` while places are neither marked nor left, and `evidence/cancelled`.
 */
export async function makeCopy(
  ctx: Context,
  { id }: ParsedInputOf<(typeof redactionsChannels)['redactions:makeCopy']>,
): Promise<CopyOutcome> {
  const redaction = getRow(ctx.db, redactions, id);
  if (redactionState(redaction) === 'marking') throw new AppError('redaction/unchecked');
  try {
    const { pages, pictures } = await read(ctx, redaction);
    const open = openPlaces(ctx.db, redaction, pages).length;
    if (open > 0) throw new AppError('redaction/undecided', open === 1 ? '1 place.' : `${open} places.`);
    const marks = listRows(ctx.db, redactionMarks, { redactionId: id });
    const built = await buildCopy({
      ...{ bytes: readContent(ctx.db, redaction.baseSha256), pages, marks },
      scans: pictures,
      watched: watchedBy(ctx.db, redaction),
      onPage: (done) => {
        if (!ctx.db.open) throw new AppError('vault/locked');
        const label =
          done === pages.length ? 'Checking the copy' : `Making page ${done + 1} of ${pages.length}`;
        ctx.outside.progress(job, done, pages.length, label);
      },
    });
    if ('problems' in built) return { made: false, problems: built.problems };
    return { made: true, redaction: await keepCopy(ctx, redaction, built.bytes) };
  } finally {
    ctx.outside.progressEnd(job);
  }
}

const read = (ctx: Context, { baseSha256 }: Redaction): Promise<ReadPages> =>
  readPages(ctx, baseSha256, (done, total) =>
    ctx.outside.progress(job, done, total, `Reading page ${done + 1} of ${total}`),
  );

function keepCopy(ctx: Context, before: Redaction, bytes: Uint8Array): Promise<Redaction> {
  const from = getRow(ctx.db, evidenceItems, before.evidenceId);
  const neutral = titleNeutraliser(listKnownChildren(ctx.db))(from.title);
  const title = `${neutral.slice(0, 180)}, redacted`;
  const made = { from, title, fileName: 'Redacted copy.pdf', bytes, isRead: true };
  const summary = `Made a redacted copy of “${titleMasker(ctx.db)(from.title)}”`;
  return keepMade(ctx, made, { action: 'makeCopy', summary }, (tx, copy) => {
    // Marks may have been changed while the copy was being made, and then it is a copy of something else.
    const now = getRow(tx, redactions, before.id);
    if (
      now.checkedAt !== before.checkedAt ||
      now.markedBy !== before.markedBy ||
      now.copyId !== before.copyId
    )
      throw new AppError('record/stale');
    const marks = listRows(tx, redactionMarks, { redactionId: before.id });
    return updateRow(tx, redactions, before.id, {
      ...{ copyId: copy.id, copySha256: copy.sha256, madeBy: ctx.actor, madeAt: ctx.clock() },
      ...{ counts: countByReason(marks), leftAsIs: marks.filter(({ isLeft }) => isLeft).length },
    });
  });
}
