import type { RowId } from '../../../shared/domain/ids.ts';
import { addDays, type IsoDate } from '../../../shared/domain/time.ts';
import type { WritableDb } from '../../db/connection.ts';
import { listRows } from '../../db/table.ts';
import { findingProgress, findings, reviews } from '../../db/tables.ts';
import { insertRow } from '../../db/write.ts';
import type { Context } from '../context.ts';
import type { SampleData, SampleGovernance } from './sample-data.ts';
import { dayFrom } from './sample-governance.ts';

type Sample = {
  readonly governance: SampleGovernance;
  readonly plan: SampleData['plan'];
  readonly monday: IsoDate;
};

/** Writes the sample's earlier inspections and reviews, with what they found and what has become of it. */
export function addSampleReviews(ctx: Context, tx: WritableDb, { governance, plan, monday }: Sample): void {
  const dayOf = dayFrom(monday);
  const next = () => ctx.newId() as RowId;
  const ids = new Map<string, RowId>();
  for (const { from, to, revisit, ...fields } of governance.reviews) {
    const dates = { from: dayOf(from), to: dayOf(to), revisitOn: dayOf(revisit) };
    const { id } = insertRow(tx, reviews, { ...fields, ...dates, id: next(), documentId: null });
    ids.set(fields.title, id);
  }
  for (const { daysBefore, review, ...finding } of plan.findings)
    insertRow(tx, findings, {
      ...finding,
      ...{ id: next(), criterionId: null, isEmbargoed: false, on: addDays(monday, -daysBefore) },
      reviewId: (review && ids.get(review)) || null,
    });
  const found = listRows(tx, findings);
  for (const { finding, on, text } of governance.findingProgress) {
    const wanted = plan.findings[finding]?.text;
    const about = found.find((one) => one.text === wanted);
    if (about)
      insertRow(tx, findingProgress, {
        ...{ id: next(), findingId: about.id, on: addDays(monday, on), text, documentId: null },
      });
  }
}
