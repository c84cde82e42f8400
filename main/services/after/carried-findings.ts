import { type CarriedReview, isSameReview, reviewKindOf } from '../../../shared/domain/carried-findings.ts';
import type { RowId } from '../../../shared/domain/ids.ts';
import type { Finding } from '../../../shared/domain/plan.ts';
import type { ReadableDb, WritableDb } from '../../db/connection.ts';
import { listRows } from '../../db/table.ts';
import { findingProgress, findings, outcomes, reviews } from '../../db/tables.ts';
import { insertRow } from '../../db/write.ts';
import type { Context } from '../context.ts';
import { engagementFramework, readEngagement, theEngagement } from '../engagement.ts';

/** What goes along of a finding: its newest progress in words, and nothing that is tied to this file alone. */
function carried(db: ReadableDb, all: readonly Finding[]): CarriedReview['findings'] {
  const newest = new Map(
    listRows(db, findingProgress, {}, ['on']).map(({ findingId, text }) => [findingId, text]),
  );
  return all.map(({ id, kind, text, headings, from, on, progress, isResolved }) => ({
    ...{ kind, text, headings, from, on, isResolved },
    progress: progress || newest.get(id) || '',
  }));
}

/**
 * What this engagement and the reviews before it found, for the readiness of the next one. What is under embargo stays
 * here; names are still to be taken out.
 */
export function findingsToCarry(db: ReadableDb): readonly CarriedReview[] {
  const { frameworkId, outcomeCode } = theEngagement(db);
  const site = readEngagement({ db }).phases.find(({ isOnSite }) => isOnSite);
  const shown = listRows(db, findings).filter(({ isEmbargoed }) => !isEmbargoed);
  const own = shown.filter(({ reviewId }) => reviewId === null);
  const outcome = listRows(db, outcomes).find(({ code }) => code === outcomeCode);
  const ours: CarriedReview = {
    ...{ kind: reviewKindOf(frameworkId), title: engagementFramework(db).name, by: '' },
    ...{ from: site?.from ?? null, to: site?.to ?? null, outcome: outcome?.title ?? '' },
    ...{ revisitOn: null, revisitResult: '', findings: carried(db, own) },
  };
  const earlier = listRows(db, reviews).map(({ id, documentId: _, benchmark: __, ...review }) => ({
    ...review,
    findings: carried(
      db,
      shown.filter(({ reviewId }) => reviewId === id),
    ),
  }));
  return [...(own.length > 0 ? [ours] : []), ...earlier];
}

/** Adds reviews with what they found; what is there already, by its title and words, is not added again. */
export function addCarriedFindings(
  ctx: Context,
  tx: WritableDb,
  carriedReviews: readonly CarriedReview[],
): number {
  let added = 0;
  for (const { findings: found, ...review } of carriedReviews) {
    const known = listRows(tx, reviews).find((one) => isSameReview(one, review));
    const { id: reviewId } =
      known ??
      insertRow(tx, reviews, { ...review, id: ctx.newId() as RowId, documentId: null, benchmark: '' });
    const there = new Set(listRows(tx, findings, { reviewId }).map(({ text }) => text));
    for (const finding of found.filter(({ text }) => !there.has(text))) {
      const own = { id: ctx.newId() as RowId, reviewId, criterionId: null, isEmbargoed: false };
      insertRow(tx, findings, { ...finding, ...own });
      added += 1;
    }
  }
  return added;
}
