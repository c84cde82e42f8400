import type { RowId } from '../../../shared/domain/ids.ts';
import { addDays, type IsoDate, londonInstant } from '../../../shared/domain/time.ts';
import type { WritableDb } from '../../db/connection.ts';
import { listRows } from '../../db/table.ts';
import { criteria, surveyEntries, surveys, voiceRecords } from '../../db/tables.ts';
import { insertRow } from '../../db/write.ts';
import type { Context } from '../context.ts';
import type { SampleGovernance } from './sample-data.ts';
import { dayFrom } from './sample-governance.ts';

const morning = 9 * 60 + 30;

/** Writes the sample's surveys with their logs, and what families, tribunals and reviews have told it. */
export function addSampleVoice(
  ctx: Context,
  tx: WritableDb,
  sample: SampleGovernance,
  monday: IsoDate,
): void {
  const dayOf = dayFrom(monday);
  const next = () => ctx.newId() as RowId;
  for (const { opens, closes, log, ...fields } of sample.surveys) {
    const { id: surveyId } = insertRow(tx, surveys, {
      ...fields,
      ...{ id: next(), opensOn: dayOf(opens), closesOn: dayOf(closes), documentId: null, criterionId: null },
    });
    for (const { day, ...line } of log) {
      const at = londonInstant(addDays(monday, day), morning);
      insertRow(tx, surveyEntries, { ...line, id: next(), surveyId, at });
    }
  }
  const asked = listRows(tx, criteria);
  for (const { from, to, criterion, ...fields } of sample.records)
    insertRow(tx, voiceRecords, {
      ...fields,
      ...{ id: next(), from: dayOf(from), to: dayOf(to), documentId: null },
      criterionId: asked.find(({ code }) => code === criterion)?.id ?? null,
    });
}
