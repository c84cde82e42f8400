import {
  dropCohort,
  listCohortChildren,
  listCohortFindings,
  markTracked,
  putCohortChild,
  putCohortFinding,
  secureDelete,
} from '../../db/cohort.ts';
import type { Connection, ReadableDb, WritableDb } from '../../db/connection.ts';
import { listRows } from '../../db/table.ts';
import { cohorts } from '../../db/tables.ts';
import type { RowChange } from './compare-copies.ts';

/**
 * The children of lists are outside the log: those of a list that is new here come with it, and of one that both have,
 * which of them were chosen.
 */
export function bringLists(tx: WritableDb, theirs: ReadableDb, changes: readonly RowChange[]): void {
  const lists = changes.filter(({ table, row }) => table.name === cohorts.name && row?.shredded_at === null);
  for (const { id, before } of lists) {
    if (before !== null) continue;
    for (const child of listCohortChildren(theirs, id)) putCohortChild(tx, child);
    for (const finding of listCohortFindings(theirs, id)) putCohortFinding(tx, id, finding);
  }
  for (const { id } of listRows(tx, cohorts)) bringChosen(tx, theirs, id);
}

function bringChosen(tx: WritableDb, theirs: ReadableDb, listId: string): void {
  const own = new Map(listCohortChildren(tx, listId).map((child) => [child.id, child]));
  for (const { id, childId } of listCohortChildren(theirs, listId))
    if (childId !== null && own.get(id)?.childId === null) markTracked(tx, id, childId);
}

/** A list that was shredded in either copy is shredded in both. */
export function dropShreddedLists(tx: WritableDb, db: Connection, changes: readonly RowChange[]): void {
  const shredded = changes.filter(
    ({ table, before, row }) =>
      table.name === cohorts.name &&
      (row === null || row.shredded_at !== null) &&
      before?.shredded_at === null,
  );
  if (shredded.length === 0) return;
  secureDelete(db);
  for (const { id } of shredded) dropCohort(tx, id);
}
