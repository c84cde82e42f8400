import { drop } from '../../../shared/assert.ts';
import { AppError } from '../../../shared/errors.ts';
import type { AddedFile, LinkTarget } from '../../../shared/ipc/evidence.ts';
import { untilAtRest } from '../../db/beside.ts';
import { listContent } from '../../db/evidence-intake.ts';
import type { Context } from '../context.ts';
import { indexWaiting } from '../search/index-words.ts';
import { type ContentWriter, openContentWriter } from './content-writer.ts';
import { openDocumentReader } from './document-reader.ts';
import { addedFile, type Outcome } from './intake-report.ts';
import type { Taken } from './keep-taken.ts';
import { titleMasker } from './known-children.ts';
import type { FileAhead } from './open-ahead.ts';
import { dropStored, oneAtATime } from './take-in.ts';
import { type Going, leaveForNextOpen, orRefused, takeInFile } from './take-in-file.ts';
import { isMail, takeInAttachments } from './take-in-mail.ts';
import { listLeft, targetName } from './targets.ts';

const job = 'evidence:addEvidence';

/** Things to take in, one after another, and how many bytes they have together as far as that is known. */
export type Source = {
  readonly count: number;
  readonly size: number;
  readonly ahead: (writer: ContentWriter, onBytes: (count: number) => void) => AsyncIterable<FileAhead>;
  /** What is left out of it from the start. */
  readonly left?: readonly Outcome[];
};

/** Takes a source in and ties it to the targets, as `addEvidence` does. */
export async function takeAndKeep(
  ctx: Context,
  source: Source,
  targets: readonly LinkTarget[],
): Promise<readonly AddedFile[]> {
  return oneAtATime(ctx.db, async () => {
    const intake = await startIntake(ctx, source);
    try {
      // Fails where one is not there to begin with; what goes meanwhile is left out.
      namesOf(ctx, targets);
      const outcomes = await intake.takeAll();
      await untilAtRest(ctx.db);
      if (!ctx.db.open) throw new AppError('vault/locked');
      // Asked now: once they are kept the file may be locked, and they are in it all the same.
      const masked = titleMasker(ctx.db);
      const left = listLeft(ctx.db, targets);
      const ready = outcomes.filter((one) => 'item' in one);
      await intake.keep({ ready, targets: left, names: namesOf(ctx, left) });
      drop(indexWaiting(ctx.db), () => {});
      return [...outcomes, ...(source.left ?? [])].map((outcome) => addedFile(outcome, masked));
    } catch (error) {
      throw wasLocked(error) ? new AppError('evidence/locked-meanwhile') : error;
    } finally {
      await intake.end();
    }
  });
}

function namesOf({ db }: Context, targets: readonly LinkTarget[]): readonly string[] {
  const mask = titleMasker(db);
  return targets.map((target) => targetName(db, target, mask));
}

const wasLocked = (error: unknown): boolean => error instanceof AppError && error.code === 'vault/locked';

/** One go at taking in some files; whatever has not been kept by its end is taken out again. */
async function startIntake(ctx: Context, source: Source) {
  await untilAtRest(ctx.db);
  if (!ctx.db.open) throw new AppError('vault/locked');
  const here = listContent(ctx.db);
  const reader = openDocumentReader();
  const writer = openContentWriter(ctx.db);
  const stored = new Set<string>();
  const total = source.size * 2;
  const outcomes: Outcome[] = [];
  let done = 0;
  const onBytes = (count: number): void => {
    done += count;
    const label =
      source.count === 1 ? 'Adding 1 file' : `Adding file ${outcomes.length + 1} of ${source.count}`;
    ctx.outside.progress(job, Math.min(done, total), total, label);
  };

  const going: Going = { reader, writer, stored, here, before: outcomes, onBytes };
  const takeIn = ({ path, opening }: FileAhead): Promise<Outcome> =>
    orRefused(path, async () => {
      onBytes(0);
      return takeInFile(ctx, path, await opening, going);
    });

  return {
    takeAll: async () => {
      for await (const file of source.ahead(writer, onBytes)) {
        const outcome = await takeIn(file);
        outcomes.push(outcome);
        if ('isNew' in outcome && outcome.isNew && isMail(outcome.item.type))
          outcomes.push(...(await takeInAttachments(ctx, outcome, going)));
      }
      return outcomes;
    },
    keep: async (taken: Taken) => {
      await writer.keep(ctx, taken);
      stored.clear();
    },
    end: async () => {
      await reader.close();
      await writer.end();
      for (const sha256 of stored) await dropStored(ctx.db, sha256).catch(leaveForNextOpen);
      ctx.outside.progressEnd(job);
    },
  };
}
