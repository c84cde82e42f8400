import { checkTimetable } from '../../../shared/domain/clash/check.ts';
import type { BringBack } from '../../../shared/domain/hand-over/hand-over.ts';
import type { Choice } from '../../../shared/domain/hand-over/merge.ts';
import { hasSeen } from '../../../shared/domain/hand-over/stamp.ts';
import { RowId } from '../../../shared/domain/ids.ts';
import type { BroughtBack } from '../../../shared/ipc/hand-over.ts';
import { headOfLog, newestClock } from '../../db/change-log.ts';
import type { Connection, ReadableDb, WritableDb } from '../../db/connection.ts';
import { finishContent } from '../../db/evidence-intake.ts';
import { bringingBack, readKnown, type Step } from '../../db/parting.ts';
import { bringBacks, mergedSteps } from '../../db/tables.ts';
import { bringRows, insertRow, stampOfStep } from '../../db/write.ts';
import { type Writing, write } from '../context.ts';
import { readWorld } from '../timetable-world.ts';
import { type Comparison, compareCopies, listNewSteps } from './compare-copies.ts';
import { bringLists, dropShreddedLists } from './lists.ts';

/** Another copy of this engagement, open to read. */
export type OtherCopy = { readonly db: Connection; readonly fileName: string };

/** Nothing is chosen yet when a copy is only looked at, so that nothing is written under this. */
export const noStamp = { clock: Number.MAX_SAFE_INTEGER, writer: '' };

/**
 * Brings what was done in another copy into this one, as one step of Undo. Field by field the newest wins, but for what
 * was chosen. The bytes of its documents have to be here already, under the hashes given.
 */
export function bringBack(
  ctx: Writing,
  other: OtherCopy,
  choices: ReadonlyMap<string, Choice>,
  hashes: readonly string[] = [],
): BroughtBack {
  const steps = listNewSteps(ctx.db, other.db);
  if (steps.length === 0) return { who: '', steps: 0, added: 0, changed: 0, removed: 0, newClashes: 0 };
  const who = namesOf(steps);
  const clashes = hardClashes(ctx.db);
  const about = {
    action: bringingBack,
    summary: `Brought back the copy of ${who}`,
    seen: newestClock(other.db),
  };
  return write(ctx, about, (tx) => {
    const comparison = compareCopies(tx, other.db, choices, stampOfStep(tx));
    bringRows(tx, comparison.changes);
    bringLists(tx, other.db, comparison.changes);
    dropShreddedLists(tx, ctx.db, comparison.changes);
    finishContent(tx, hashes);
    const counts = countsOf(comparison);
    recordBringBack(ctx, tx, other, {
      ...counts,
      who,
      steps,
      conflicts: comparison.merged.conflicts.length,
    });
    const newClashes = [...hardClashes(tx)].filter((key) => !clashes.has(key)).length;
    return { ...counts, who, steps: steps.length, newClashes };
  });
}

function recordBringBack(
  ctx: Writing,
  tx: WritableDb,
  other: OtherCopy,
  {
    steps,
    ...counts
  }: Pick<BringBack, 'added' | 'changed' | 'removed' | 'conflicts' | 'who'> & {
    readonly steps: readonly Step[];
  },
): void {
  const id = RowId.parse(ctx.newId());
  insertRow(tx, bringBacks, {
    ...{ id, at: ctx.clock(), fileName: other.fileName, head: headOfLog(other.db) },
    ...{ ...counts, steps: steps.length },
  });
  // Those that the other copy knew from elsewhere came with its own rows.
  const known = readKnown(tx);
  for (const step of steps)
    if (!hasSeen(known, step)) insertRow(tx, mergedSteps, { ...step, bringBackId: id });
}

/** Rows that show: what is only known better does not count. */
export function countsOf({ changes }: Comparison): Pick<BroughtBack, 'added' | 'changed' | 'removed'> {
  const shown = changes.filter(({ before, row }) => JSON.stringify(before) !== JSON.stringify(row));
  return {
    added: shown.filter(({ before }) => before === null).length,
    changed: shown.filter(({ before, row }) => before !== null && row !== null).length,
    removed: shown.filter(({ row }) => row === null).length,
  };
}

/** "Anna Deputy and Tom Hale": whoever did something. */
export function namesOf(steps: readonly Pick<Step, 'actor'>[]): string {
  const names = [...new Set(steps.map(({ actor }) => actor))];
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}

const hardClashes = (db: ReadableDb): ReadonlySet<string> =>
  new Set(checkTimetable(readWorld(db)).flatMap(({ key, severity }) => (severity === 'hard' ? [key] : [])));
