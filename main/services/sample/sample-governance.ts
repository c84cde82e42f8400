import type { RowId } from '../../../shared/domain/ids.ts';
import { addDays, type IsoDate } from '../../../shared/domain/time.ts';
import type { WritableDb } from '../../db/connection.ts';
import { listRows } from '../../db/table.ts';
import {
  alignments,
  boardMembers,
  boards,
  briefings,
  evaluationVersions,
  evidenceItems,
  meetings,
  reports,
  resources,
  signOffs,
} from '../../db/tables.ts';
import { insertRow } from '../../db/write.ts';
import type { Context } from '../context.ts';
import type { SampleGovernance } from './sample-data.ts';
import type { SampleIds } from './sample-people.ts';

type When = { readonly ids: SampleIds; readonly monday: IsoDate };

/** Writes the sample's boards, what they were told, and what members and signatories have to do. */
export function addSampleGovernance(
  ctx: Context,
  tx: WritableDb,
  sample: SampleGovernance,
  when: When,
): void {
  const boardIds = addBoards(ctx, tx, sample.boards, when);
  const dayOf = dayFrom(when.monday);
  const next = () => ctx.newId() as RowId;
  const documents = listRows(tx, evidenceItems);
  const reportIds = new Map<string, RowId>();
  for (const { board, on, decided, document, ...fields } of sample.reports) {
    const { id } = insertRow(tx, reports, {
      ...fields,
      ...{ id: next(), on: dayOf(on), decidedOn: dayOf(decided) },
      boardId: (board && boardIds.get(board)) || null,
      documentId: documents.find(({ title }) => title === document)?.id ?? null,
    });
    reportIds.set(fields.title, id);
  }
  const held = listRows(tx, meetings);
  for (const { meeting, on, ...fields } of sample.briefings)
    insertRow(tx, briefings, {
      ...fields,
      ...{ id: next(), on: dayOf(on), documentId: null },
      meetingId: held.find(({ title }) => title === meeting)?.id ?? null,
    });
  const kept = listRows(tx, evaluationVersions);
  for (const { due, report, version, steps, ...fields } of sample.signOffs)
    insertRow(tx, signOffs, {
      ...fields,
      ...{ id: next(), documentId: null, dueOn: dayOf(due) },
      reportId: (report && reportIds.get(report)) || null,
      versionId: kept.find(({ number }) => number === version)?.id ?? null,
      steps: steps.map((step) => ({ ...step, on: dayOf(step.on) })),
    });
  for (const { starts, ends, ...fields } of sample.resources)
    insertRow(tx, resources, { ...fields, id: next(), startsOn: dayOf(starts), endsOn: dayOf(ends) });
  for (const fields of sample.alignments)
    insertRow(tx, alignments, { ...fields, id: next(), documentId: null });
}

function addBoards(
  ctx: Context,
  tx: WritableDb,
  sample: SampleGovernance['boards'],
  { ids, monday }: When,
): ReadonlyMap<string, RowId> {
  const added = new Map<string, RowId>();
  for (const { answersTo, meets, members, ...fields } of sample) {
    const { id: boardId } = insertRow(tx, boards, {
      ...fields,
      ...{ id: ctx.newId() as RowId, meetsOn: dayFrom(monday)(meets) },
      answersToId: (answersTo && added.get(answersTo)) || null,
    });
    for (const { person, ...seat } of members) {
      const personId = (person && ids.people.get(person)) || null;
      insertRow(tx, boardMembers, { ...seat, personId, boardId, id: ctx.newId() as RowId });
    }
    added.set(fields.name, boardId);
  }
  return added;
}

/** Turns a count of days from the Monday on site into the day; nothing stays nothing. */
export const dayFrom =
  (monday: IsoDate) =>
  (days: number | null): IsoDate | null =>
    days === null ? null : addDays(monday, days);
